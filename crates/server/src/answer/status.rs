//! From the application's vocabulary of failure to a status with details.

#![deny(clippy::wildcard_enum_match_arm)]

use std::time::Duration;

use nianbao_application::store::StoreError;
use nianbao_application::{Error, Resource};
use nianbao_domain::organization::OrganizationId;
use nianbao_proto::v1::{ErrorReason, ReportState};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};
use uuid::Uuid;

use super::bound::cut;
use super::{chinese, decision, rule, violations};

/// When a caller may try again what the database could not do.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// The status of an error.
pub fn status(error: Error) -> Status {
    status_with(error, vec![])
}

/// The status of an error about a document with this digest.
pub fn about_document(error: Error, digest: String) -> Status {
    status_with(error, vec![("digest", digest)])
}

/// `more` is metadata of fields that cannot be used.
fn status_with(error: Error, more: Metadata) -> Status {
    let zh = chinese::sentence(&error);
    let en = error.to_string();
    match error {
        Error::NotFound(resource) => {
            about(Code::NotFound, ErrorReason::ResourceNotFound, &resource, &en, zh)
        }
        Error::AlreadyExists(resource) => {
            about(Code::AlreadyExists, ErrorReason::ResourceExists, &resource, &en, zh)
        }
        Error::Invalid(found) => violations::status(&found, &en, zh, more),
        Error::RequestIdReused(id) => {
            let metadata = vec![("request_id", id.to_string())];
            answer(Code::InvalidArgument, &en, details(ErrorReason::RequestIdReused, metadata, zh))
        }
        Error::EtagMismatch { resource, current } => {
            let metadata = vec![("name", resource.to_string()), ("etag", current)];
            answer(Code::Aborted, &en, details(ErrorReason::EtagMismatch, metadata, zh))
        }
        Error::IllegalState { report, state } => {
            let state =
                ReportState::try_from(i32::from(state.number())).unwrap_or_default().as_str_name();
            let metadata = vec![("name", report.to_string()), ("state", state.to_owned())];
            let mut details = details(ErrorReason::TransitionIllegal, metadata, zh);
            details.add_precondition_failure_violation("STATE", report.to_string(), en.as_str());
            answer(Code::FailedPrecondition, &en, details)
        }
        Error::NotInExistence { organization, date } => {
            let more = vec![("date", date.to_string())];
            unfit(ErrorReason::OrganizationNotInExistence, &organization, more, &en, zh)
        }
        Error::Succeeded { organization, successor } => {
            let more = vec![("successor", successor.resource_name())];
            unfit(ErrorReason::OrganizationSucceeded, &organization, more, &en, zh)
        }
        Error::SuccessionCycle(organization) => {
            unfit(ErrorReason::SuccessionCycle, &organization, vec![], &en, zh)
        }
        Error::Denied { permission } => {
            let metadata = vec![("permission", permission.code().to_owned())];
            answer(
                Code::PermissionDenied,
                &en,
                details(ErrorReason::PermissionMissing, metadata, zh),
            )
        }
        Error::TooMany { limit, found } => {
            quota(ErrorReason::BatchTooLarge, limit, Some(found), &en, zh)
        }
        Error::Decision(error) => decision::status(error, &en, zh),
        Error::Rule(error) => rule::status(&error, &en, zh),
        Error::Store(error) => store(&error, &en, zh),
    }
}

/// The status of a call that shows no credentials.
pub fn credentials_missing() -> Status {
    let zh = "缺少凭据：请在元数据中提供 authorization: Bearer 令牌";
    let details = details(ErrorReason::CredentialsMissing, vec![], zh.to_owned());
    answer(
        Code::Unauthenticated,
        "no credentials: send the metadata authorization: Bearer TOKEN",
        details,
    )
}

/// The status of a call whose credentials nobody knows.
pub fn credentials_invalid() -> Status {
    let details = details(ErrorReason::CredentialsInvalid, vec![], "令牌无效".to_owned());
    answer(Code::Unauthenticated, "the token is not known", details)
}

/// The status of a message that is larger than the limit.
pub fn too_large(limit: usize, found: Option<usize>) -> Status {
    let en = format!("the message is larger than {limit} bytes");
    quota(
        ErrorReason::MessageTooLarge,
        limit,
        found,
        &en,
        format!("消息超过上限 {limit} 字节，请缩小后再发送"),
    )
}

/// The status of a rendition that this server cannot write.
pub fn rendition_unavailable(rendition: &'static str, available: &str) -> Status {
    let metadata = vec![("rendition", rendition.to_owned()), ("available", available.to_owned())];
    let zh = format!("本服务器不能生成 {rendition}，可以生成的有 {available}");
    let en = format!("this server was built without {rendition}; it can write {available}");
    answer(Code::Unimplemented, &en, details(ErrorReason::RenditionUnavailable, metadata, zh))
}

/// The status of a document that cannot be set with what this server has; the others are named.
#[cfg(feature = "pdf")]
pub fn unprintable(rendition: &'static str, available: String, en: &str, zh: String) -> Status {
    let metadata = vec![("rendition", rendition.to_owned()), ("available", available)];
    let details = details(ErrorReason::RenditionUnavailable, metadata, zh);
    answer(Code::FailedPrecondition, cut(en), details)
}

/// The status of bytes that are no such request; tonic tells of them without details.
pub fn malformed(en: &str) -> Status {
    let zh = "请求不是该方法的消息，无法解码".to_owned();
    let mut details = details(ErrorReason::FieldInvalid, vec![("field", String::new())], zh);
    details.add_bad_request_violation("", cut(en));
    answer(Code::InvalidArgument, en, details)
}

/// The status of a document that is no report, with its digest and its format where that is known.
pub fn unreadable(digest: String, media_type: &str, en: &str, zh: &str) -> Status {
    let metadata = vec![("digest", digest), ("media_type", media_type.to_owned())];
    let mut details = details(ErrorReason::DocumentUnreadable, metadata, cut(zh).to_owned());
    details.add_bad_request_violation("content", cut(en));
    answer(Code::InvalidArgument, en, details)
}

fn store(error: &StoreError, en: &str, zh: String) -> Status {
    match error {
        StoreError::Unavailable => {
            let mut details = details(ErrorReason::StoreUnavailable, vec![], zh);
            details.set_retry_info(Some(RETRY_AFTER));
            answer(Code::Unavailable, en, details)
        }
        StoreError::CorruptRow { .. } | StoreError::Failed(_) => internal(error),
    }
}

/// The status of a fault of the server: the caller gets an id, the log gets the fault, once.
pub fn internal(error: &impl std::error::Error) -> Status {
    let id = Uuid::now_v7().to_string();
    tracing::error!(request.id = %id, %error, "a call failed");
    let zh = format!("服务器内部错误，请将编号 {id} 提供给管理员查询日志");
    let mut details = details(ErrorReason::Internal, vec![], zh);
    details.set_request_info(id, "");
    answer(Code::Internal, "the server failed; the request id finds it in the log", details)
}

/// The status of a name that nothing has, other than an organ or a report.
pub fn missing(kind: &str, name: &str) -> Status {
    let en = format!("{name} does not exist");
    let metadata = vec![("name", name.to_owned())];
    let mut details = details(ErrorReason::ResourceNotFound, metadata, format!("{name} 不存在"));
    details.set_resource_info(kind, name, "", en.as_str());
    answer(Code::NotFound, &en, details)
}

fn about(code: Code, reason: ErrorReason, resource: &Resource, en: &str, zh: String) -> Status {
    let mut details = details(reason, vec![("name", resource.to_string())], zh);
    details.set_resource_info(resource.kind(), resource.to_string(), "", en);
    answer(code, en, details)
}

/// The status of a call that the record of an organ does not admit.
fn unfit(
    reason: ErrorReason,
    organ: &OrganizationId,
    more: Metadata,
    en: &str,
    zh: String,
) -> Status {
    let name = organ.resource_name();
    let mut metadata = vec![("name", name.clone())];
    metadata.extend(more);
    let mut details = details(reason, metadata, zh);
    details.add_precondition_failure_violation(reason.reason(), name, en);
    answer(Code::FailedPrecondition, en, details)
}

pub(super) fn quota(
    reason: ErrorReason,
    limit: usize,
    found: Option<usize>,
    en: &str,
    zh: String,
) -> Status {
    let mut metadata = vec![("limit", limit.to_string())];
    metadata.extend(found.map(|found| ("found", found.to_string())));
    let mut details = details(reason, metadata, zh);
    details.add_quota_failure_violation("request", en);
    answer(Code::ResourceExhausted, en, details)
}

/// Keys and values that the reason lists in the contract.
pub(super) type Metadata = Vec<(&'static str, String)>;

pub(super) fn details(reason: ErrorReason, metadata: Metadata, zh: String) -> ErrorDetails {
    let mut details = ErrorDetails::new();
    let metadata =
        metadata.into_iter().map(|(key, value)| (key.to_owned(), cut(&value).to_owned()));
    let metadata: InfoMetadata = metadata.collect();
    details.set_error_info(reason.reason(), ErrorReason::DOMAIN, metadata);
    details.set_localized_message("zh-CN", zh);
    details
}

#[expect(clippy::disallowed_types, reason = "the type that tonic-types takes")]
type InfoMetadata = std::collections::HashMap<String, String>;

pub(super) fn answer(code: Code, message: &str, details: ErrorDetails) -> Status {
    Status::with_error_details(code, cut(message), details)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_is_away_asks_to_come_again() {
        let status = status(Error::Store(StoreError::Unavailable));
        assert_eq!(status.code(), Code::Unavailable);
        assert_eq!(status.get_details_retry_info().unwrap().retry_delay, Some(RETRY_AFTER));
        assert_eq!(status.get_details_error_info().unwrap().reason, "STORE_UNAVAILABLE");
    }

    #[test]
    fn what_the_database_said_stays_in_the_log() {
        let status = status(Error::Store(StoreError::Failed("password=hunter2".to_owned())));
        assert_eq!(status.code(), Code::Internal);
        assert!(!format!("{status:?}").contains("hunter2"));
        assert!(!status.get_details_request_info().unwrap().request_id.is_empty());
    }

    #[test]
    fn a_conflict_names_the_present_etag() {
        let resource = Resource::Organization("siqian".parse().unwrap());
        let status = status(Error::EtagMismatch { resource, current: "3f-2".to_owned() });
        assert_eq!(status.code(), Code::Aborted);
        assert_eq!(status.get_details_error_info().unwrap().metadata["etag"], "3f-2");
    }
}

//! What a server refused, with everything that it said about it.

use std::error::Error;

use nianbao_domain::finding::Message;
use nianbao_proto::v1::ErrorReason;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use crate::exit::Exit;
use crate::language::Language;

/// What a server refused, or that it could not be reached.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The name of the status: `NOT_FOUND`.
    pub code: &'static str,
    /// The reason, as the contract names it; empty where the server gave none.
    pub reason: String,
    /// The sentence for people.
    pub message: Message,
    /// What more there is to know, a line each.
    pub details: Vec<Message>,
}

impl Refusal {
    /// What a status says.
    pub fn of(status: &Status, address: &str) -> Self {
        if status.source().is_some() {
            return Self::unreachable(status, address);
        }
        let details = status.get_error_details();
        let reason = details.error_info().map(|info| info.reason.clone()).unwrap_or_default();
        let localized = details.localized_message().map(|localized| localized.message.clone());
        let said = status.message();
        Self {
            code: code_name(status.code()),
            message: Message::new(localized.unwrap_or_else(|| said.to_owned()), said),
            details: lines(&details),
            reason,
        }
    }

    fn unreachable(status: &Status, address: &str) -> Self {
        let why = root_cause(status);
        Self {
            code: code_name(Code::Unavailable),
            reason: String::new(),
            message: Message::new(
                format!("无法连接服务器 {address}：{why}"),
                format!("the server {address} cannot be reached: {why}"),
            ),
            details: Vec::new(),
        }
    }

    /// Whether this is the reason.
    pub fn is_for(&self, reason: ErrorReason) -> bool {
        ErrorReason::from_reason(&self.reason) == Some(reason)
    }

    /// Whether every further call would come to the same: nobody answers, or nobody is let in.
    pub fn concerns_every_call(&self) -> bool {
        matches!(self.code, "UNAVAILABLE" | "UNAUTHENTICATED" | "PERMISSION_DENIED")
            && !self.is_for(ErrorReason::DecisionNotAllowed)
    }

    /// What the run comes to.
    pub fn exit(&self) -> Exit {
        match ErrorReason::from_reason(&self.reason) {
            Some(ErrorReason::FindingsBlocking) => Exit::Blocking,
            Some(ErrorReason::DocumentUnreadable) => Exit::Unreadable,
            _ => Exit::Refused,
        }
    }

    /// The sentence with its reason: `没有这份报告（NOT_FOUND，RESOURCE_NOT_FOUND）`.
    pub fn sentence(&self, language: Language) -> String {
        let mut names = vec![self.code];
        names.extend(Some(self.reason.as_str()).filter(|reason| !reason.is_empty()));
        let message = language.of(&self.message);
        language.pick(
            format!("{message}（{}）", names.join("，")),
            format!("{message} ({})", names.join(", ")),
        )
    }
}

/// The innermost error, which says what happened.
fn root_cause(status: &Status) -> String {
    let mut cause: &dyn Error = status;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

fn lines(details: &ErrorDetails) -> Vec<Message> {
    let mut lines = Vec::new();
    for it in details.bad_request().into_iter().flat_map(|it| &it.field_violations) {
        let zh = it.localized_message.as_ref().map_or(&it.description, |it| &it.message);
        lines.push(Message::new(
            format!("字段 {}：{zh}", it.field),
            format!("field {}: {}", it.field, it.description),
        ));
    }
    for it in details.precondition_failure().into_iter().flat_map(|it| &it.violations) {
        let line = format!("{} {}：{}", it.r#type, it.subject, it.description);
        lines.push(Message::new(line.clone(), line));
    }
    for it in details.quota_failure().into_iter().flat_map(|it| &it.violations) {
        let line = format!("{}：{}", it.subject, it.description);
        lines.push(Message::new(line.clone(), line));
    }
    if let Some(id) = details.request_info().map(|info| &info.request_id) {
        lines.push(Message::new(
            format!("日志中的请求编号：{id}"),
            format!("request in the log: {id}"),
        ));
    }
    lines.extend(metadata(details));
    lines
}

/// What the contract gives with some reasons: the present etag, the limit.
fn metadata(details: &ErrorDetails) -> Vec<Message> {
    const TOLD: [(&str, &str, &str); 4] = [
        ("name", "对象", "resource"),
        ("etag", "当前 etag", "present etag"),
        ("limit", "上限", "limit"),
        ("permission", "需要的权限", "permission needed"),
    ];
    let Some(info) = details.error_info() else { return Vec::new() };
    let told = TOLD.iter().filter_map(|(key, zh, en)| {
        let value = info.metadata.get(*key)?;
        Some(Message::new(format!("{zh}：{value}"), format!("{en}: {value}")))
    });
    told.collect()
}

fn code_name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused<const N: usize>(
        code: Code,
        reason: ErrorReason,
        metadata: [(&str, &str); N],
    ) -> Refusal {
        let metadata = metadata.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let mut details = ErrorDetails::new();
        details.set_error_info(reason.reason(), ErrorReason::DOMAIN, metadata);
        details.set_localized_message("zh-CN", "中文说明");
        Refusal::of(&Status::with_error_details(code, "in English", details), "http://localhost")
    }

    #[test]
    fn blocking_findings_and_documents_that_cannot_be_read_have_exit_codes_of_their_own() {
        for (code, reason, exit) in [
            (Code::FailedPrecondition, ErrorReason::FindingsBlocking, Exit::Blocking),
            (Code::InvalidArgument, ErrorReason::DocumentUnreadable, Exit::Unreadable),
            (Code::FailedPrecondition, ErrorReason::TransitionIllegal, Exit::Refused),
        ] {
            assert_eq!(refused(code, reason, []).exit(), exit, "{reason:?}");
        }
    }

    #[test]
    fn a_refusal_is_told_in_the_language_that_was_asked_for() {
        let refusal = refused(Code::Aborted, ErrorReason::EtagMismatch, [("etag", "3f9c2a")]);
        assert_eq!(refusal.sentence(Language::Zh), "中文说明（ABORTED，ETAG_MISMATCH）");
        assert_eq!(refusal.sentence(Language::En), "in English (ABORTED, ETAG_MISMATCH)");
        assert_eq!(refusal.details[0].zh, "当前 etag：3f9c2a");
    }

    #[test]
    fn a_status_without_details_is_told_all_the_same() {
        let refusal = Refusal::of(&Status::unauthenticated("no token"), "http://localhost");
        assert_eq!(refusal.sentence(Language::En), "no token (UNAUTHENTICATED)");
    }
}

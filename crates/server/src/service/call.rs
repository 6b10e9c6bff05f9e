//! Who calls, and how a call is made safe to repeat.

use std::sync::Arc;

use nianbao_application::access::{Caller, Method};
use nianbao_application::{Call, Error};
use nianbao_proto::v1::{ImportReportRequest, SucceedOrganizationsRequest};
use prost::Message;
use sha2::{Digest, Sha256};
use tonic::{Request, Status};
use uuid::Uuid;

use crate::answer::{credentials_missing, status};

/// The caller that the guard put into the request.
pub(super) fn caller<T>(request: &Request<T>) -> Result<Arc<Caller>, Status> {
    let caller = request.extensions().get::<Arc<Caller>>();
    caller.cloned().ok_or_else(credentials_missing)
}

/// What makes a request safe to repeat.
pub(super) trait Repeatable: Message + Clone {
    /// The caller's request id; empty where it gave none.
    fn request_id(&self) -> &str;

    /// Whether nothing is to be stored.
    fn validate_only(&self) -> bool;

    /// Takes away what may differ between two sendings of the same request: id and etag.
    fn forget_sending(&mut self);

    /// The call that this request makes.
    fn call<'a>(&self, caller: &'a Caller, method: Method) -> Result<Call<'a>, Status> {
        let mut call = Call::new(caller, method);
        call.validate_only = self.validate_only();
        if !self.request_id().is_empty() {
            let refused = |_| status(Error::invalid("request_id", "a UUID is expected"));
            let id: Uuid = self.request_id().parse().map_err(refused)?;
            call.request = Some((id, fingerprint(self)));
        }
        Ok(call)
    }
}

/// The digest of a request without its id and etag.
fn fingerprint<R: Repeatable>(request: &R) -> [u8; 32] {
    let mut request = request.clone();
    request.forget_sending();
    Sha256::digest(request.encode_to_vec()).into()
}

/// Requests with a request id, whether nothing is to be stored, and where their etag stands.
macro_rules! repeatable {
    ($($request:ident $(etag $($etag:ident)?)?),+ $(,)?) => { $(
        impl Repeatable for nianbao_proto::v1::$request {
            fn request_id(&self) -> &str {
                &self.request_id
            }

            fn validate_only(&self) -> bool {
                self.validate_only
            }

            fn forget_sending(&mut self) {
                self.request_id.clear();
                $( repeatable!(@etag self $($etag)?); )?
            }
        }
    )+ };
    (@etag $request:ident) => { $request.etag.clear() };
    (@etag $request:ident $within:ident) => {
        if let Some(resource) = &mut $request.$within {
            resource.etag.clear();
        }
    };
}

repeatable! {
    CreateOrganizationRequest,
    UpdateOrganizationRequest etag organization,
    BatchCreateOrganizationsRequest,
    CreateReportRequest,
    UpdateReportRequest etag report,
    DeleteReportRequest etag,
    ChangeEditionRequest etag,
    CloseOrganizationRequest etag,
    AcknowledgeFindingRequest etag,
    WaiveFindingRequest etag,
    WithdrawDecisionRequest etag,
    RevalidateReportsRequest,
    CreateRuleRequest,
    UpdateRuleRequest etag rule,
    EnableRuleRequest etag,
    RetireRuleRequest etag,
}

impl Repeatable for ImportReportRequest {
    fn request_id(&self) -> &str {
        &self.request_id
    }

    fn validate_only(&self) -> bool {
        self.validate_only
    }

    /// A document stands for itself by its digest: it may be large.
    fn forget_sending(&mut self) {
        self.request_id.clear();
        self.content = Sha256::digest(&self.content).to_vec().into();
    }
}

impl Repeatable for SucceedOrganizationsRequest {
    fn request_id(&self) -> &str {
        &self.request_id
    }

    fn validate_only(&self) -> bool {
        self.validate_only
    }

    fn forget_sending(&mut self) {
        self.request_id.clear();
        for seen in self.predecessors.iter_mut().chain(&mut self.successors) {
            seen.etag.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nianbao_proto::v1::{DeleteReportRequest, Report, UpdateReportRequest};

    #[test]
    fn another_etag_or_id_is_the_same_request() {
        let request = |etag: &str, id: &str| DeleteReportRequest {
            name: "n".to_owned(),
            etag: etag.to_owned(),
            request_id: id.to_owned(),
            validate_only: false,
        };
        assert_eq!(fingerprint(&request("1", "a")), fingerprint(&request("2", "b")));
        let update = |etag: &str, title: &str| UpdateReportRequest {
            report: Some(Report {
                etag: etag.to_owned(),
                title: title.to_owned(),
                ..Default::default()
            }),
            ..Default::default()
        };
        assert_eq!(fingerprint(&update("1", "t")), fingerprint(&update("2", "t")));
        assert_ne!(fingerprint(&update("1", "t")), fingerprint(&update("1", "u")));
    }

    #[test]
    fn a_request_id_is_a_uuid() {
        let caller = Caller::administrator("a");
        let request = DeleteReportRequest { request_id: "7".to_owned(), ..Default::default() };
        assert!(request.call(&caller, Method::DeleteReport).is_err());
    }
}

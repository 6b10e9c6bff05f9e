//! What a refused call tells, decoded.

use std::collections::BTreeMap;

use nianbao_proto::v1::ErrorReason;
use tonic::{Code, Response, Status};
use tonic_types::StatusExt;

use crate::contract;

/// A refused call, as a client that decodes the details sees it.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The code.
    pub code: Code,
    /// The reason.
    pub reason: ErrorReason,
    /// What the reason is about.
    pub metadata: BTreeMap<String, String>,
    /// The paths of the fields that cannot be used.
    pub fields: Vec<String>,
    /// What was meant: name of the resource of `ResourceInfo`.
    pub resource: Option<String>,
    /// The Chinese sentence.
    pub zh: String,
    /// The status itself.
    pub status: Status,
}

impl Refusal {
    /// Decodes the details of a status; every one carries a reason, the metadata that the contract
    /// lists for it, and a sentence in Chinese.
    pub fn of(status: Status) -> Self {
        let details = status.get_error_details();
        let info = details.error_info().unwrap_or_else(|| panic!("no ErrorInfo: {status:?}"));
        assert_eq!(info.domain, ErrorReason::DOMAIN, "{status:?}");
        for key in documented(&info.reason) {
            assert!(info.metadata.contains_key(&key), "{key} is missing: {info:?}");
        }
        let words = details.localized_message().expect("a LocalizedMessage");
        assert_eq!(words.locale, "zh-CN");
        let violations = details.bad_request().map(|it| it.field_violations.as_slice());
        Self {
            code: status.code(),
            reason: ErrorReason::from_reason(&info.reason).expect("a reason of the contract"),
            metadata: info.metadata.clone().into_iter().collect(),
            fields: violations.unwrap_or_default().iter().map(|it| it.field.clone()).collect(),
            resource: details.resource_info().map(|it| it.resource_name.clone()),
            zh: words.message.clone(),
            status,
        }
    }

    /// Whether it is of this code and reason: most tests ask no more.
    #[track_caller]
    pub fn is(&self, code: Code, reason: ErrorReason) {
        assert_eq!((self.code, self.reason), (code, reason), "{:?}", self.status);
    }
}

/// The keys of the metadata in the example that the contract gives for a reason.
fn documented(reason: &str) -> Vec<String> {
    let name = format!("ERROR_REASON_{reason}");
    let values = contract::enum_values("ErrorReason");
    let value = values.iter().find(|value| value.name == name).expect("a reason of the contract");
    let example = value.example().unwrap_or_else(|| panic!("{name} has no example"));
    let metadata = example["metadata"].as_object().expect("metadata in the example");
    metadata.keys().cloned().collect()
}

/// A call that must be refused.
pub trait Refused {
    /// The refusal.
    #[track_caller]
    fn refusal(self) -> Refusal;
}

impl<T: std::fmt::Debug> Refused for Result<Response<T>, Status> {
    #[track_caller]
    fn refusal(self) -> Refusal {
        Refusal::of(self.expect_err("the call is refused"))
    }
}

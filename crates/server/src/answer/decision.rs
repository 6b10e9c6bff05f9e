//! Decisions that cannot be made or withdrawn.

use nianbao_application::reports::DecisionError;
use nianbao_domain::finding::Severity;
use nianbao_domain::report::ReportKey;
use nianbao_proto::v1::{self, ErrorReason};
use tonic::{Code, Status};

use super::status::{Metadata, answer, details, quota};

/// The status of a decision that cannot be made or withdrawn.
pub(super) fn status(error: DecisionError, en: &str, zh: String) -> Status {
    let about = |report: ReportKey, identity: String| {
        vec![("name", report.to_string()), ("identity", identity)]
    };
    match error {
        DecisionError::NoFinding { report, identity } => {
            unmet(ErrorReason::FindingNotFound, about(report, identity), en, zh)
        }
        DecisionError::OtherEvidence { report, identity, evidence } => {
            let mut metadata = about(report, identity);
            metadata.push(("evidence", evidence));
            unmet(ErrorReason::FindingEvidenceChanged, metadata, en, zh)
        }
        DecisionError::WrongSeverity { report, identity, severity } => {
            let mut metadata = about(report, identity);
            metadata.push(("severity", name_of(severity).to_owned()));
            unmet(ErrorReason::FindingSeverityMismatch, metadata, en, zh)
        }
        DecisionError::NoDecision { report, identity } => {
            unmet(ErrorReason::DecisionNotFound, about(report, identity), en, zh)
        }
        DecisionError::TooMany { limit, found } => {
            quota(ErrorReason::TooManyDecisions, limit, Some(found), en, zh)
        }
        DecisionError::NotAllowed { permission, field } => {
            let metadata = vec![("permission", permission.code().to_owned()), ("field", field)];
            let details = details(ErrorReason::DecisionNotAllowed, metadata, zh);
            answer(Code::PermissionDenied, en, details)
        }
    }
}

/// What a decision needs is not there; the subject is the finding.
fn unmet(reason: ErrorReason, metadata: Metadata, en: &str, zh: String) -> Status {
    let identity = metadata.iter().find(|(key, _)| *key == "identity");
    let identity = identity.map(|(_, identity)| identity.clone()).unwrap_or_default();
    let mut details = details(reason, metadata, zh);
    details.add_precondition_failure_violation(reason.reason(), identity, en);
    answer(Code::FailedPrecondition, en, details)
}

/// The name of the value in the contract.
fn name_of(severity: Severity) -> &'static str {
    let severity = match severity {
        Severity::Blocking => v1::Severity::Blocking,
        Severity::Warning => v1::Severity::Warning,
        Severity::Info => v1::Severity::Info,
    };
    severity.as_str_name()
}

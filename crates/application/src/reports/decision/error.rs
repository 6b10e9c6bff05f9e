//! Why a decision cannot be made or withdrawn.

use nianbao_domain::finding::Severity;
use nianbao_domain::report::ReportKey;

use crate::access::Permission;

/// Why a decision cannot be made or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// The report has no such finding now.
    #[error("{report} has no finding {identity} now")]
    NoFinding {
        /// The report.
        report: ReportKey,
        /// The identity that was named.
        identity: String,
    },
    /// The finding has other values than the caller has seen.
    #[error("the finding {identity} of {report} has other values by now: look at it again")]
    OtherEvidence {
        /// The report.
        report: ReportKey,
        /// The identity that was named.
        identity: String,
        /// The present evidence.
        evidence: String,
    },
    /// A blocking finding is waived, any other is acknowledged.
    #[error("the finding {identity} of {report} is {} at submission: {}", .severity.code(), remedy(*.severity))]
    WrongSeverity {
        /// The report.
        report: ReportKey,
        /// The identity that was named.
        identity: String,
        /// How grave the finding is when the report is submitted.
        severity: Severity,
    },
    /// The report has no such decision.
    #[error("{report} has no decision about the finding {identity}")]
    NoDecision {
        /// The report.
        report: ReportKey,
        /// The identity that was named.
        identity: String,
    },
    /// The report would have too many decisions.
    #[error("{found} decisions are more than the {limit} that a report may have")]
    TooMany {
        /// Most decisions.
        limit: usize,
        /// How many it would be.
        found: usize,
    },
    /// The caller may not make or withdraw this decision.
    #[error("{field}: the permission {} is missing for this decision", .permission.code())]
    NotAllowed {
        /// What is missing.
        permission: Permission,
        /// The field of the request that holds or names the decision.
        field: String,
    },
}

fn remedy(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocking => "only a waiver answers it",
        Severity::Warning | Severity::Info => "it is acknowledged, not waived",
    }
}

//! What the tests of decisions share.

use chrono::{DateTime, NaiveDate};

use super::{Decision, DecisionKind};
use crate::finding::{Finding, Observation, Severity};

/// A warning about words, with one value.
pub(crate) fn finding(found: &str) -> Finding {
    Finding::new("TXT-001", Severity::Warning, "", Observation::new("", "").found(found))
}

/// An acknowledgement of a finding.
pub(crate) fn acknowledgement(finding: &Finding) -> Decision {
    Decision {
        kind: DecisionKind::Acknowledgement,
        code: finding.code.to_string(),
        identity: finding.identity(),
        evidence: finding.evidence(),
        reason: "属实".to_owned(),
        author: "alice".to_owned(),
        time: DateTime::UNIX_EPOCH,
        import: None,
    }
}

/// A waiver of a finding until a day.
pub(crate) fn waiver(finding: &Finding, until: &str) -> Decision {
    let kind = DecisionKind::Waiver { expire_date: day(until) };
    Decision { kind, ..acknowledgement(finding) }
}

/// A day.
pub(crate) fn day(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

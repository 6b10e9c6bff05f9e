//! A decision as it is kept.

use chrono::{DateTime, Utc};

use super::DecisionKind;
use crate::finding::Finding;

/// Decisions that a report may have at one time.
pub const MAX_DECISIONS: usize = 200;

/// What somebody decided about a finding, kept by the finding's identity and evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// The rule whose finding it is about, for people.
    pub code: String,
    /// The identity of the finding.
    pub identity: String,
    /// Its evidence then.
    pub evidence: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// When.
    pub time: DateTime<Utc>,
    /// Who brought it here, where it came with a report; author and time are then what the report says.
    pub import: Option<Import>,
}

/// How a decision came here with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Who brought it.
    pub by: String,
    /// When.
    pub time: DateTime<Utc>,
}

impl Decision {
    /// Whether it is about this identity and these values.
    pub fn is_about(&self, identity: &str, evidence: &str) -> bool {
        self.identity == identity && self.evidence == evidence
    }
}

/// The decisions that a new one about a finding takes the place of: those about the same values, and
/// those about other values of the same finding that nothing shows any longer.
pub fn superseded<'a>(
    present: &'a [Decision],
    (identity, evidence): (&'a str, &'a str),
    findings: &'a [Finding],
) -> impl Iterator<Item = &'a Decision> {
    let is_shown =
        move |it: &Decision| findings.iter().any(|f| it.is_about(&f.identity(), &f.evidence()));
    let of_it = present.iter().filter(move |it| it.identity == identity);
    of_it.filter(move |it| it.evidence == evidence || !is_shown(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::trial::{acknowledgement, finding};

    fn taken<'a>(present: &'a [Decision], about: &'a Finding, findings: &'a [Finding]) -> usize {
        let (identity, evidence) = (about.identity(), about.evidence());
        superseded(present, (&identity, &evidence), findings).count()
    }

    #[test]
    fn a_new_decision_takes_the_place_of_the_one_about_other_values() {
        let (before, after) = (finding("1"), finding("2"));
        assert_eq!(taken(&[acknowledgement(&before)], &after, std::slice::from_ref(&after)), 1);
    }

    #[test]
    fn a_decision_about_values_that_are_still_shown_stays() {
        let findings = [finding("1"), finding("2")];
        assert_eq!(taken(&[acknowledgement(&findings[0])], &findings[1], &findings), 0);
    }
}

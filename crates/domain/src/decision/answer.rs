//! Whether what was decided answers what is found now.

use chrono::NaiveDate;

use super::{Decision, DecisionKind};
use crate::finding::{Finding, Severity};
use crate::rules::Validation;

/// What was decided about a finding, and whether that holds today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was decided.
    pub decision: Decision,
    /// Whether it holds.
    pub state: AnswerState,
}

/// Whether a decision answers a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerState {
    /// It does.
    Holds,
    /// It was about the same finding with other values: asked again.
    OtherValues,
    /// It was a waiver whose last day is over.
    Expired,
    /// It is an acknowledgement of what blocks by now, which only a waiver answers.
    Insufficient,
}

impl AnswerState {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::OtherValues => "other_values",
            Self::Expired => "expired",
            Self::Insufficient => "insufficient",
        }
    }
}

/// What was decided about every finding, in the order of the findings; `today` is China Standard Time.
pub fn answers(
    validation: &Validation,
    decisions: &[Decision],
    today: NaiveDate,
) -> Vec<Option<Answer>> {
    let findings = validation.findings.iter();
    if decisions.is_empty() {
        return findings.map(|_| None).collect();
    }
    findings.map(|finding| answer(finding, decisions, today)).collect()
}

/// A decision about these values goes before one about others, and of several the latest.
fn answer(finding: &Finding, decisions: &[Decision], today: NaiveDate) -> Option<Answer> {
    let (identity, evidence) = (finding.identity(), finding.evidence());
    let of_it = decisions.iter().filter(|decision| decision.identity == identity);
    let nearest = of_it.max_by_key(|decision| (decision.evidence == evidence, decision.time))?;
    let state = match nearest.kind {
        _ if nearest.evidence != evidence => AnswerState::OtherValues,
        DecisionKind::Waiver { expire_date } if expire_date < today => AnswerState::Expired,
        DecisionKind::Acknowledgement if finding.severity == Severity::Blocking => {
            AnswerState::Insufficient
        }
        DecisionKind::Acknowledgement | DecisionKind::Waiver { .. } => AnswerState::Holds,
    };
    Some(Answer { decision: nearest.clone(), state })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::trial::{acknowledgement, day, finding, waiver};

    fn state(finding: Finding, decision: Decision, today: &str) -> Option<AnswerState> {
        let validation = Validation { findings: vec![finding], ..Validation::default() };
        answers(&validation, &[decision], day(today)).remove(0).map(|answer| answer.state)
    }

    fn blocking(found: &str) -> Finding {
        Finding { severity: Severity::Blocking, ..finding(found) }
    }

    #[test]
    fn a_decision_holds_while_identity_and_evidence_are_equal() {
        let held = state(finding("1"), acknowledgement(&finding("1")), "2026-01-01");
        assert_eq!(held, Some(AnswerState::Holds));
    }

    #[test]
    fn it_is_asked_again_where_the_evidence_changed() {
        let asked = state(finding("2"), acknowledgement(&finding("1")), "2026-01-01");
        assert_eq!(asked, Some(AnswerState::OtherValues));
    }

    #[test]
    fn a_decision_about_another_finding_answers_nothing() {
        let other = Finding::new("TXT-002", Severity::Warning, "", finding("1").observation);
        assert_eq!(state(finding("1"), acknowledgement(&other), "2026-01-01"), None);
    }

    #[test]
    fn a_waiver_holds_to_the_end_of_its_last_day() {
        let waived = waiver(&blocking("1"), "2026-03-31");
        let on = |today| state(blocking("1"), waived.clone(), today);
        assert_eq!(on("2026-03-31"), Some(AnswerState::Holds));
        assert_eq!(on("2026-04-01"), Some(AnswerState::Expired));
    }

    #[test]
    fn what_blocks_is_not_answered_by_an_acknowledgement() {
        let acknowledged = state(blocking("1"), acknowledgement(&finding("1")), "2026-01-01");
        assert_eq!(acknowledged, Some(AnswerState::Insufficient));
    }

    #[test]
    fn a_decision_about_these_values_goes_before_a_later_one_about_others() {
        let mut later = acknowledgement(&finding("2"));
        later.time += chrono::TimeDelta::days(1);
        let findings = vec![finding("1")];
        let validation = Validation { findings, ..Validation::default() };
        let decisions = [later, acknowledgement(&finding("1"))];
        let answered = answers(&validation, &decisions, day("2026-01-01")).remove(0).unwrap();
        assert_eq!(answered.state, AnswerState::Holds);
    }
}

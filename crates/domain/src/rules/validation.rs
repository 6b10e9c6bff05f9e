//! Running the rule set over a case.

use chrono::NaiveDate;

use super::{Case, causes, rules};
use crate::decision::{Decision, DecisionKind, answers};
use crate::finding::{Finding, NotAssessed, Severity};
use crate::report::ValidationSummary;
use crate::user_rule::RanRules;

/// What the rule set says about a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validation {
    /// Everything found: gravest causes first, then those with most consequences, then in the order of
    /// the catalogue; every consequence directly behind its cause.
    pub findings: Vec<Finding>,
    /// The rules that could not be decided.
    pub not_assessed: Vec<NotAssessed>,
    /// The rules of users that ran beside the catalogue.
    pub user_rules: RanRules,
}

/// Checks a case against every rule that is built.
pub fn validate(case: &Case<'_>) -> Validation {
    let mut validation = run(case);
    if !validation.findings.is_empty() {
        causes::arrange(case, &mut validation.findings);
    }
    validation
}

/// What every rule says, in the order of the catalogue.
pub(super) fn run(case: &Case<'_>) -> Validation {
    let mut validation = Validation::default();
    rules().for_each(|rule| rule.run(case, &mut validation));
    validation
}

impl Validation {
    /// The same with what was decided about its findings; `today` is China Standard Time.
    pub fn answered_by(mut self, decisions: &[Decision], today: NaiveDate) -> Self {
        let answers = answers(&self, decisions, today);
        for (finding, answer) in self.findings.iter_mut().zip(answers) {
            finding.answer = answer;
        }
        self
    }

    /// Brings findings that were added into the order of the list; to be called by whoever adds some.
    pub fn put_in_order(&mut self) {
        causes::put_in_order(&mut self.findings);
    }

    /// The findings that nothing answers: neither a decision about them nor one about their cause.
    /// What blocks is answered by waivers only, also through its cause.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        let answering: Vec<&Decision> = self.answering().collect();
        let through_cause = move |finding: &Finding| {
            let cause = finding.caused_by.as_deref();
            let of_cause = answering.iter().filter(|it| Some(it.identity.as_str()) == cause);
            let blocks = finding.severity == Severity::Blocking;
            of_cause.into_iter().any(|it| !blocks || is_waiver(it))
        };
        self.findings.iter().filter(move |it| it.holding_answer().is_none() && !through_cause(it))
    }

    /// How many open findings have a severity; consequences of others are not counted.
    pub fn count(&self, severity: Severity) -> usize {
        self.open().filter(|finding| finding.severity == severity && finding.is_cause()).count()
    }

    /// Whether something blocks submission that nothing answers.
    pub fn blocks(&self) -> bool {
        self.open().any(|finding| finding.severity == Severity::Blocking)
    }

    /// The counts that are stored with a report.
    pub fn summary(&self) -> ValidationSummary {
        let count = |severity| bounded(self.count(severity));
        let answered = |waivers: bool| {
            let causes = self.findings.iter().filter(|finding| finding.is_cause());
            let answers = causes.filter_map(Finding::holding_answer);
            bounded(answers.filter(|it| is_waiver(it) == waivers).count())
        };
        ValidationSummary {
            blocking: count(Severity::Blocking),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            waived: answered(true),
            acknowledged: answered(false),
            answered_until: self.answering().filter_map(|it| it.kind.expire_date()).min(),
            not_assessed: bounded(self.not_assessed.len()),
            rule_set: self.user_rules.rule_set(),
            hits: self.user_rules.hits.clone(),
        }
    }

    /// The decisions that hold.
    fn answering(&self) -> impl Iterator<Item = &Decision> {
        self.findings.iter().filter_map(Finding::holding_answer)
    }
}

fn is_waiver(decision: &Decision) -> bool {
    matches!(decision.kind, DecisionKind::Waiver { .. })
}

fn bounded(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::trial::{acknowledgement, day, finding, waiver};

    fn blocking() -> Finding {
        Finding { severity: Severity::Blocking, ..finding("1") }
    }

    fn found(findings: Vec<Finding>) -> Validation {
        Validation { findings, ..Validation::default() }
    }

    #[test]
    fn a_waived_finding_stays_visible_and_blocks_no_longer() {
        let waived = [waiver(&blocking(), "2026-03-31")];
        let answered = found(vec![blocking()]).answered_by(&waived, day("2026-03-31"));
        assert_eq!((answered.findings.len(), answered.blocks()), (1, false));
        let summary = answered.summary();
        assert_eq!((summary.blocking, summary.waived), (0, 1));
        assert_eq!(summary.answered_until, Some(day("2026-03-31")));
    }

    #[test]
    fn a_waiver_past_its_day_lets_the_finding_block_again() {
        let waived = [waiver(&blocking(), "2026-03-31")];
        let answered = found(vec![blocking()]).answered_by(&waived, day("2026-04-01"));
        assert!(answered.blocks());
        assert_eq!((answered.summary().blocking, answered.summary().waived), (1, 0));
    }

    #[test]
    fn an_acknowledged_warning_is_counted_as_such() {
        let decided = [acknowledgement(&finding("1"))];
        let answered = found(vec![finding("1")]).answered_by(&decided, day("2026-01-01"));
        let summary = answered.summary();
        assert_eq!((summary.warnings, summary.acknowledged), (0, 1));
        assert_eq!(summary.answered_until, None);
    }

    #[test]
    fn a_consequence_is_answered_with_its_cause() {
        let consequence =
            Finding { caused_by: Some(blocking().identity()), code: "T3-002".into(), ..blocking() };
        let waived = [waiver(&blocking(), "2026-03-31")];
        let both = found(vec![blocking(), consequence]);
        assert!(both.blocks());
        assert!(!both.answered_by(&waived, day("2026-01-01")).blocks());
    }

    #[test]
    fn an_acknowledged_cause_lets_nothing_through_that_blocks() {
        let caused_by = Some(finding("1").identity());
        let consequence = Finding { caused_by, code: "T3-002".into(), ..blocking() };
        let decided = [acknowledgement(&finding("1"))];
        let both = found(vec![finding("1"), consequence]);
        assert!(both.answered_by(&decided, day("2026-01-01")).blocks());
    }
}

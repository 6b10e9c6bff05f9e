//! Running the rule set over a case.

use super::{Case, RULE_SET, causes, rules};
use crate::finding::{Finding, NotAssessed, Severity};
use crate::report::ValidationSummary;

/// What the rule set says about a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validation {
    /// Everything found: gravest causes first, then those with most consequences, then in the order of
    /// the catalogue; every consequence directly behind its cause.
    pub findings: Vec<Finding>,
    /// The rules that could not be decided.
    pub not_assessed: Vec<NotAssessed>,
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
    /// How many findings have a severity; consequences of others are not counted.
    pub fn count(&self, severity: Severity) -> usize {
        let of_it = |finding: &&Finding| finding.severity == severity && finding.is_cause();
        self.findings.iter().filter(of_it).count()
    }

    /// Brings findings that were added into the order of the list; to be called by whoever adds some.
    pub fn put_in_order(&mut self) {
        causes::put_in_order(&mut self.findings);
    }

    /// Whether something blocks submission.
    pub fn blocks(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Blocking)
    }

    /// The counts that are stored with a report.
    pub fn summary(&self) -> ValidationSummary {
        let count = |severity| u32::try_from(self.count(severity)).unwrap_or(u32::MAX);
        ValidationSummary {
            blocking: count(Severity::Blocking),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            not_assessed: u32::try_from(self.not_assessed.len()).unwrap_or(u32::MAX),
            rule_set: RULE_SET.to_owned(),
        }
    }
}

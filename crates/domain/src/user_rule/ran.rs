//! Which user rules a check ran, and which of them found something.

use super::{UserRuleCode, rule_set_version};

/// A rule that found something in a report, in one wording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleHit {
    /// The rule.
    pub code: UserRuleCode,
    /// Its wording.
    pub wording: u32,
}

/// Which user rules a check ran, and which of them found something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RanRules {
    /// How often the set of active user rules had changed before the check.
    pub generation: u64,
    /// The rules, active or in shadow, that found something.
    pub hits: Vec<RuleHit>,
}

impl RanRules {
    /// The version of the rule set that the check was made with.
    pub fn rule_set(&self) -> String {
        rule_set_version(self.generation)
    }
}

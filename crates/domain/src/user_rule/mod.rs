//! Rules that users write, as data: what they say, how they are tested, where they stand.
//!
//! The expression is kept as written; only the crate `expression` knows its language.

mod code;
mod definition;
mod fault;
mod ran;
mod record;
mod state;
mod trial;
mod vector;

pub use code::{InvalidCode, UserRuleCode};
pub use definition::{DEFAULT_BASIS, Definition, MAX_EXPRESSION, MAX_VECTORS};
pub use fault::DefinitionFault;
pub use ran::{RanRules, RuleHit};
pub use record::{DefinitionUpdate, RuleSetChange, UserRule};
pub use state::RuleState;
pub use trial::{Trial, VectorResult};
pub use vector::{Expectation, Given, TestVector};

use crate::rules::RULE_SET;

/// Most user rules that may be in shadow or active at once.
pub const MAX_ENABLED: usize = 200;
/// Most user rules that there may be, retired ones among them.
pub const MAX_RULES: usize = 2000;

/// The version of a rule set with user rules: that of the built-in rules, and behind a plus sign how
/// often the set of active user rules has changed; without any change the built-in version alone.
pub fn rule_set_version(generation: u64) -> String {
    match generation {
        0 => RULE_SET.to_owned(),
        generation => format!("{RULE_SET}+{generation}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_set_without_user_rules_has_the_version_of_the_catalogue() {
        assert_eq!(rule_set_version(0), RULE_SET);
        assert_eq!(rule_set_version(3), format!("{RULE_SET}+3"));
    }
}

//! The version of the rules that are in force.

use nianbao_domain::rules::RULE_SET;

/// The present version of the rule set: results of any other are stale.
pub fn rule_set() -> &'static str {
    RULE_SET
}

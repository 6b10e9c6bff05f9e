//! The rules: tables of checks over a case.
//!
//! One family a folder or file, one rule of any weight a file. Codes are stable for ever.

mod arithmetic;
mod case;
mod rule;
mod validation;

pub use case::Case;
pub use rule::{Rule, Sink};
pub use validation::{Validation, validate};

/// The version of the rule set, stored with every result; it changes with every rule.
pub const RULE_SET: &str = "2026.1";

/// Every rule that is built, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// The rule with this code, where it is built.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

static FAMILIES: &[&[Rule]] = &[arithmetic::RULES];

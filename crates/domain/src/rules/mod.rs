//! The rules: the catalogue of every code there is, and the checks of those that are built.
//!
//! One family a folder or file, one rule of any weight a file. Codes are stable for ever.

mod absence;
mod across_tables;
mod across_years;
mod arithmetic;
mod case;
mod catalogue;
mod causes;
mod comparable;
mod content;
mod digits;
mod disclosure;
mod edition;
mod explanation;
mod fees;
mod format;
mod hierarchy;
mod identity;
mod import;
mod local_rows;
mod meaning;
mod naming;
mod narrative;
mod own_name;
mod pages;
mod pinpoint;
mod plausibility;
mod proceedings;
mod quotation;
mod related;
mod requests;
mod rule;
mod sentence;
mod structure;
#[cfg(test)]
mod tests;
mod time;
mod told;
#[cfg(test)]
mod trial;
mod unit;
mod validation;

pub use case::Case;
pub use catalogue::{Entry, MissingValues, Status, catalogue};
pub use explanation::{Explanation, explanation};
pub use related::{Children, Previous, Related};
pub use rule::{Rule, Sink};
pub use validation::{Validation, validate};

/// The version of the rule set, stored with every result; it changes with every rule.
pub const RULE_SET: &str = "2026.2";

/// Every rule that is built, in the order of the catalogue.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// The rule with this code, where it is built.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.entry.code == code)
}

static FAMILIES: &[&[Rule]] = &[
    structure::RULES,
    edition::RULES,
    format::RULES,
    disclosure::RULES,
    meaning::RULES,
    arithmetic::REQUESTS,
    requests::RULES,
    arithmetic::PROCEEDINGS,
    proceedings::RULES,
    across_tables::RULES,
    across_years::RULES,
    plausibility::RULES,
    narrative::RULES,
    unit::RULES,
    time::RULES,
    identity::RULES,
    content::RULES,
    hierarchy::RULES,
    import::RULES,
];

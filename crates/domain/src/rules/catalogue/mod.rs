//! The catalogue: a row for every code there is. Codes are stable for ever.

mod across_tables;
mod across_years;
mod content;
mod disclosure;
mod edition;
mod entry;
mod format;
mod hierarchy;
mod identity;
mod import;
mod meaning;
mod narrative;
mod plausibility;
mod proceedings;
mod publication;
mod requests;
mod structure;
mod time;
mod unit;

pub use entry::{Entry, MissingValues, Status};

/// The families, in the order in which findings are listed.
static FAMILIES: [&[Entry]; 18] = [
    structure::ROWS,
    edition::ROWS,
    format::ROWS,
    disclosure::ROWS,
    meaning::ROWS,
    requests::ROWS,
    proceedings::ROWS,
    across_tables::ROWS,
    across_years::ROWS,
    plausibility::ROWS,
    narrative::ROWS,
    unit::ROWS,
    time::ROWS,
    identity::ROWS,
    content::ROWS,
    hierarchy::ROWS,
    import::ROWS,
    publication::ROWS,
];

/// Every row of the catalogue, family by family.
pub fn catalogue() -> impl Iterator<Item = &'static Entry> {
    FAMILIES.into_iter().flatten()
}

/// The row of a rule that is built: found while compiling, so that a rule without one does not build.
#[expect(clippy::panic, reason = "evaluated while compiling only")]
pub(super) const fn row_of(code: &str) -> &'static Entry {
    let mut family = 0;
    while family < FAMILIES.len() {
        let mut at = 0;
        while at < FAMILIES[family].len() {
            if same(FAMILIES[family][at].code, code) {
                return &FAMILIES[family][at];
            }
            at += 1;
        }
        family += 1;
    }
    panic!("the catalogue has no such code")
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rules::rules;

    fn codes_with(holds: impl Fn(Status) -> bool) -> Vec<&'static str> {
        catalogue().filter(|row| holds(row.status)).map(|row| row.code).collect()
    }

    #[test]
    fn the_catalogue_has_119_codes_and_none_twice() {
        let codes: BTreeSet<_> = catalogue().map(|row| row.code).collect();
        assert_eq!((catalogue().count(), codes.len()), (119, 119));
    }

    #[test]
    fn a_code_is_a_family_and_three_digits() {
        for row in catalogue() {
            let (family, number) = row.code.split_once('-').unwrap();
            assert!(matches!(family.len(), 2 | 3), "{}", row.code);
            assert!(family.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
            assert!(number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()));
        }
    }

    #[test]
    fn every_row_says_everything_it_has_to() {
        for row in catalogue() {
            let words = [row.title_zh, row.title_en, row.formula, row.basis, row.example];
            assert!(words.iter().all(|words| !words.is_empty()), "{}", row.code);
            assert!(!row.editions.is_empty(), "{}", row.code);
            assert!(row.title_en.is_ascii() || row.title_en.contains(['件', '≤']), "{}", row.code);
        }
    }

    #[test]
    fn exactly_the_codes_with_a_check_are_in_the_rule_tables_and_in_the_same_order() {
        let built: Vec<_> = rules().map(|rule| rule.entry.code).collect();
        assert_eq!(built, codes_with(Status::has_check));
    }

    #[test]
    fn what_another_rule_holds_is_held_by_a_rule_that_is_built() {
        let held = catalogue().filter_map(|row| match row.status {
            Status::HeldElsewhere { by } => Some(by),
            Status::DerivedFromForm | Status::Implemented | Status::Undecidable { .. } => None,
        });
        for by in held.filter(|by| !by.contains("::")) {
            assert!(rules().any(|rule| rule.entry.code == by), "{by}");
        }
    }
}

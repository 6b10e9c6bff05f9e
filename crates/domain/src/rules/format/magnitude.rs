//! FMT-010: no implausible magnitude.
//!
//! A city reports some ten million licences, so that only counts above a thousand million are
//! implausible by themselves: a telephone number in a cell. Against the year before, more than a
//! thousand times as many is. Money has a limit of its own; whether its unit is right is UNT-001's.

use crate::finding::Observation;
use crate::form::{CellId, Measure, Unit};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("FMT-010", check);

/// More than any organ decides, receives or issues in a year.
const LARGEST_COUNT: u64 = 1_000_000_000;
/// A million million yuan, in millionths: more than any organ charges or spends in a year.
const LARGEST_YUAN: u64 = 1_000_000_000_000_000_000;
/// How many times the number of the year before is implausible.
const TIMES: i128 = 1000;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let mut to_compare = Vec::new();
    for (cell, number) in sheet.cells().filter_map(|(cell, said)| Some((cell, said.number()?))) {
        if number.unsigned_abs() > largest(cell, sheet.unit(cell)) {
            sink.raise(too_large(case, cell));
        } else if cell.measure() == Measure::Count && i128::from(number) > TIMES {
            to_compare.push((cell, number));
        }
    }
    if to_compare.is_empty() {
        return;
    }
    if let Err(reason) = case.previous.reports() {
        return sink.not_assessable(["previous_year"], reason);
    }
    for (cell, number) in to_compare {
        match case.previous.number(cell) {
            Some(before) if before > 0 && i128::from(number) > TIMES * before => {
                sink.raise(grown(case, cell, before));
            }
            Some(_) | None => {}
        }
    }
}

fn largest(cell: CellId, unit: Unit) -> u64 {
    match (cell.measure(), unit) {
        (Measure::Count | Measure::SignedCount, _) => LARGEST_COUNT,
        (Measure::Money(_), Unit::TenThousandYuan) => LARGEST_YUAN / 10_000,
        (Measure::Money(_), Unit::Yuan | Unit::NotStated | Unit::None) => LARGEST_YUAN,
    }
}

fn too_large(case: &Case<'_>, cell: CellId) -> Observation {
    let sheet = &case.content.sheet;
    let found = sheet.printed_number(cell);
    Observation::new(
        format!(
            "{}填 {found}，大得不合情理，可能是电话号码、文号等误填；请核对",
            naming::cell(sheet.layout(), cell)
        ),
        format!("{cell} says {found}, implausibly much: perhaps a telephone number; please check"),
    )
    .about([cell])
    .found(found)
}

fn grown(case: &Case<'_>, cell: CellId, before: i128) -> Observation {
    let sheet = &case.content.sheet;
    let found = sheet.printed_number(cell);
    Observation::new(
        format!(
            "{}填 {found}，上一年度是 {before}，超过一千倍；请核对是否多填了位数或者统计口径变了",
            naming::cell(sheet.layout(), cell)
        ),
        format!("{cell} says {found}, more than a thousand times the {before} of the year before"),
    )
    .about([cell])
    .found(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::Cell;

    const LICENCES: CellId = CellId::new(Line::AdministrativeLicensing, Column::Decisions);
    const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);

    fn with(cell: CellId, number: i64) -> Content {
        let mut content = trial::on(Edition::E2021);
        content.sheet.set(cell, Cell::Number(number)).unwrap();
        content
    }

    fn after(number: i64, before: Option<i64>) -> Validation {
        let content = with(LICENCES, number);
        let previous = before.map(|before| with(LICENCES, before));
        let mut case = Case::new(&content);
        case.previous =
            previous.as_ref().map_or(Previous::Unknown, |it| Previous::Report(trial::related(it)));
        trial::of("FMT-010", &case)
    }

    #[test]
    fn a_telephone_number_is_no_count_and_the_licences_of_a_city_are() {
        assert_eq!(after(13_800_138_000, None).findings.len(), 1);
        assert_eq!(after(11_400_000, Some(11_000_000)), Validation::default());
    }

    #[test]
    fn more_than_a_thousand_times_the_year_before_is_implausible() {
        assert_eq!(after(12_001, Some(12)).findings.len(), 1);
        assert_eq!(after(12_000, Some(12)), Validation::default());
    }

    #[test]
    fn a_year_that_began_with_nothing_is_not_held_against_any() {
        assert_eq!(after(12_001, Some(0)), Validation::default());
    }

    #[test]
    fn without_the_year_before_only_large_numbers_ask_for_it() {
        assert_eq!(after(12_001, None).not_assessed[0].missing, ["previous_year"]);
        assert_eq!(after(900, None), Validation::default());
    }

    #[test]
    fn money_has_a_limit_of_its_own() {
        let seen = |millionths| {
            let content = with(CHARGES, millionths);
            trial::of("FMT-010", &Case::new(&content))
        };
        assert_eq!(seen(59_237_244_900), Validation::default());
        assert_eq!(seen(200_000_000_000_000).findings.len(), 1);
    }
}

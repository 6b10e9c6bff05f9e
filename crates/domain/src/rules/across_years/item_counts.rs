//! XYR-004: items of 2019 roll forward: last year's number, moved by last year's change.
//!
//! 上一年项目数量 stood before the year began, so that this year's is last year's and 本年增/减.

use super::stock::{Stock, Stocks, in_words};
use super::{reports, whose};
use crate::finding::Observation;
use crate::form::{Continuity, Nature};
use crate::rules::{Case, Related, Rule, Sink, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("XYR-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    let stocks = Stocks::of(case, reports, rolls_forward);
    for stock in &stocks.broken {
        sink.raise(observation(&case.content.sheet, stock, reports));
    }
    stocks.tell_gaps(&case.content.sheet, sink);
}

fn rolls_forward(it: &Continuity) -> bool {
    it.before.nature() == Nature::OpeningStock
}

fn observation(sheet: &Sheet, stock: &Stock, reports: &[Related<'_>]) -> Observation {
    let (cell, expected, found) = (stock.continuity.stock, stock.expected(), stock.found);
    Observation::new(
        format!(
            "{}填 {found}，按{}，应为 {expected}；请核对两年的项目数量",
            naming::cell(sheet.layout(), cell),
            in_words(stock, reports, sheet),
        ),
        format!(
            "{cell} says {found}; {} moved by {} in {} makes {expected}",
            stock.before,
            stock.gains,
            whose(reports).1
        ),
    )
    .about([cell])
    .expected(expected, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn licences(items: i64, change: i64) -> Content {
        let mut content = trial::on(Edition::E2019);
        content.sheet = consistent(Edition::E2019, |_| 0);
        for (column, number) in [(Column::PreviousYearItems, items), (Column::NetChange, change)] {
            let cell = CellId::new(Line::AdministrativeLicensing, column);
            content.sheet.set(cell, Cell::Number(number)).unwrap();
        }
        content
    }

    fn after(before: &Content, now: &Content) -> Validation {
        let mut case = Case::new(now);
        case.previous = Previous::Report(trial::related(before));
        trial::of("XYR-004", &case)
    }

    #[test]
    fn items_move_by_the_change_of_last_year_and_not_of_this_one() {
        assert_eq!(after(&licences(10, -2), &licences(8, 5)), Validation::default());
    }

    #[test]
    fn items_that_did_not_move_are_named_with_the_right_number() {
        let findings = after(&licences(10, 2), &licences(10, 0)).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("12", "10"));
        assert_eq!(
            seen.cells,
            [CellId::new(Line::AdministrativeLicensing, Column::PreviousYearItems)]
        );
        assert!(
            seen.message.zh.contains("上年报告的 10，加上年的“本年增/减”2"),
            "{}",
            seen.message.zh
        );
    }

    #[test]
    fn a_blank_change_is_not_assessable() {
        let mut before = licences(10, 2);
        let change = CellId::new(Line::AdministrativeLicensing, Column::NetChange);
        before.sheet.set(change, Cell::Blank).unwrap();
        let validation = after(&before, &licences(10, 0));
        assert_eq!(validation.findings, []);
        let missing = &validation.not_assessed[0].missing;
        assert_eq!(*missing, [format!("previous_year:{change}")]);
    }
}

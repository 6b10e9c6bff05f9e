//! T4-006: cases that were pending at the end of last year are cases of this year.
//!
//! Whatever became of them, they stand in this year's total. Which columns these are follows from
//! the form: a leaf that is a closing stock, and the total it is a part of.

use crate::finding::{Message, Observation};
use crate::form::{CellId, Nature, TableId, printed, totals};
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("T4-006", check);

/// What is pending in a line, and the total that contains it.
struct Cases {
    pending: CellId,
    total: CellId,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if let Err(reason) = case.previous.reports() {
        return sink.not_assessable(["previous_year"], reason);
    }
    let sheet = &case.content.sheet;
    let mut missing = Vec::new();
    for cases in of_form(sheet) {
        let now = sheet.number(cases.total).map(i128::from);
        let before = case.previous.number(cases.pending);
        match (now, before) {
            (Some(now), Some(before)) if now < before => {
                sink.raise(observation(sheet, &cases, now, before));
            }
            (Some(_), Some(_)) => {}
            (_, before) => {
                missing.extend(now.is_none().then(|| cases.total.to_string()));
                let code = || format!("previous_year:{}", cases.pending);
                missing.extend(before.is_none().then(code));
            }
        }
    }
    if !missing.is_empty() {
        let reason = Message::new(
            format!("本年或上年有 {} 个单元格没有数字", missing.len()),
            format!("{} cells of this year or the year before have no number", missing.len()),
        );
        sink.not_assessable(missing, reason);
    }
}

fn of_form(sheet: &Sheet) -> Vec<Cases> {
    let table = sheet.edition().form().table(TableId::Proceedings);
    let mut found = Vec::new();
    for block in table.map_or(&[][..], |table| table.blocks) {
        for line in printed(block.rows) {
            for (total, parts) in totals(block.columns) {
                let mut parts = parts.into_iter().map(|column| CellId::new(line, column));
                let pending = parts.find(|cell| cell.nature() == Nature::ClosingStock);
                let total = CellId::new(line, total);
                found.extend(pending.map(|pending| Cases { pending, total }));
            }
        }
    }
    found
}

fn observation(sheet: &Sheet, cases: &Cases, now: i128, before: i128) -> Observation {
    let layout = sheet.layout();
    Observation::new(
        format!(
            "{}为 {now}，而上年{}有 {before} 件；上年未审结的应当计入本年，请核对",
            naming::cell(layout, cases.total),
            naming::cell(layout, cases.pending)
        ),
        format!("{} says {now}, yet {before} cases were pending last year", cases.total),
    )
    .about([cases.total])
    .expected(format!(">={before}"), now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const PENDING: CellId = CellId::new(Line::DirectLitigation, Column::Pending);
    const TOTAL: CellId = CellId::new(Line::DirectLitigation, Column::Cases);

    fn year(cell: CellId, said: Cell) -> Content {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(cell, said).unwrap();
        content
    }

    fn after(before: Cell, now: Cell) -> Validation {
        let (before, now) = (year(PENDING, before), year(TOTAL, now));
        let mut case = Case::new(&now);
        case.previous = Previous::Report(trial::related(&before));
        trial::of("T4-006", &case)
    }

    #[test]
    fn cases_that_vanished_are_told_with_their_line() {
        let findings = after(Cell::Number(26), Cell::Number(3)).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.cells.as_slice(), seen.expected.as_str()), (&[TOTAL][..], ">=26"));
    }

    #[test]
    fn as_many_cases_as_were_pending_are_enough() {
        assert_eq!(after(Cell::Number(26), Cell::Number(26)), Validation::default());
    }

    #[test]
    fn a_blank_is_not_assessable_in_either_year() {
        let missing = after(Cell::Blank, Cell::Blank).not_assessed.remove(0).missing;
        assert_eq!(missing, [TOTAL.to_string(), format!("previous_year:{PENDING}")]);
    }

    #[test]
    fn every_line_of_table_4_has_pending_cases() {
        for edition in Edition::ALL {
            assert_eq!(of_form(&Sheet::blank(edition)).len(), 3);
        }
    }
}

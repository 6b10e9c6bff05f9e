//! T3-006: totals are not left blank where their components have numbers.
//!
//! The right number follows from the components, so the finding states it. Where some components are
//! blank as well it follows only if these are read as zero, and the finding says that it is that
//! reading.

use crate::finding::Observation;
use crate::form::{CellId, EquationKind, IndexedEquation, TableId};
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::{Cell, Reading};

pub(super) const RULE: Rule = Rule::new("T3-006", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let blank = sheet
        .layout()
        .equations()
        .iter()
        .filter(|it| is_total(it) && sheet.get(it.equation.left[0]) == Some(Cell::Blank));
    let mut seen = Vec::new();
    for it in blank {
        let total = it.equation.left[0];
        let known = it.equation.right.iter().filter(|cell| sheet.number(**cell).is_some()).count();
        let derived = case.second_reading().number(total);
        if let (1.., Some(derived), false) = (known, derived, seen.contains(&total)) {
            let all_known = known == it.equation.right.len();
            sink.raise(observation(case, total, derived, all_known));
            seen.push(total);
        }
    }
}

fn is_total(it: &IndexedEquation) -> bool {
    it.equation.table == TableId::Requests
        && matches!(it.equation.kind, EquationKind::RowTotal(_) | EquationKind::ColumnTotal(_))
}

fn observation(case: &Case<'_>, total: CellId, derived: i64, all_known: bool) -> Observation {
    let cell = naming::cell(case.content.sheet.layout(), total);
    let (reading, zh, en) = if all_known {
        (Reading::AsPrinted, "", "")
    } else {
        (Reading::BlanksAsZero, "（其余空白按 0 计）", ", other blanks read as 0")
    };
    Observation::new(
        format!("{cell}空白，按各组成部分应填 {derived}{zh}"),
        format!("{total} is blank; its parts sum to {derived}{en}"),
    )
    .about([total])
    .expected(derived, "")
    .read(reading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::samples::consistent;

    const TOTAL: CellId = CellId::new(Line::Granted, Column::Applicants);
    const PART: CellId = CellId::new(Line::Granted, Column::Enterprise);

    fn with_blank(cells: &[CellId]) -> Vec<(CellId, String, Reading)> {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 1);
        cells.iter().for_each(|cell| content.sheet.set(*cell, Cell::Blank).unwrap());
        let findings = trial::of("T3-006", &Case::new(&content)).findings;
        let summary = |it: Observation| (it.cells[0], it.expected, it.reading);
        findings.into_iter().map(|it| summary(it.observation)).collect()
    }

    #[test]
    fn a_blank_total_is_told_its_number() {
        assert_eq!(with_blank(&[TOTAL]), [(TOTAL, "6".to_owned(), Reading::AsPrinted)]);
    }

    #[test]
    fn with_blank_components_the_reading_is_said() {
        assert_eq!(with_blank(&[TOTAL, PART]), [(TOTAL, "5".to_owned(), Reading::BlanksAsZero)]);
    }

    #[test]
    fn a_blank_component_is_no_blank_total() {
        assert_eq!(with_blank(&[PART]), []);
    }

    #[test]
    fn a_total_of_totals_is_named_once() {
        let all = CellId::new(Line::Handled, Column::Applicants);
        assert_eq!(with_blank(&[all]).len(), 1);
    }
}

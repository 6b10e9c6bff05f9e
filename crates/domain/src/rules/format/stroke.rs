//! FMT-004: no stroke and no word stands for a number.
//!
//! "/" or 无 may mean that nothing happened, that the organ has no such duty, or that nobody knows. A
//! number says which. One finding a table lists its cells.

use crate::finding::Observation;
use crate::form::{CellId, TableId};
use crate::rules::{Case, Rule, Sink, naming, quotation};
use crate::sheet::Cell;

pub(super) const RULE: Rule = Rule::new("FMT-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (table, cells) in case.content.sheet.cells_that_are(Cell::NotApplicable) {
        sink.raise(observation(case, table, cells));
    }
}

fn observation(case: &Case<'_>, table: TableId, cells: Vec<CellId>) -> Observation {
    let layout = case.content.sheet.layout();
    let source = cells.iter().find_map(|cell| {
        let source = case.content.provenance.cells.get(cell)?;
        Some(quotation::of_cell(layout, *cell, source))
    });
    let said = source.as_ref().map_or("/", |quote| quote.text.as_str());
    let seen = Observation::new(
        format!(
            "{}有 {} 格填的是“{said}”等符号或文字，不是数字：{}；没有发生的请填 0",
            naming::table(table),
            cells.len(),
            naming::cells(layout, &cells)
        ),
        format!(
            "{} has {} cells with a stroke or a word for a number: {}; what did not happen is 0",
            naming::table_en(table),
            cells.len(),
            naming::codes(&cells)
        ),
    )
    .found(cells.len())
    .about(cells);
    match source {
        Some(quote) => seen.quoting(quote),
        None => seen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Column, Line};
    use crate::rules::trial;

    const RULES_ISSUED: CellId = CellId::new(Line::GovernmentRules, Column::Issued);

    #[test]
    fn strokes_are_listed_in_one_warning_a_table_with_their_words() {
        let mut content = trial::with_cell(RULES_ISSUED, Cell::NotApplicable, "不适用");
        let repealed = CellId::new(Line::GovernmentRules, Column::Repealed);
        content.sheet.set(repealed, Cell::NotApplicable).unwrap();
        let findings = trial::of("FMT-004", &Case::new(&content)).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
        assert_eq!(findings[0].observation.cells, [RULES_ISSUED, repealed]);
        assert!(findings[0].observation.message.zh.contains("“不适用”"));
    }

    #[test]
    fn a_blank_is_no_stroke() {
        let content = trial::content();
        assert_eq!(trial::of("FMT-004", &Case::new(&content)).findings, []);
    }
}

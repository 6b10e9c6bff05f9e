//! FMT-003: no blank cell.
//!
//! A blank is not a zero: what did not happen is reported as 0. One finding a table lists its blank
//! cells; it warns while a draft is written and blocks its submission.

use crate::finding::Observation;
use crate::form::{CellId, TableId};
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::Cell;

pub(super) const RULE: Rule = Rule::new("FMT-003", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (table, blank) in case.content.sheet.cells_that_are(Cell::Blank) {
        sink.raise(observation(case, table, blank));
    }
}

fn observation(case: &Case<'_>, table: TableId, blank: Vec<CellId>) -> Observation {
    let layout = case.content.sheet.layout();
    Observation::new(
        format!(
            "{}有 {} 个空白单元格：{}；没有发生的请填 0",
            naming::table(table),
            blank.len(),
            naming::cells(layout, &blank)
        ),
        format!(
            "{} has {} blank cells: {}; what did not happen is 0",
            naming::table_en(table),
            blank.len(),
            naming::codes(&blank)
        ),
    )
    .found(blank.len())
    .about(blank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, Stage};
    use crate::form::{Column, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::samples::consistent;

    #[test]
    fn blank_cells_are_listed_table_by_table() {
        let content = trial::content();
        let findings = trial::of("FMT-003", &Case::new(&content)).findings;
        let counts: Vec<_> = findings.iter().map(|it| it.observation.cells.len()).collect();
        assert_eq!(counts, [10, 175, 15]);
    }

    #[test]
    fn a_blank_warns_in_a_draft_and_blocks_a_submission() {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(CellId::new(Line::Granted, Column::Enterprise), Cell::Blank).unwrap();
        let mut case = Case::new(&content);
        let severity = |case: &Case<'_>| trial::of("FMT-003", case).findings[0].severity;
        assert_eq!(severity(&case), Severity::Warning);
        case.stage = Stage::Submission;
        assert_eq!(severity(&case), Severity::Blocking);
    }

    #[test]
    fn a_slash_is_no_blank() {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        let slash = CellId::new(Line::GovernmentRules, Column::Issued);
        content.sheet.set(slash, Cell::NotApplicable).unwrap();
        assert_eq!(trial::of("FMT-003", &Case::new(&content)).findings, []);
    }
}

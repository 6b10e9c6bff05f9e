//! What other evidence says of single cells: it decides between repairs that are equally small.

use crate::form::{CellId, CellIndex, Line};
use crate::rules::{Case, Previous};
use crate::sheet::Sheet;

/// Numbers that cells should have by other evidence than the relations of the form.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    known: Vec<(CellIndex, i64)>,
}

impl Clues {
    /// The clues of a case: 上年结转 is what last year's report carried forward.
    pub fn of_case(case: &Case<'_>) -> Self {
        let layout = case.content.sheet.layout();
        let known = layout.cells().iter().zip(0..=CellIndex::MAX);
        let known = known.filter_map(|(cell, at)| Some((at, carried(case, *cell)?)));
        Self { known: known.collect() }
    }

    /// What is known of a cell.
    pub fn of(&self, at: CellIndex) -> impl Iterator<Item = i64> {
        self.known.iter().filter(move |(cell, _)| *cell == at).map(|(_, number)| *number)
    }
}

/// What last year's report, or those of the organs merged into this one, carried forward.
fn carried(case: &Case<'_>, cell: CellId) -> Option<i64> {
    if cell.line != Line::CarriedOver {
        return None;
    }
    let forward = |sheet: &Sheet| sheet.value(Line::CarriedForward, cell.column);
    let sum = match &case.previous {
        Previous::Unknown | Previous::None(_) => None,
        Previous::Report(report) => forward(&report.content.sheet),
        Previous::Merged(reports) => {
            reports.iter().map(|report| forward(&report.content.sheet)).sum()
        }
    };
    i64::try_from(sum?).ok()
}

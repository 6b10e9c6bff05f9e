//! What other evidence says of single cells: it decides between repairs that are equally small.

use crate::form::{CellId, CellIndex, Line};
use crate::rules::{Case, Previous};
use crate::sheet::Sheet;

/// Numbers that cells should have by other evidence than the relations of the form.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    known: Vec<Clue>,
}

/// What one piece of evidence says of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clue {
    at: CellIndex,
    /// The number.
    pub number: i64,
    /// Where it comes from.
    pub source: Source,
}

/// Where a clue comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// 上年结转 is what last year's report carried forward.
    LastYear,
    /// The narrative states the number.
    Narrative,
}

impl Clues {
    /// The clues of a case.
    pub fn of_case(case: &Case<'_>) -> Self {
        let layout = case.content.sheet.layout();
        let places = layout.cells().iter().zip(0..=CellIndex::MAX);
        let last_year =
            places.filter(|(cell, _)| cell.line == Line::CarriedOver).filter_map(|(cell, at)| {
                Some(Clue { at, number: carried(case, *cell)?, source: Source::LastYear })
            });
        let narrative = case.stated().into_iter().filter_map(|(cell, number)| {
            Some(Clue { at: layout.index(cell)?, number, source: Source::Narrative })
        });
        Self { known: last_year.chain(narrative).collect() }
    }

    /// What is known of a cell.
    pub fn of(&self, at: CellIndex) -> impl Iterator<Item = Clue> {
        self.known.iter().filter(move |clue| clue.at == at).copied()
    }
}

impl Source {
    /// The source in words, Chinese and English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::LastYear => ("上年报告的结转数", "what last year's report carried forward"),
            Self::Narrative => ("正文所述", "the narrative"),
        }
    }
}

/// What last year's report, or those of the organs merged into this one, carried forward.
fn carried(case: &Case<'_>, cell: CellId) -> Option<i64> {
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

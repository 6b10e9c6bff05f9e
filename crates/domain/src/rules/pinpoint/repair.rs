//! A set of changes that repairs what fails, and how near it lies.

use std::cmp::Reverse;

use super::clue::{Clues, Source};
use super::figures::Figures;
use super::search::Deltas;
use super::shape::Shape;
use super::slip::Slip;
use crate::form::CellIndex;

/// Changes that together repair what fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// The changes, in the order of the form.
    pub changes: Vec<Change>,
    /// What they look like together.
    pub shape: Option<Shape>,
    /// What other evidence confirms, one entry a change and source.
    pub confirmed: Vec<Source>,
    /// What speaks for the numbers that are there now.
    pub contradicted: Vec<Source>,
}

/// A change of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The cell.
    pub at: CellIndex,
    /// The number in the reading that was assessed: of a blank, what it counts as.
    pub from: i64,
    /// The suggested number.
    pub to: i64,
    /// Whether the page prints a number there.
    pub printed: bool,
}

impl Repair {
    /// The repair that adds so much to these cells.
    pub fn new(
        figures: &Figures<'_>,
        printed: &Figures<'_>,
        deltas: &Deltas,
        clues: &Clues,
    ) -> Self {
        let change = |(at, delta): &(CellIndex, i64)| {
            let from = figures.number(*at);
            let printed = printed.sheet.at(*at).number().is_some();
            Change { at: *at, from, to: from + delta, printed }
        };
        let changes: Vec<_> = deltas.iter().map(change).collect();
        let told = |change: &Change| {
            let change = *change;
            clues.of(change.at).map(move |clue| (clue, change))
        };
        let sources = |holds: fn(i64, Change) -> bool| -> Vec<Source> {
            let told = changes.iter().flat_map(told);
            told.filter(|(it, change)| holds(it.number, *change)).map(|(it, _)| it.source).collect()
        };
        Self {
            shape: Shape::of(figures, &changes),
            confirmed: sources(|known, change| known == change.to),
            contradicted: sources(|known, change| known == change.from && change.printed),
            changes,
        }
    }

    /// The order of repairs: what other evidence speaks for, what looks like one slip, what changes
    /// fewer printed numbers, then by the slips of the single numbers.
    pub fn rank(&self) -> impl Ord + use<> {
        let printed = self.changes.iter().filter(|change| change.printed).count();
        let slips: Vec<_> = self.changes.iter().map(|it| slip_rank(it.slip())).collect();
        (
            self.contradicted.len(),
            Reverse(self.confirmed.len()),
            self.shape.is_none(),
            printed,
            slips,
        )
    }

    /// Whether the evidence speaks for this repair and less for that one.
    pub fn is_better_attested_than(&self, other: &Self) -> bool {
        let attested = |it: &Self| (Reverse(it.contradicted.len()), it.confirmed.len());
        attested(self) > attested(other)
    }
}

impl Change {
    /// The slip that explains it.
    pub fn slip(&self) -> Option<Slip> {
        self.printed.then(|| Slip::between(self.from, self.to)).flatten()
    }
}

fn slip_rank(slip: Option<Slip>) -> (bool, Option<Slip>) {
    (slip.is_none(), slip)
}

//! Blanks whose number follows from the relations.

use super::figures::Figures;
use super::incidence::Incidence;
use crate::finding::{Message, SuggestedChange, Suggestion};
use crate::form::{CellId, CellIndex, IndexedEquation};
use crate::rules::Case;
use crate::sheet::{Cell, Sheet};

/// The numbers of a sheet, with those of the blanks that follow.
#[derive(Debug)]
pub(in crate::rules) struct Blanks<'a> {
    sheet: &'a Sheet,
    numbers: Vec<Option<i64>>,
}

impl<'a> Blanks<'a> {
    /// Works out every blank that is the only one of a relation, and then what follows from it.
    ///
    /// A number that another relation of the cell contradicts, or that is not possible, is none.
    pub fn of(case: &Case<'a>) -> Self {
        let sheet = &case.content.sheet;
        let binds = |it: &IndexedEquation| !case.local_rows().take_part(&it.equation);
        let figures = Figures::new(sheet, binds);
        let places = (0..=CellIndex::MAX).take(sheet.layout().cells().len());
        let mut numbers: Vec<_> = places.map(|at| sheet.at(at).number()).collect();
        let relations = &Incidence::of(sheet.edition()).relations;
        let mut open: Vec<_> = relations.iter().map(|it| it.of).filter(|it| binds(it)).collect();
        loop {
            let before = open.len();
            open.retain(|it| !fill(it, &mut numbers, &figures));
            if open.len() == before {
                break;
            }
        }
        let mut blanks = Self { sheet, numbers };
        blanks.drop_contradicted(relations.iter().map(|it| it.of).filter(|it| binds(it)));
        blanks
    }

    fn drop_contradicted(&mut self, relations: impl Iterator<Item = &'static IndexedEquation>) {
        let broken: Vec<_> = relations.filter(|it| !self.holds(it)).collect();
        for at in broken.into_iter().flat_map(|it| it.left.iter().chain(&it.right)) {
            if self.sheet.at(*at) == Cell::Blank {
                self.numbers[usize::from(*at)] = None;
            }
        }
    }

    /// Whether a relation holds, as far as all its cells are known.
    fn holds(&self, relation: &IndexedEquation) -> bool {
        let sum = |side: &[CellIndex]| -> Option<i64> {
            side.iter().map(|at| self.numbers[usize::from(*at)]).sum()
        };
        sum(&relation.left).zip(sum(&relation.right)).is_none_or(|(left, right)| left == right)
    }

    /// The suggestion to fill these blanks, where the numbers of all of them follow.
    pub fn suggestion(&self, cells: &[CellId]) -> Option<Suggestion> {
        let change = |cell: &CellId| {
            let at = self.sheet.layout().index(*cell)?;
            let to = self.numbers[usize::from(at)].filter(|_| self.sheet.at(at) == Cell::Blank)?;
            Some(SuggestedChange { cell: *cell, from: None, to })
        };
        let mut changes = cells.iter().map(change).collect::<Option<Vec<_>>>()?;
        changes.sort_unstable_by_key(|change| self.sheet.layout().index(change.cell));
        let message = Message::new("由勾稽关系推出", "follows from the relations");
        Some(Suggestion { unique: true, changes, message })
    }
}

/// Fills the only blank of a relation; whether nothing of it is open any more.
fn fill(relation: &IndexedEquation, numbers: &mut [Option<i64>], figures: &Figures<'_>) -> bool {
    let cells = || relation.left.iter().chain(&relation.right).copied();
    let mut unknown = cells().filter(|at| numbers[usize::from(*at)].is_none());
    let only = match (unknown.next(), unknown.next()) {
        (None, _) => return true,
        (Some(only), None) if figures.sheet.at(only) == Cell::Blank => only,
        (Some(_), _) => return false,
    };
    let known = |side: &[CellIndex]| -> i64 {
        side.iter().filter_map(|at| numbers[usize::from(*at)]).sum()
    };
    let difference = known(&relation.right) - known(&relation.left);
    let number = if relation.left.contains(&only) { difference } else { -difference };
    if number == 0 || figures.allows(only, number) {
        numbers[usize::from(only)] = Some(number);
    }
    true
}

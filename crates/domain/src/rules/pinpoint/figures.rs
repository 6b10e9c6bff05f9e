//! The numbers that relations are about, under one reading of blanks.

use super::incidence::{Incidence, Relations};
use super::residuals::{Residuals, Touch};
use crate::form::{CellIndex, IndexedEquation};
use crate::sheet::{MAX_COUNT, Sheet};

/// A sheet, with the relations that can be assessed on it.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    /// The sheet, as printed or in the second reading.
    pub sheet: &'a Sheet,
    /// Which cell takes part in what.
    pub incidence: &'static Incidence,
    /// The relations that are assessed.
    pub active: Relations,
    /// By how much they fail.
    pub residuals: Residuals,
}

impl<'a> Figures<'a> {
    /// The figures of a sheet, with the relations that `binds` lets stand.
    pub fn new(sheet: &'a Sheet, binds: impl Fn(&IndexedEquation) -> bool) -> Self {
        let incidence = Incidence::of(sheet.edition());
        let (mut active, mut failing) = (0, Vec::new());
        for (bit, relation) in incidence.relations.iter().enumerate() {
            match sheet.residual(relation.of) {
                Some(by) if binds(relation.of) => {
                    active |= 1 << bit;
                    failing.extend((by != 0).then_some((bit, by)));
                }
                Some(_) | None => {}
            }
        }
        Self { sheet, incidence, active, residuals: Residuals::new(failing) }
    }

    /// What a change of a cell does to the relations that are assessed.
    pub fn touch(&self, at: CellIndex) -> Touch {
        self.incidence.touch(at).within(self.active)
    }

    /// Whether a cell may hold so much more: a count is not negative, and no organ has more than
    /// [`MAX_COUNT`].
    pub fn allows(&self, at: CellIndex, delta: i64) -> bool {
        let Some(number) = self.number(at).checked_add(delta) else { return false };
        let least = if self.incidence.signed[usize::from(at)] { -MAX_COUNT } else { 0 };
        delta != 0 && (least..=MAX_COUNT).contains(&number)
    }

    /// The number in a cell; cells without one take part in no relation that is assessed.
    pub fn number(&self, at: CellIndex) -> i64 {
        self.sheet.at(at).number().unwrap_or_default()
    }
}

//! Moving a sheet to another edition of the form.

use super::{Cell, Sheet};
use crate::form::{CellId, Edition, Unit};

/// A sheet moved to another edition, and what could not come along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionChange {
    /// The sheet in the new edition: only cells that mean the same in both are filled.
    pub sheet: Sheet,
    /// Cells that said something and have no equal in the new edition.
    pub not_carried: Vec<NotCarried>,
}

/// A cell that a new edition cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCarried {
    /// The cell of the old edition.
    pub cell: CellId,
    /// What it said.
    pub said: Cell,
    /// Its unit.
    pub unit: Unit,
}

impl Sheet {
    /// Carries over the cells that mean the same in both editions, leaves the rest blank and lists
    /// what is left behind. It invents nothing.
    ///
    /// A cell means the same where both editions print it, with the exception of a line that one
    /// edition prints whole and the other as a heading: 其他处理 of 2019 is no single cell of 2021,
    /// so that its number is listed, not spread.
    pub fn change_edition(&self, edition: Edition) -> EditionChange {
        let mut sheet = Sheet::blank(edition);
        sheet.local_rows.clone_from(&self.local_rows);
        let mut not_carried = Vec::new();
        for (cell, said) in self.cells() {
            let unit = self.unit(cell);
            let carried = sheet.set(cell, said).and_then(|()| sheet.set_unit(cell, unit));
            if carried.is_err() && said != Cell::Blank {
                not_carried.push(NotCarried { cell, said, unit });
            }
        }
        EditionChange { sheet, not_carried }
    }
}

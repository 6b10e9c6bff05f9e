//! A sheet: a dense block of numbers in the frozen cell order of its edition, and their states.

use std::collections::BTreeMap;

use super::{Amount, Cell, LocalRow, OutOfRange};
use crate::form::{
    CAPACITY, CellId, CellIndex, CellSet, Column, Edition, Layout, Line, Measure, TableId, Unit,
};

/// The figures of one report in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    edition: Edition,
    values: Box<[i64; CAPACITY]>,
    numbers: CellSet,
    not_applicable: CellSet,
    unreadable: CellSet,
    units: BTreeMap<CellIndex, Unit>,
    /// Rows that the form does not have, kept as the page printed them.
    pub local_rows: Vec<LocalRow>,
}

/// Why a cell cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// The edition does not print this cell.
    NotOnForm(CellId),
    /// The number is larger than any organ can have.
    OutOfRange(CellId, i64),
}

impl Sheet {
    /// A sheet with nothing filled in.
    pub fn blank(edition: Edition) -> Self {
        Self {
            edition,
            values: Box::new([0; CAPACITY]),
            numbers: CellSet::default(),
            not_applicable: CellSet::default(),
            unreadable: CellSet::default(),
            units: BTreeMap::new(),
            local_rows: Vec::new(),
        }
    }

    /// The edition of the form.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The frozen order of the cells.
    pub fn layout(&self) -> &'static Layout {
        self.edition.layout()
    }

    /// What the cell at a place says.
    pub fn at(&self, at: CellIndex) -> Cell {
        if self.numbers.contains(at) {
            Cell::Number(self.values[usize::from(at)])
        } else if self.not_applicable.contains(at) {
            Cell::NotApplicable
        } else if self.unreadable.contains(at) {
            Cell::Unreadable
        } else {
            Cell::Blank
        }
    }

    /// What a cell says, or none where the edition does not print it.
    pub fn get(&self, cell: CellId) -> Option<Cell> {
        Some(self.at(self.layout().index(cell)?))
    }

    /// The number in a cell, where the edition prints it and there is one.
    pub fn number(&self, cell: CellId) -> Option<i64> {
        self.get(cell)?.number()
    }

    /// Sets a cell.
    pub fn set(&mut self, id: CellId, cell: Cell) -> Result<(), SheetError> {
        let at = self.layout().index(id).ok_or(SheetError::NotOnForm(id))?;
        let cell =
            cell.checked(id).map_err(|OutOfRange(number)| SheetError::OutOfRange(id, number))?;
        self.put(at, cell);
        Ok(())
    }

    pub(super) fn put(&mut self, at: CellIndex, cell: Cell) {
        for set in [&mut self.numbers, &mut self.not_applicable, &mut self.unreadable] {
            set.remove(at);
        }
        self.values[usize::from(at)] = cell.number().unwrap_or_default();
        match cell {
            Cell::Number(_) => self.numbers.insert(at),
            Cell::NotApplicable => self.not_applicable.insert(at),
            Cell::Unreadable => self.unreadable.insert(at),
            Cell::Blank => {}
        }
    }

    /// The unit of a cell: none for counts; for money what the page says, or else the form.
    pub fn unit(&self, cell: CellId) -> Unit {
        let printed = match cell.measure() {
            Measure::Money(unit) => unit,
            Measure::Count | Measure::SignedCount => return Unit::None,
        };
        let stated = self.layout().index(cell).and_then(|at| self.units.get(&at));
        stated.copied().unwrap_or(printed)
    }

    /// States the unit of a money cell; counts have none, whatever is said.
    pub fn set_unit(&mut self, cell: CellId, unit: Unit) -> Result<(), SheetError> {
        let at = self.layout().index(cell).ok_or(SheetError::NotOnForm(cell))?;
        match cell.measure() {
            Measure::Money(printed) if unit != Unit::None && unit != printed => {
                self.units.insert(at, unit);
            }
            _ => {
                self.units.remove(&at);
            }
        }
        Ok(())
    }

    /// The units that differ from the form's, in cell order.
    pub fn stated_units(&self) -> impl Iterator<Item = (CellId, Unit)> {
        self.units.iter().map(|(at, unit)| (self.layout().cells()[usize::from(*at)], *unit))
    }

    /// Every printed cell with what it says, in the frozen order.
    pub fn cells(&self) -> impl Iterator<Item = (CellId, Cell)> {
        self.layout().cells().iter().zip(0..=CellIndex::MAX).map(|(id, at)| (*id, self.at(at)))
    }

    /// The cells in one state, table by table, in the frozen order; only tables that have some.
    pub fn cells_that_are(&self, state: Cell) -> Vec<(TableId, Vec<CellId>)> {
        let mut found: Vec<(TableId, Vec<CellId>)> = Vec::new();
        for (cell, _) in self.cells().filter(|(_, said)| *said == state) {
            let Some(table) = self.layout().table(cell) else { continue };
            match found.last_mut().filter(|(last, _)| *last == table) {
                Some((_, cells)) => cells.push(cell),
                None => found.push((table, vec![cell])),
            }
        }
        found
    }

    /// A concept's value: as reported where the edition prints it, else the sum of its leaves.
    ///
    /// None when this edition cannot express the concept or a needed cell has no number.
    pub fn value(&self, line: Line, column: Column) -> Option<i128> {
        let cell = CellId::new(line, column);
        if self.layout().prints(cell) {
            return self.number(cell).map(i128::from);
        }
        let cells = self.layout().resolve(line, column)?;
        cells.iter().map(|cell| self.number(*cell).map(i128::from)).sum()
    }

    /// The number as people write it: a count, or an exact decimal for money; empty without one.
    pub fn printed_number(&self, cell: CellId) -> String {
        match (self.number(cell), cell.measure()) {
            (None, _) => String::new(),
            (Some(millionths), Measure::Money(_)) => Amount { millionths }.to_string(),
            (Some(count), Measure::Count | Measure::SignedCount) => count.to_string(),
        }
    }

    pub(super) fn numbers(&self) -> &CellSet {
        &self.numbers
    }

    /// The sum of counts. Equations hold no money, and 256 counts of at most 10^15 stay far below 2^63.
    pub(super) fn sum(&self, places: &[CellIndex]) -> i64 {
        places.iter().map(|at| self.values[usize::from(*at)]).sum()
    }
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotOnForm(cell) => write!(f, "the form does not print the cell {cell}"),
            Self::OutOfRange(cell, number) => write!(f, "{number} is out of range in {cell}"),
        }
    }
}

impl std::error::Error for SheetError {}

//! A sheet → the message: every printed cell in the frozen order, line by line.

use nianbao_domain::form::{CellId, CellIndex, Measure};
use nianbao_domain::report::{CellSource, Provenance};
use nianbao_domain::sheet::{Amount, Cell, Sheet};
use nianbao_proto::v1::{self, cell::Number};

use super::local_row;
use crate::concept::Concept;

/// The figures with what the page literally said of them.
pub fn sheet(sheet: &Sheet, provenance: &Provenance) -> v1::Sheet {
    let mut places = 0..=CellIndex::MAX;
    let lines = sheet.layout().cells().chunk_by(|one, next| one.line == next.line);
    let rows = lines.map(|cells| row(sheet, provenance, cells, &mut places)).collect();
    let local_rows = sheet.local_rows.iter().map(local_row::message).collect();
    v1::Sheet { edition: sheet.edition().to_wire(), rows, local_rows }
}

/// The cells of one line, which stand at the next places of the frozen order.
fn row(
    sheet: &Sheet,
    provenance: &Provenance,
    cells: &[CellId],
    places: &mut impl Iterator<Item = CellIndex>,
) -> v1::Row {
    let line = cells.first().map_or(0, |cell| cell.line.to_wire());
    // The cells first: a place that is taken without a cell would be lost to the next line.
    let cells = cells.iter().zip(places);
    let cells = cells.map(|(id, at)| printed(sheet, provenance, *id, sheet.at(at)));
    v1::Row { line, cells: cells.collect() }
}

fn printed(sheet: &Sheet, provenance: &Provenance, id: CellId, says: Cell) -> v1::Cell {
    let unit = sheet.unit(id).to_wire();
    v1::Cell { unit, ..cell(id, says, provenance.cells.get(&id)) }
}

/// A cell without its unit.
pub(super) fn cell(id: CellId, says: Cell, source: Option<&CellSource>) -> v1::Cell {
    let CellSource { raw, normalized, line, place, refusal } = source.cloned().unwrap_or_default();
    v1::Cell {
        column: id.column.to_wire(),
        state: state(says).into(),
        number: says.number().map(|number| written(id, number)),
        unit: 0,
        raw,
        refusal: refusal.unwrap_or_default(),
        source_line: i32::try_from(line.unwrap_or_default()).unwrap_or(i32::MAX),
        source_place: place,
        normalizations: normalized.into_iter().map(Concept::to_wire).collect(),
    }
}

fn state(says: Cell) -> v1::CellState {
    match says {
        Cell::Number(_) => v1::CellState::Number,
        Cell::Blank => v1::CellState::Blank,
        Cell::NotApplicable => v1::CellState::NotApplicable,
        Cell::Unreadable => v1::CellState::Unreadable,
    }
}

fn written(id: CellId, number: i64) -> Number {
    match id.measure() {
        Measure::Count | Measure::SignedCount => Number::Count(number),
        Measure::Money(_) => Number::Amount(Amount { millionths: number }.to_string()),
    }
}

/// The name of a cell on the wire.
pub fn cell_reference(cell: CellId) -> v1::CellReference {
    let CellId { line, column } = cell;
    v1::CellReference { line: line.to_wire(), column: column.to_wire() }
}

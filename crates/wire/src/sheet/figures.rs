//! A sheet of the message → the figures, whole.

use nianbao_domain::form::{CellId, CellSet, Edition, Line};
use nianbao_domain::report::{CellChange, Figures, Provenance};
use nianbao_domain::sheet::Sheet;
use nianbao_proto::v1;

use super::{OutputOnly, cell, local_row};
use crate::violation::{Faults, Path, ViolationKind};
use crate::{concept, limits};

/// A sheet while its cells are put in.
struct Filling {
    figures: Figures,
    said: CellSet,
    output_only: OutputOnly,
}

/// Reads a sheet. A cell that it does not list is blank; one that its edition does not print, and
/// one that it lists twice, is a violation.
pub(crate) fn read(
    sheet: v1::Sheet,
    output_only: OutputOnly,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Figures> {
    if words(&sheet) > limits::SHEET_BYTES {
        let most = limits::SHEET_BYTES;
        faults.invalid(at, format_args!("has more than {most} bytes of words in all"));
        return None;
    }
    let v1::Sheet { edition, rows, local_rows } = sheet;
    let edition: Option<Edition> = concept::required(edition, &at.field("edition"), faults);
    let local_rows = local_row::read(local_rows, at, faults);
    let mut filling = Filling::of(edition?, output_only);
    for (number, row) in rows.into_iter().enumerate() {
        filling.read_row(row, &at.item("rows", number), faults);
    }
    filling.figures.sheet.local_rows = local_rows;
    Some(filling.figures)
}

fn words(sheet: &v1::Sheet) -> usize {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    let cells = cells.map(|cell| cell.raw.len() + cell.refusal.len());
    let local = sheet.local_rows.iter().flat_map(|row| &row.cells).map(|cell| cell.raw.len());
    let labels = sheet.local_rows.iter().map(|row| row.label.len());
    cells.chain(local).chain(labels).sum()
}

impl Filling {
    fn of(edition: Edition, output_only: OutputOnly) -> Self {
        let sheet = Sheet::blank(edition);
        let figures = Figures { sheet, provenance: Provenance::default() };
        Self { figures, said: CellSet::default(), output_only }
    }

    fn read_row(&mut self, row: v1::Row, at: &Path<'_>, faults: &mut Faults) {
        let v1::Row { line, cells } = row;
        let line: Option<Line> = concept::required(line, &at.field("line"), faults);
        let Some(line) = line else { return };
        for (number, cell) in cells.into_iter().enumerate() {
            self.read_cell(line, cell, &at.item("cells", number), faults);
        }
    }

    fn read_cell(&mut self, line: Line, cell: v1::Cell, at: &Path<'_>, faults: &mut Faults) {
        let Some(id) = cell::id(line, &cell, at, faults) else { return };
        if !self.claim(id, at, faults) {
            return;
        }
        if let Some(stated) = cell::read(id, cell, self.output_only, at, faults) {
            self.put(stated, at, faults);
        }
    }

    /// Whether the edition prints the cell and nothing was said of it yet.
    fn claim(&mut self, id: CellId, at: &Path<'_>, faults: &mut Faults) -> bool {
        let edition = self.figures.sheet.edition();
        let Some(place) = edition.layout().index(id) else {
            let kind = ViolationKind::CellNotOnForm { cell: id, edition };
            faults.add(at, kind, format_args!("the {edition} form does not print {id}: remove the cell, or name another edition"));
            return false;
        };
        if self.said.contains(place) {
            faults.invalid(at, format_args!("{id} is listed twice: say it once"));
            return false;
        }
        self.said.insert(place);
        true
    }

    fn put(&mut self, stated: CellChange, at: &Path<'_>, faults: &mut Faults) {
        let CellChange { cell, says, unit, source } = stated;
        let sheet = &mut self.figures.sheet;
        if let Err(error) = sheet.set(cell, says).and_then(|()| sheet.set_unit(cell, unit)) {
            faults.invalid(at, error);
        }
        if let Some(source) = source {
            self.figures.provenance.cells.insert(cell, source);
        }
    }
}

//! Rows that the form does not have, both ways.

use nianbao_domain::sheet::{LocalCell, LocalRow};
use nianbao_proto::v1;

use crate::concept::{self, Concept};
use crate::violation::{Faults, Path};
use crate::{limits, text};

/// The row on the wire.
pub(super) fn message(row: &LocalRow) -> v1::LocalRow {
    let LocalRow { table, label, after, cells } = row;
    let cell = |LocalCell { column, raw }: &LocalCell| v1::LocalCell {
        column: column.map_or(0, Concept::to_wire),
        raw: raw.clone(),
    };
    v1::LocalRow {
        table: table.to_wire(),
        label: label.clone(),
        after: after.map_or(0, Concept::to_wire),
        cells: cells.iter().map(cell).collect(),
    }
}

/// Reads the local rows of the sheet at this path.
pub(super) fn read(rows: Vec<v1::LocalRow>, at: &Path<'_>, faults: &mut Faults) -> Vec<LocalRow> {
    if rows.len() > limits::LOCAL_ROWS {
        let most = limits::LOCAL_ROWS;
        faults.invalid(&at.field("local_rows"), format_args!("more than {most} local rows"));
        return Vec::new();
    }
    let rows = rows.into_iter().enumerate();
    rows.filter_map(|(number, row)| read_row(row, &at.item("local_rows", number), faults)).collect()
}

fn read_row(row: v1::LocalRow, at: &Path<'_>, faults: &mut Faults) -> Option<LocalRow> {
    let v1::LocalRow { table, label, after, cells } = row;
    let table = concept::required(table, &at.field("table"), faults);
    let label = text::required_text(label, limits::TITLE, &at.field("label"), faults);
    let after = concept::optional(after, &at.field("after"), faults);
    if cells.len() > limits::LOCAL_CELLS {
        let most = limits::LOCAL_CELLS;
        faults.invalid(&at.field("cells"), format_args!("more than {most} cells in a local row"));
        return None;
    }
    let cells = cells.into_iter().enumerate();
    let cells =
        cells.map(|(number, cell)| read_cell(cell, &at.item("cells", number), faults)).collect();
    Some(LocalRow { table: table?, label, after, cells })
}

fn read_cell(cell: v1::LocalCell, at: &Path<'_>, faults: &mut Faults) -> LocalCell {
    let v1::LocalCell { column, raw } = cell;
    let column = concept::optional(column, &at.field("column"), faults);
    LocalCell { column, raw: text::text(raw, limits::RAW, &at.field("raw"), faults) }
}

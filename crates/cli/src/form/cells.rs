//! Every printed cell of an edition as a record.

use nianbao_domain::form::{CellId, Edition, Measure, Nature};

use crate::failure::Failure;
use crate::output::Output;
use crate::record;

const HEADER: [&str; 8] =
    ["edition", "table", "line", "column", "cell", "label", "measure", "nature"];

/// Writes the cells in the frozen order.
pub fn write(edition: Edition, output: &mut Output) -> Result<(), Failure> {
    record::write(output, &HEADER.map(str::to_owned))?;
    for cell in edition.layout().cells() {
        record::write(output, &fields(edition, *cell))?;
    }
    Ok(())
}

fn fields(edition: Edition, cell: CellId) -> [String; 8] {
    let layout = edition.layout();
    [
        edition.to_string(),
        layout.table(cell).map_or("", |table| table.code()).to_owned(),
        cell.line.to_string(),
        cell.column.to_string(),
        cell.to_string(),
        layout.label_path(cell).join(" / "),
        measure(cell).to_owned(),
        nature(cell).to_owned(),
    ]
}

fn measure(cell: CellId) -> &'static str {
    match cell.measure() {
        Measure::Count => "count",
        Measure::SignedCount => "signed_count",
        Measure::Money(_) => "money",
    }
}

fn nature(cell: CellId) -> &'static str {
    match cell.nature() {
        Nature::Flow => "flow",
        Nature::OpeningStock => "opening_stock",
        Nature::ClosingStock => "closing_stock",
    }
}

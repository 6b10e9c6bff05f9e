//! A table of the form with the figures of a report in it.

use nianbao_domain::form::{CellId, GridCell, GridContent, GridRow, Table, TableId};
use nianbao_domain::report::Content;

use super::{cell, local};

/// A table as it is printed, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedTable {
    /// Which table.
    pub id: TableId,
    /// How many columns it is wide. A row of the organ's own may be wider.
    pub width: usize,
    /// Its rows.
    pub rows: Vec<PrintedRow>,
}

/// One row: only the cells that begin in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedRow {
    /// Whether it belongs to the head of the table or of one of its blocks.
    pub header: bool,
    /// Its cells from left to right.
    pub cells: Vec<PrintedCell>,
}

/// A cell that may be merged over several rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCell {
    /// What is in it.
    pub content: PrintedContent,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
}

/// What a cell of a table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedContent {
    /// The heading over a block: `第二十条第（一）项`.
    Heading(String),
    /// The words in the corner, above the row labels.
    Corner(String),
    /// A label of one or more columns.
    ColumnLabel(String),
    /// A label of one or more rows, of the form or of the organ's own.
    RowLabel(String),
    /// The value of a cell of the form.
    Value {
        /// The cell.
        cell: CellId,
        /// What it says: a number, nothing, `/`, or what could not be read, marked as such.
        text: String,
    },
    /// What a row of the organ's own says.
    Local(String),
}

impl PrintedContent {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Heading(text)
            | Self::Corner(text)
            | Self::ColumnLabel(text)
            | Self::RowLabel(text)
            | Self::Value { text, .. }
            | Self::Local(text) => text,
        }
    }
}

/// The table with the figures and the organ's own rows in it.
pub(super) fn print(table: &'static Table, content: &Content) -> PrintedTable {
    let grid = table.grid();
    let rows = grid.rows.into_iter().map(|row| print_row(row, content)).collect();
    let mut printed = PrintedTable { id: table.id, width: grid.width, rows };
    for row in content.sheet.local_rows.iter().filter(|row| row.table == table.id).rev() {
        local::insert(&mut printed, table.direction, row);
    }
    printed
}

fn print_row(row: GridRow, content: &Content) -> PrintedRow {
    let is_body = |cell: &GridCell| match &cell.content {
        GridContent::Value(_) | GridContent::RowLabel(_) => true,
        GridContent::Heading(_) | GridContent::Corner(_) | GridContent::ColumnLabel(_) => false,
    };
    let header = !row.cells.iter().any(is_body);
    let cells = row.cells.into_iter().map(|cell| PrintedCell {
        content: print_content(cell.content, content),
        row_span: cell.row_span,
        column_span: cell.column_span,
    });
    PrintedRow { header, cells: cells.collect() }
}

fn print_content(printed: GridContent, content: &Content) -> PrintedContent {
    match printed {
        GridContent::Heading(words) => PrintedContent::Heading(words),
        GridContent::Corner(words) => PrintedContent::Corner(words),
        GridContent::ColumnLabel(words) => PrintedContent::ColumnLabel(words),
        GridContent::RowLabel(words) => PrintedContent::RowLabel(words),
        GridContent::Value(cell) => PrintedContent::Value { cell, text: cell::text(content, cell) },
    }
}

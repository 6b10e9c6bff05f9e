//! Rows that the national form does not have.

use crate::form::{Column, Line, TableId};

/// A row that a page prints beyond the form: kept and reported, never dropped, never counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalRow {
    /// The table it stands in.
    pub table: TableId,
    /// Its label as printed.
    pub label: String,
    /// The line of the form printed directly before it; none at the head of the table.
    pub after: Option<Line>,
    /// Its cells from left to right.
    pub cells: Vec<LocalCell>,
}

/// A cell of a local row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalCell {
    /// The column of the form above it, where there is one.
    pub column: Option<Column>,
    /// What the page says.
    pub raw: String,
}

//! Rows that the national form does not have.

use crate::form::TableId;

/// A row that a page prints beyond the form: kept and reported, never dropped, never counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalRow {
    /// The table it stands in.
    pub table: TableId,
    /// Its label as printed.
    pub label: String,
    /// Its cells as printed, from left to right.
    pub cells: Vec<String>,
}

//! What a page literally said, beside the figures that were read from it.

use std::collections::BTreeMap;

use crate::form::CellId;

/// Where a cell's content came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellSource {
    /// The literal text of the cell.
    pub raw: String,
    /// The line of the document, counted from 1.
    pub line: Option<u32>,
    /// Why the text was not taken as a value, in Chinese, where it was not.
    pub refusal: Option<String>,
}

/// What the page said, for cells whose text is not simply the canonical number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// By cell.
    pub cells: BTreeMap<CellId, CellSource>,
}

impl Provenance {
    /// The literal text of a cell, where it differs from the canonical number.
    pub fn raw(&self, cell: CellId) -> Option<&str> {
        self.cells.get(&cell).map(|source| source.raw.as_str())
    }
}

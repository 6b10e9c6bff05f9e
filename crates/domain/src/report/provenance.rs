//! Where the figures stood in the document that they were read from, and what it literally said.

use std::collections::{BTreeMap, BTreeSet};

use super::Normalization;
use crate::form::CellId;

/// Where a cell's content came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellSource {
    /// The literal text of the cell, where it is not simply how the value is printed; else empty.
    pub raw: String,
    /// In which ways it differs from how the value is printed; empty where it was refused.
    pub normalized: BTreeSet<Normalization>,
    /// The line of the document, counted from 1.
    pub line: Option<u32>,
    /// Where it stood in a table of the document: `table[3]/tr[5]/td[2]` on a web page,
    /// `tbl[3]/tr[5]/tc[2]` in a word processor's document, `主动公开!C5` on a worksheet,
    /// `page[2]/table[1]/tr[5]/td[2]` in a PDF; of what could not be placed, the row. Empty in text.
    pub place: String,
    /// Why the text was not taken as a value, in Chinese, where it was not.
    pub refusal: Option<String>,
}

/// Where the cells stood in the document; cells that a person entered have no source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// By cell.
    pub cells: BTreeMap<CellId, CellSource>,
}

impl Provenance {
    /// The literal text of a cell, where it differs from the canonical number.
    pub fn raw(&self, cell: CellId) -> Option<&str> {
        let source = self.cells.get(&cell)?;
        Some(source.raw.as_str()).filter(|raw| !raw.is_empty())
    }

    /// The cells that were not simply read as they stand: written in another way, or refused.
    pub fn strange(&self) -> impl Iterator<Item = (CellId, &CellSource)> {
        let all = self.cells.iter().map(|(cell, source)| (*cell, source));
        all.filter(|(_, source)| !source.raw.is_empty() || source.refusal.is_some())
    }
}

//! Quotations of cells and lines, told apart where they are the same.

use std::collections::BTreeMap;

use super::naming::shortened;
use crate::finding::{Quote, without_digits};
use crate::form::{CellId, Layout};
use crate::report::CellSource;

/// Tells quotations apart that are the same to a finding's identity: in one section, but for digits.
#[derive(Default)]
pub(super) struct Ordinals(BTreeMap<(u8, String), u32>);

impl Ordinals {
    /// The next words as a quotation.
    pub(super) fn quote(&mut self, section: u8, line: u32, words: &str) -> Quote {
        let text = shortened(words);
        let count = self.0.entry((section, without_digits(&text))).or_insert(0);
        *count += 1;
        Quote { section, line, text, ordinal: *count - 1 }
    }
}

/// What the document literally said of a cell, and where.
pub(super) fn of_cell(layout: &Layout, cell: CellId, source: &CellSource) -> Quote {
    Quote {
        section: layout.table(cell).map(|table| table.section()).unwrap_or_default(),
        line: source.line.unwrap_or_default(),
        text: shortened(source.raw.trim()),
        ordinal: 0,
    }
}

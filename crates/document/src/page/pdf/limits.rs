//! How much a PDF file may ask for. Real reports stay far below each of these.

use crate::{PdfProblem, ReadError};

/// Indirect objects of a file.
pub(super) const OBJECTS: usize = 250_000;
/// Values within one object.
pub(super) const VALUES_OF_AN_OBJECT: usize = 500_000;
/// Values of all objects that are looked at, entries of character maps and widths among them.
pub(super) const VALUES: usize = 1_000_000;
/// How deep arrays and dictionaries may nest.
pub(super) const DEPTH: usize = 64;
/// The longest string or name, in bytes.
pub(super) const STRING_BYTES: usize = 1 << 20;
/// Bytes that are decoded from streams, in all, those of intermediate filters counted too.
pub(super) const INFLATED_BYTES: usize = 64 << 20;
/// Bytes that one stream may decode to.
pub(super) const STREAM_BYTES: usize = 16 << 20;
/// Filters that a stream may name.
pub(super) const FILTERS: usize = 4;
/// Pages.
pub(super) const PAGES: usize = 2_000;
/// Nodes of the tree of pages that wait to be visited.
pub(super) const NODES: usize = 100_000;
/// Operators in the content of all pages, repeated forms counted every time.
pub(super) const OPERATORS: usize = 4_000_000;
/// Operands before an operator, values in arrays among them.
pub(super) const OPERANDS: usize = 100_000;
/// Characters of all pages, in bytes of UTF-8.
pub(super) const GLYPHS: usize = 1_500_000;
/// How deep forms may stand in one another, and graphics states be saved.
pub(super) const FORM_DEPTH: usize = 12;
/// Saved graphics states.
pub(super) const SAVED_STATES: usize = 512;
/// Ruling lines of a page; a page with more shows a drawing.
pub(super) const RULINGS: usize = 20_000;
/// Cells of the tables of all pages.
pub(super) const CELLS: usize = 200_000;
/// Fonts of all pages.
pub(super) const FONTS: usize = 2_000;

/// A count with its limit.
#[derive(Debug)]
pub(super) struct Budget {
    left: usize,
    limit: usize,
    what: &'static str,
}

impl Budget {
    /// So many of something.
    pub(super) const fn of(limit: usize, what: &'static str) -> Self {
        Self { left: limit, limit, what }
    }

    /// What is left.
    pub(super) const fn left(&self) -> usize {
        self.left
    }

    /// Takes from it.
    pub(super) fn spend(&mut self, count: usize) -> Result<(), ReadError> {
        match self.left.checked_sub(count) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(exceeded(self.limit, self.what)),
        }
    }
}

/// The error for more than a limit of something.
pub(super) fn exceeded(limit: usize, what: &'static str) -> ReadError {
    ReadError::Pdf(PdfProblem::TooMuch { limit, what })
}

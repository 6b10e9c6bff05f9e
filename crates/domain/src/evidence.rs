//! What reading a document showed beyond the report itself; rules about form and import need it.

use crate::form::{CellId, Edition, TableId};
use crate::metadata::DocumentMetadata;

/// Everything strange or telling about a document that a draft was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentEvidence {
    /// Whether the document holds figures and no words at all, so that words are not missing from it.
    pub figures_only: bool,
    /// What it says about itself.
    pub metadata: DocumentMetadata,
    /// The section headings in the order of the document.
    pub headings: Vec<Heading>,
    /// What was seen of the three tables, in the order of the form.
    pub tables: Vec<TableEvidence>,
    /// Pictures that stand where tables are missing.
    pub pictures: Vec<TablePicture>,
    /// Labels that belong to another edition than the one recognized.
    pub foreign_labels: Vec<ForeignLabel>,
    /// Units of the tables that could not be placed.
    pub refusals: Vec<Refusal>,
    /// Lines that are no part of the report.
    pub chrome: Vec<PlacedText>,
    /// Unified social credit codes printed on the page, well-formed or not.
    pub credit_codes: Vec<PlacedText>,
}

/// A section heading as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The section it opens, 1 to 6.
    pub section: u8,
    /// Its words without numbering, and where they stand.
    pub title: PlacedText,
    /// Whether the words are the form's.
    pub official: bool,
}

/// Words and the line they stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacedText {
    /// The line of the document's text, from 1; 0 where unknown.
    pub line: u32,
    /// The words.
    pub text: String,
}

/// What was seen of one statutory table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableEvidence {
    /// Which table.
    pub table: TableId,
    /// Whether it is there.
    pub presence: TablePresence,
    /// Labels of the form that the table does not show: blocks, lines and columns.
    pub missing_labels: Vec<String>,
    /// Blocks that the edition does not have: `第二十条第（九）项` on the 2021 form.
    pub extra_blocks: Vec<PlacedText>,
}

/// A picture where a table should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePicture {
    /// The table.
    pub table: TableId,
    /// The name of the picture, and the last line before it.
    pub picture: PlacedText,
}

/// Whether a document has a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePresence {
    /// Its labels are there.
    Present,
    /// Nothing of it was seen.
    Missing,
    /// Its labels are there and none of its values could be placed.
    Unreadable,
}

/// A label of another edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignLabel {
    /// The label as printed.
    pub label: PlacedText,
    /// The edition whose label it is.
    pub edition: Edition,
}

/// A unit of a table that could not be placed: its cells are unreadable, nothing was shifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: RefusalReason,
    /// The cells that are unreadable for it; none where nothing was lost: a header that could be
    /// completed by its place, or stray values while every line has its own.
    pub cells: Vec<CellId>,
    /// What stands there.
    pub place: PlacedText,
}

/// Why a unit of a table could not be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// As many values as cells are needed; blanks that the layout does not show make it fewer.
    CountMismatch {
        /// Cells that the label has.
        expected: usize,
        /// Values that stand there.
        found: usize,
    },
    /// Values without the label they belong to.
    LabelLost,
    /// A column header that is truncated or names no column, so that its values belong nowhere.
    HeaderAmbiguous,
    /// The same line twice, with different values.
    Duplicate,
}

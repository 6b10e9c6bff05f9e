//! Published documents to draft reports, and reports to documents.
//!
//! Bytes become text (`charset`), text becomes lines and tables (`page`), lines and tables become a
//! title, sections and figures (`recognition`, `tables`), and what was strange on the way becomes
//! evidence. Reading never shifts a value and never invents one: what does not fit its labels is
//! refused with its place and its reason, and the rest of the report is still read.
//!
//! Pure: no I/O. Every step takes time and memory in proportion to its input, whatever the input.

pub mod archive;
mod charset;
pub mod csv;
pub mod docx;
mod draft;
mod error;
pub mod fill_in;
mod format;
mod identity;
mod lexicon;
mod no_report;
pub mod official;
mod package;
mod page;
pub mod printed;
mod recognition;
mod render;
mod rendition;
#[cfg(feature = "samples")]
pub mod samples;
mod subject;
mod tables;
mod value;

pub use draft::{Draft, read};
pub use error::{CsvProblem, NotAReport, PdfProblem, ReadError};
pub use format::Format;
pub use package::PackageError;
pub use render::{RenderError, render};
pub use rendition::{Rendition, UnknownRendition};
pub use subject::Subject;

/// How large a document may be: a page has some hundred kilobytes, a scanned one a few megabytes.
pub const MAX_BYTES: usize = 64 << 20;
/// How many table cells a document may have, merged cells counted for every place they cover.
pub const MAX_CELLS: usize = 4_000_000;
/// How many lines with words a document may have, cells with words among them: a report of a hundred
/// pages has some thousands.
pub const MAX_LINES: usize = 100_000;
/// How many places a row of a table may have; the widest table of the form has ten.
pub const MAX_COLUMNS: usize = 1_000;
/// How many tags, attributes and character references a web page may have; a long one has some ten
/// thousand.
pub const MAX_MARKS: usize = 3_000_000;
/// How many bytes of text a document may have, in UTF-8 and without its markup. A report of a hundred
/// pages has one or two hundred thousand.
pub const MAX_TEXT: usize = 4 << 20;

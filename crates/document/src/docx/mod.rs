//! Reports as documents of word processors (WordprocessingML), in the layout of official documents
//! (GB/T 9704-2012): real tables, styles with outline levels, page numbers on their sides. Fonts are
//! named and never embedded.

mod block;
mod filling;
mod package;
mod part;
mod table;

use crate::official::FontNames;
use crate::printed::Printed;
use part::Parts;

pub(crate) use filling::{Field, FieldKind, Filling};

/// Why a document cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A part of it cannot be put together.
    #[error("a part of the document cannot be written: {0}")]
    Part(#[from] askama::Error),
    /// Its parts cannot be packed.
    #[error("the document cannot be packed: {0}")]
    Package(#[from] zip::result::ZipError),
    /// Its parts cannot be packed.
    #[error("the document cannot be packed: {0}")]
    Write(#[from] std::io::Error),
}

/// Writes a report. The same report always gives the same bytes.
///
/// # Errors
/// [`DocxError`], where memory fails.
pub fn write(printed: &Printed, fonts: &FontNames) -> Result<Vec<u8>, DocxError> {
    package::pack(&Parts::of(printed, fonts).write()?)
}

/// Writes a report that is filled in.
///
/// # Errors
/// [`DocxError`], where memory fails.
pub(crate) fn write_form(
    printed: &Printed,
    fonts: &FontNames,
    filling: &Filling<'_>,
) -> Result<Vec<u8>, DocxError> {
    package::pack(&Parts::of_form(printed, fonts, filling).write()?)
}

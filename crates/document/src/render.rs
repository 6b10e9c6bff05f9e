//! Writing a report.

use nianbao_domain::report::Content;

use crate::docx::{self, DocxError};
use crate::official::FontNames;
use crate::printed::{Printed, html, markdown, xlsx};
use crate::{Rendition, Subject, csv};

/// Why a report cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A rendition that another crate writes.
    #[error("{0} is not written here")]
    NotWrittenHere(Rendition),
    /// A rendition that nobody fills in.
    #[error("a document to be filled in is made as xlsx or docx, not as {0}")]
    NotFilledIn(Rendition),
    /// The page cannot be put together.
    #[error("the page cannot be written: {0}")]
    Page(#[from] askama::Error),
    /// The document cannot be put together.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// The workbook cannot hold the report.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// Writes a report. The same report always gives the same bytes.
///
/// # Errors
/// [`RenderError::NotWrittenHere`] for renditions that other crates write.
pub fn render(
    subject: &Subject<'_>,
    content: &Content,
    rendition: Rendition,
) -> Result<Vec<u8>, RenderError> {
    match rendition {
        Rendition::Csv => Ok(csv::write(subject, &content.sheet, &content.provenance).into_bytes()),
        Rendition::Html => Ok(html::write(&Printed::of(subject, content))?.into_bytes()),
        Rendition::Markdown => Ok(markdown::write(&Printed::of(subject, content)).into_bytes()),
        Rendition::Docx => Ok(docx::write(&Printed::of(subject, content), &FontNames::default())?),
        Rendition::Xlsx => Ok(xlsx::write(&Printed::of(subject, content), &content.sheet)?),
        Rendition::Pdf | Rendition::Json => Err(RenderError::NotWrittenHere(rendition)),
    }
}

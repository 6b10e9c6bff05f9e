//! A report, set and written.

use nianbao_document::printed::Printed;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::data::{self, Data};
use crate::world::OneReport;
use crate::{Fonts, TypesetError};

/// How many reports what was set before is remembered for: the fonts' part of it is the same for all.
const REMEMBERED: usize = 8;

/// The report as PDF: tagged, with its title and language.
///
/// # Errors
/// [`TypesetError::Missing`] where no font has a character of it.
pub fn pdf(printed: &Printed, fonts: &Fonts) -> Result<Vec<u8>, TypesetError> {
    fonts.check(data::words(printed))?;
    let data = serde_json::to_vec(&Data::of(printed, fonts));
    let data = data.map_err(|why| TypesetError::Refused(why.to_string()))?;
    let world = OneReport::new(fonts, data);
    let world = world.ok_or_else(|| TypesetError::Refused("no template".to_owned()))?;
    let set = typst::compile::<PagedDocument>(&world).output;
    let written = set.and_then(|document| typst_pdf::pdf(&document, &options()));
    comemo::evict(REMEMBERED);
    written.map_err(|why| refused(&why))
}

fn options() -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("Nianbao".to_owned())), ..PdfOptions::default() }
}

fn refused(why: &EcoVec<SourceDiagnostic>) -> TypesetError {
    let sentences: Vec<&str> = why.iter().map(|it| it.message.as_str()).collect();
    TypesetError::Refused(sentences.join("; "))
}

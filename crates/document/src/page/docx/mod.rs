//! Documents of word processors (WordprocessingML): their main text, as a reader sees it printed.
//!
//! What was deleted, what is hidden and the codes of fields are no text; numbers that the program
//! puts before paragraphs are, since headings and labels are often numbered so. Headers, footers,
//! notes and comments are not looked at.

mod body;
mod field;
mod list;
mod numbering;
mod paragraph;
mod styles;
mod table;

use super::{Meta, Page};
use crate::ReadError;
use crate::package::{Package, PackageError, Xml};
use body::Body;
use list::Lists;
use numbering::Numbering;
use styles::Styles;

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, ReadError> {
    let mut package = Package::open(bytes)?;
    let part = package.main_part("word/document.xml")?;
    let text = package.required(&part)?;
    let numbering = Numbering::read(&beside(&mut package, &part, "numbering")?)?;
    let styles = Styles::read(&beside(&mut package, &part, "styles")?)?;
    let title = package.title()?;
    let identity = package.custom_properties()?;
    let xml = Xml::new(&text, &part);
    let blocks = Body::new(xml, &styles, Lists::new(&numbering)).read()?;
    Ok(Page { meta: Meta { title, identity, ..Meta::default() }, blocks, ..Page::default() })
}

/// The name and the text of the part of a kind that belongs to the main part; nothing where there
/// is none.
fn beside(
    package: &mut Package<'_>,
    main: &str,
    kind: &str,
) -> Result<(String, String), PackageError> {
    let found = package.relationships(main)?.into_iter().find(|it| it.kind == kind);
    let Some(found) = found else { return Ok((String::new(), String::new())) };
    let text = package.part(&found.part)?.unwrap_or_default();
    Ok((found.part, text))
}

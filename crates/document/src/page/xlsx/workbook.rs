//! Which worksheets a workbook has.

use crate::fill_in::IDENTITY;
use crate::package::{MAX_WORKSHEETS, Package, PackageError, Relationship, Xml, check_listed};

/// The parts of a workbook.
#[derive(Debug)]
pub(super) struct Workbook {
    /// The names of the worksheets that are shown, and their parts, in order.
    pub sheets: Vec<(String, String)>,
    /// The part of the worksheet that says whose report it is, in a workbook of this system.
    pub identity: Option<String>,
    /// The part with the strings that cells share.
    pub strings: Option<String>,
    /// The part with the formats of cells.
    pub styles: Option<String>,
}

/// Office programs allow half as many characters for the name of a worksheet.
const LONGEST_NAME: usize = 62;

/// Reads the list of worksheets.
pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, PackageError> {
    let part = package.main_part("xl/workbook.xml")?;
    let text = package.required(&part)?;
    let parts = package.relationships(&part)?;
    let (mut sheets, mut identity) = (Vec::new(), None);
    let mut xml = Xml::new(&text, &part);
    let mut count = 0;
    while let Some(tag) = xml.next_element()? {
        let shown = tag.attribute("state").is_none_or(|state| state == "visible");
        count += usize::from(tag.name() == "sheet");
        check_listed(&part, count, MAX_WORKSHEETS)?;
        if tag.name() != "sheet" {
            continue;
        }
        let name: String =
            tag.attribute("name").unwrap_or_default().chars().take(LONGEST_NAME).collect();
        let id = tag.attribute("id").unwrap_or_default();
        let is_its = |it: &&Relationship| it.id == id && it.kind == "worksheet";
        let part = parts.iter().find(is_its).map(|it| it.part.clone());
        match shown {
            true => sheets.extend(part.map(|part| (name, part))),
            false if name == IDENTITY => identity = part,
            false => {}
        }
    }
    let part = |kind| parts.iter().find(|it| it.kind == kind).map(|it| it.part.clone());
    let (strings, styles) = (part("sharedStrings"), part("styles"));
    Ok(Workbook { sheets, identity, strings, styles })
}

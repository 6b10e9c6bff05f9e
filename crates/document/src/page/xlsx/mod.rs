//! Workbooks (SpreadsheetML), each worksheet that is shown after the other.
//!
//! What is not shown is not read: hidden worksheets, rows and columns; the worksheet with which this
//! system says whose report it is excepted. Formulas are not computed;
//! the result that the office program kept with them is what the workbook says.

mod blocks;
mod format;
mod identity;
mod merged;
mod number;
mod reference;
mod sheet;
mod strings;
mod table;
mod workbook;

use super::{Meta, Page};
use crate::ReadError;
use crate::identity::EDITION;
use crate::package::Package;
use crate::printed::xlsx::is_aside;
use blocks::Writer;
use format::Formats;
use sheet::{Bounds, Shared};
use strings::Strings;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, ReadError> {
    let mut package = Package::open(bytes)?;
    let workbook = workbook::read(&mut package)?;
    let strings = match &workbook.strings {
        Some(part) => Strings::read(&package.part(part)?.unwrap_or_default(), part)?,
        None => Strings::default(),
    };
    let formats = match &workbook.styles {
        Some(part) => Formats::read(&package.part(part)?.unwrap_or_default(), part)?,
        None => Formats::default(),
    };
    let shared = Shared { strings, formats };
    let (mut writer, mut bounds) = (Writer::default(), Bounds::new());
    let mut identity = package.custom_properties()?;
    if let Some(part) = workbook.identity.filter(|_| !identity.contains_key(EDITION)) {
        let text = package.part(&part)?.unwrap_or_default();
        identity.extend(identity::read(&sheet::read(&text, &part, &shared, &mut bounds)?));
    }
    let is_ours = identity.contains_key(EDITION);
    for (name, part) in workbook.sheets {
        if is_ours && is_aside(&name) {
            continue;
        }
        let Some(text) = package.part(&part)? else { continue };
        let sheet = sheet::read(&text, &part, &shared, &mut bounds)?;
        drop(text);
        writer.append(&name, sheet)?;
    }
    let meta = Meta { title: package.title()?, identity, ..Meta::default() };
    Ok(Page { meta, blocks: writer.blocks, ..Page::default() })
}

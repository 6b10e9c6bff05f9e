//! Office Open XML: parts in a ZIP file (ISO/IEC 29500-2), of which only those with matter are
//! looked at. Macros, pictures and embedded files are never opened.

mod error;
mod ole;
mod properties;
mod relationships;
mod text;
mod xml;

pub use error::PackageError;
pub(crate) use ole::refusal as refuse_ole;
pub(crate) use relationships::Relationship;
pub(crate) use xml::{Tag, Token, Xml};

use std::collections::BTreeMap;

use crate::Format;
use crate::archive::{ArchiveError, Directory, EntryProblem, MAX_ENTRIES};

/// How many bytes a part that is read may have, inflated. The text of a report of a hundred pages
/// has one or two megabytes; what makes office documents large are pictures, which are not read.
pub(crate) const MAX_PART: usize = 32 << 20;
/// How many bytes the parts that are read may have together, inflated.
pub(crate) const MAX_INFLATED: u64 = 64 << 20;
/// How deep the elements of a part may be in one another; tables in tables need some dozens.
pub(crate) const MAX_DEPTH: usize = 256;

/// How many styles, lists or relationships a part may list; office programs allow some thousands.
pub(crate) const MAX_LISTED: usize = 10_000;
/// How many worksheets a workbook may have; a report needs three.
pub(crate) const MAX_WORKSHEETS: usize = 1_000;

/// Checks how many things a part lists.
pub(crate) fn check_listed(part: &str, count: usize, limit: usize) -> Result<(), PackageError> {
    match count > limit {
        true => Err(PackageError::TooMany { part: part.to_owned(), limit }),
        false => Ok(()),
    }
}

/// An open package.
#[derive(Debug)]
pub(crate) struct Package<'a> {
    directory: Directory<'a>,
    /// By their names in lower case, as the standard compares them.
    parts: BTreeMap<String, usize>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, PackageError> {
        let directory = Directory::open(bytes).map_err(|error| match error {
            ArchiveError::TooManyEntries { .. } => {
                PackageError::TooManyParts { limit: MAX_ENTRIES }
            }
            _ => PackageError::Damaged,
        })?;
        let names = directory.raw_names().enumerate();
        let parts = names.map(|(index, name)| (normal(name), index)).collect();
        Ok(Self { directory, parts, left: MAX_INFLATED })
    }

    /// The text of a part, if there is such a part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        let Some(index) = self.parts.get(&name.to_ascii_lowercase()).copied() else {
            return Ok(None);
        };
        let part = || name.to_owned();
        let bytes = self.directory.read(index, MAX_PART, &mut self.left);
        match bytes {
            Ok(bytes) => text::decoded(bytes).map(Some).ok_or_else(|| PackageError::Xml(part())),
            Err(EntryProblem::TooLarge { .. }) => {
                let limit = if self.left == 0 { MAX_INFLATED } else { MAX_PART as u64 };
                Err(PackageError::TooLarge { part: part(), limit })
            }
            Err(problem) => Err(PackageError::Part { part: part(), problem }),
        }
    }

    /// The text of a part that must be there.
    pub(crate) fn required(&mut self, name: &str) -> Result<String, PackageError> {
        self.part(name)?.ok_or_else(|| PackageError::Missing(name.to_owned()))
    }
}

/// Which format a ZIP file is, by the names in it; none for formats that are not read.
pub(crate) fn format_of(bytes: &[u8]) -> Result<Option<Format>, PackageError> {
    let package = Package::open(bytes)?;
    let any = |folder: &str| package.parts.keys().any(|name| name.starts_with(folder));
    let has = |name: &str| package.parts.contains_key(name);
    if !has("[content_types].xml") {
        // OpenDocument and OFD are ZIP files, too.
        let other = has("mimetype") || has("ofd.xml");
        return Ok((!other).then_some(Format::Zip));
    }
    Ok(match (any("word/"), any("xl/")) {
        (true, _) => Some(Format::Docx),
        (false, true) => Some(Format::Xlsx),
        (false, false) => None,
    })
}

/// A name as it is compared: some programs write the separators of Windows.
fn normal(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase().replace('\\', "/");
    name.trim_start_matches('/').to_owned()
}

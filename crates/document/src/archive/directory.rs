//! The table of contents of a ZIP file, and its entries, each bounded.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{ArchiveError, EntryProblem, MAX_ENTRIES};

/// What every line of the table of contents begins with.
const LINE: &[u8] = b"PK\x01\x02";
/// So many lines cost some tens of megabytes; documents within documents have lines too, so that
/// there may be more of them than entries.
const MAX_LINES: usize = 10 * MAX_ENTRIES;
/// The least that a line of the table of contents has, in bytes.
const SHORTEST_LINE: usize = 46;
/// Memory is taken in advance for an entry up to so many bytes, whatever size the archive states.
const TAKEN_IN_ADVANCE: u64 = 1 << 20;

/// A ZIP file with its table of contents.
#[derive(Debug)]
pub(crate) struct Directory<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Directory<'a> {
    /// Opens a ZIP file.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        // Counted before the library makes an entry of every line.
        if bytes.len() / SHORTEST_LINE > MAX_LINES && lines(bytes) > MAX_LINES {
            return Err(ArchiveError::TooManyEntries { limit: MAX_ENTRIES });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveError::Damaged)?;
        if zip.len() > MAX_ENTRIES {
            return Err(ArchiveError::TooManyEntries { limit: MAX_ENTRIES });
        }
        let directory = Self { zip };
        // Entries that share bytes are made to inflate without end.
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if directory.compressed() > size { Err(ArchiveError::Damaged) } else { Ok(directory) }
    }

    /// How many bytes the entries have together, as they are stored.
    fn compressed(&self) -> u64 {
        let sizes = (0..self.zip.len()).filter_map(|index| self.zip.by_index_data(index).ok());
        sizes.fold(0, |sum, entry| sum.saturating_add(entry.compressed_size()))
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.zip.len()
    }

    /// The name of an entry, as it is stored.
    pub(crate) fn raw_name(&self, index: usize) -> Vec<u8> {
        self.zip.by_index_data(index).map(|entry| entry.name_raw().to_vec()).unwrap_or_default()
    }

    /// The names of all entries, as they are stored.
    pub(crate) fn raw_names(&self) -> impl Iterator<Item = &[u8]> {
        self.zip.file_names_raw()
    }

    /// Whether an entry is a folder.
    pub(crate) fn is_folder(&self, index: usize) -> bool {
        self.zip.by_index_data(index).is_ok_and(|entry| entry.is_dir())
    }

    /// Inflates an entry of at most so many bytes, and takes what it has from what is left for all;
    /// nothing is left where that is what was too little.
    pub(crate) fn read(
        &mut self,
        index: usize,
        limit: usize,
        left: &mut u64,
    ) -> Result<Vec<u8>, EntryProblem> {
        let entry = self.zip.by_index_data(index).map_err(|_| EntryProblem::Damaged)?;
        if entry.encrypted() {
            return Err(EntryProblem::Encrypted);
        }
        let stated = entry.size().min(TAKEN_IN_ADVANCE);
        let mut bytes = Vec::with_capacity(usize::try_from(stated).unwrap_or_default());
        let most = u64::try_from(limit).unwrap_or(u64::MAX).min(*left);
        let file = self.zip.by_index(index).map_err(|error| problem(&error))?;
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let inflated = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        *left = left.saturating_sub(inflated);
        match read {
            _ if inflated > most => Err(EntryProblem::TooLarge { limit }),
            Ok(_) => Ok(bytes),
            Err(_) => Err(EntryProblem::Damaged),
        }
    }
}

fn lines(bytes: &[u8]) -> usize {
    bytes.windows(LINE.len()).filter(|window| *window == LINE).count()
}

fn problem(error: &ZipError) -> EntryProblem {
    match error {
        ZipError::CompressionMethodNotSupported(method) => EntryProblem::Method(*method),
        _ => EntryProblem::Damaged,
    }
}

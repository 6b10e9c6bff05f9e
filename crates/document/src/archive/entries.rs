//! The documents of an archive, one after another.

use super::{ArchiveError, Directory, EntryProblem, MAX_INFLATED, name};
use crate::MAX_BYTES;

/// A document of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name with its folders. Only a name: nothing may be written to where it points.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The documents of an archive, inflated one at a time.
#[derive(Debug)]
pub struct Entries<'a> {
    directory: Directory<'a>,
    next: usize,
    /// How many bytes the others may have together.
    left: u64,
}

/// The documents of an archive in the order of its table of contents, without folders, hidden files
/// and those of the packing system. What cannot be read is told by name, and the rest still comes.
///
/// # Errors
/// [`ArchiveError::Damaged`] and [`ArchiveError::TooManyEntries`] here; the others as the documents
/// come. After [`ArchiveError::TooLarge`] nothing comes any more.
pub fn entries(bytes: &[u8]) -> Result<Entries<'_>, ArchiveError> {
    Ok(Entries { directory: Directory::open(bytes)?, next: 0, left: MAX_INFLATED })
}

impl Entries<'_> {
    /// How many entries there are at most, folders and files of the system included.
    pub fn most(&self) -> usize {
        self.directory.len()
    }

    fn read(&mut self, index: usize, name: String) -> Result<Entry, ArchiveError> {
        if name::is_archive(&name) {
            return Err(ArchiveError::Entry { name, problem: EntryProblem::Nested });
        }
        match self.directory.read(index, MAX_BYTES, &mut self.left) {
            Ok(bytes) => Ok(Entry { name, bytes }),
            Err(EntryProblem::TooLarge { .. }) if self.left == 0 => {
                self.next = self.directory.len();
                Err(ArchiveError::TooLarge { limit: MAX_INFLATED })
            }
            Err(problem) => Err(ArchiveError::Entry { name, problem }),
        }
    }
}

impl Iterator for Entries<'_> {
    type Item = Result<Entry, ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.directory.len() {
            let index = self.next;
            self.next += 1;
            let name = name::decoded(&self.directory.raw_name(index));
            if !self.directory.is_folder(index) && !name::is_of_the_system(&name) {
                return Some(self.read(index, name));
            }
        }
        None
    }
}

//! ZIP archives of many documents.
//!
//! Nothing is ever written anywhere: a name is a name, whatever path it pretends to be. Sizes are
//! counted while inflating; what the archive says about itself is never trusted.

mod directory;
mod entries;
mod error;
mod name;

pub use entries::{Entries, Entry, entries};
pub use error::{ArchiveError, EntryProblem};

pub(crate) use directory::Directory;

/// How many entries an archive may have, folders included.
pub const MAX_ENTRIES: usize = 20_000;
/// How many bytes the documents of an archive may have together, inflated. A single one may have
/// [`crate::MAX_BYTES`].
pub const MAX_INFLATED: u64 = 512 << 20;

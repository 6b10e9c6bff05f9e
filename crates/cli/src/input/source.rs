//! Bytes that a document may be read from.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use nianbao_document::MAX_BYTES;

use super::Unreadable;

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input, written `-`.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A document of an archive, written `a.zip!/b.html`.
    Entry {
        /// The archive.
        archive: PathBuf,
        /// Its name there, with its folders.
        name: String,
        /// Its bytes.
        bytes: Arc<[u8]>,
    },
}

impl Source {
    /// The source that an argument names.
    pub fn named(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdin } else { Self::File(path.to_owned()) }
    }

    /// The name of the file without its folders, where there is one.
    pub fn file_name(&self) -> Option<&str> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path.file_name()?.to_str(),
            Self::Entry { name, .. } => name.rsplit(['/', '\\']).next(),
        }
    }

    /// Reads it whole, but not more than a document may have.
    pub fn read(&self) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::Stdin => bounded(io::stdin().lock()),
            Self::File(path) => {
                bounded(File::open(path).map_err(|error| Unreadable::of_io(&error))?)
            }
            Self::Entry { bytes, .. } => Ok(bytes.to_vec()),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::File(path) => path.display().fmt(f),
            Self::Entry { archive, name, .. } => write!(f, "{}!/{name}", archive.display()),
        }
    }
}

fn bounded(reader: impl Read) -> Result<Vec<u8>, Unreadable> {
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    reader
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Unreadable::of_io(&error))?;
    if bytes.len() > MAX_BYTES { Err(Unreadable::too_large(MAX_BYTES)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endless_bytes_are_refused_in_bounded_memory() {
        let refused = bounded(io::repeat(b'a')).unwrap_err();
        assert!(refused.message.zh.contains("超过"), "{}", refused.message.zh);
    }
}

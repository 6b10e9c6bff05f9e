//! Archives among the files, walked like folders: one document after the other, never all at once.

use std::path::{Path, PathBuf};

use nianbao_document::archive::{ArchiveError, Entry, entries};

use super::walk::{FINDINGS, Found};
use super::{Source, Unreadable};

/// Gives the sources, and for an archive the documents in it, in order; until nobody wants more.
pub fn unpacked(found: Vec<Found>, mut give: impl FnMut(Found) -> bool) {
    for found in found {
        let goes_on = match found {
            Ok(Source::File(path)) if is_archive(&path) => unpack(path, &mut give),
            found => give(found),
        };
        if !goes_on {
            return;
        }
    }
}

/// By its name: what is an archive under another name says so where it is read.
fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

fn unpack(path: PathBuf, give: &mut impl FnMut(Found) -> bool) -> bool {
    let bytes = match Source::File(path.clone()).read() {
        Ok(bytes) => bytes,
        Err(why) => return give(Err((path, why))),
    };
    let entries = match entries(&bytes) {
        Ok(entries) => entries,
        Err(error) => return give(Err((path, error.into()))),
    };
    let mut entries =
        entries.filter(|entry| !matches!(entry, Ok(it) if it.name.ends_with(FINDINGS))).peekable();
    if entries.peek().is_none() {
        return give(Err((path, Unreadable::empty_archive())));
    }
    entries.all(|entry| give(in_archive(&path, entry)))
}

fn in_archive(archive: &Path, entry: Result<Entry, ArchiveError>) -> Found {
    match entry {
        Ok(Entry { name, bytes }) => {
            Ok(Source::Entry { archive: archive.to_owned(), name, bytes: bytes.into() })
        }
        // The place tells the name already.
        Err(ArchiveError::Entry { name, problem }) => {
            Err((format!("{}!/{name}", archive.display()).into(), problem.into()))
        }
        Err(
            error @ (ArchiveError::Damaged
            | ArchiveError::TooManyEntries { .. }
            | ArchiveError::TooLarge { .. }),
        ) => Err((archive.to_owned(), error.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_archive_comes_through_and_what_only_says_so_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ZIP");
        std::fs::write(&path, "no archive").unwrap();
        let given = vec![Ok(Source::Stdin), Ok(Source::File(path.clone()))];
        let mut seen = Vec::new();
        unpacked(given, |found| {
            seen.push(found);
            true
        });
        assert_eq!(seen[0], Ok(Source::Stdin));
        assert!(matches!(&seen[1], Err((place, _)) if *place == path));
    }

    #[test]
    fn nothing_more_is_read_when_nobody_wants_more() {
        let mut seen = 0;
        unpacked(vec![Ok(Source::Stdin), Ok(Source::Stdin)], |_| {
            seen += 1;
            false
        });
        assert_eq!(seen, 1);
    }
}

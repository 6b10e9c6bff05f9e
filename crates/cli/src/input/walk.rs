//! The files that arguments name, folders walked in sorted order.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Source, Unreadable};

/// What `check` and conformance vectors write beside a report: no report itself.
pub(super) const FINDINGS: &str = ".findings.json";

/// A source, or where none can be had and why.
pub type Found = Result<Source, (PathBuf, Unreadable)>;

/// Every source that the arguments name, in their order; a folder gives its files in sorted order,
/// those of its folders included. Hidden files and written findings are left out, and a link to a
/// folder inside a folder is not followed, so that a walk ends.
pub fn sources(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut found);
        } else {
            found.push(Ok(Source::named(path)));
        }
    }
    found
}

fn walk(folder: &Path, found: &mut Vec<Found>) {
    let mut pending = vec![folder.to_owned()];
    while let Some(path) = pending.pop() {
        if path.is_file() {
            found.push(Ok(Source::File(path)));
        } else if path.is_dir() {
            match sorted(&path) {
                Ok(entries) => pending.extend(entries.into_iter().rev()),
                Err(error) => found.push(Err((path, Unreadable::of_io(&error)))),
            }
        }
    }
}

/// What is in a folder and worth reading.
fn sorted(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        let link_to_folder = entry.file_type()?.is_symlink() && path.is_dir();
        if !name.starts_with('.') && !name.ends_with(FINDINGS) && !link_to_folder {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let found = sources(&[folder.to_owned()]).into_iter();
        let name = |source: Source| source.to_string().replace(&folder.display().to_string(), "");
        found.map(|source| name(source.unwrap())).collect()
    }

    #[test]
    fn a_folder_gives_its_files_in_sorted_order_without_hidden_ones_and_findings() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.txt", "b/2.html", "b/1.html", "a.json", "a.findings.json", ".hidden"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(names(folder.path()), ["/a.json", "/b/1.html", "/b/2.html", "/c.txt"]);
    }

    #[test]
    fn a_path_that_is_no_folder_is_taken_as_it_is() {
        let found = sources(&[PathBuf::from("-"), PathBuf::from("missing.html")]);
        assert_eq!(found, [Ok(Source::Stdin), Ok(Source::File("missing.html".into()))]);
    }
}

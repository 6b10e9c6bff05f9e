//! `nianbao convert`: a report from one form into another.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::arguments::Convert;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Document, Source};
use crate::output::Output;

/// Converts a document.
pub fn run(arguments: &Convert, output: &mut Output) -> Result<Exit, Failure> {
    let source = Source::named(&arguments.input);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    let converted = document.write(arguments.to)?;
    match arguments.output.as_deref() {
        None => output.write(converted),
        Some(path) if path == Path::new("-") => output.write(converted),
        Some(path) => replace(path, converted.as_bytes()).map_err(|why| unwritable(path, &why))?,
    }
    Ok(Exit::Clean)
}

/// Replaces a file as a whole: whoever reads it finds the old content or the new, never a part.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = writable(folder.unwrap_or(Path::new(".")))?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    if let Ok(present) = fs::metadata(path) {
        file.as_file().set_permissions(present.permissions())?;
    }
    file.persist(path)?;
    Ok(())
}

/// A temporary file with the permissions that a new file has.
fn writable(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".nianbao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn unwritable(path: &Path, why: &io::Error) -> Failure {
    let path = path.display();
    Failure::unreadable(format!("无法写入 {path}：{why}"), format!("cannot write {path}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn where_nothing_can_be_written_the_old_content_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

//! Files that are written whole: whoever reads one finds the old content or the new, never a part.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// A file that takes the place of another when it is whole.
pub struct Replacement {
    path: PathBuf,
    file: NamedTempFile,
}

/// Replaces a file as a whole.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let mut replacement = Replacement::of(path)?;
    replacement.append(content)?;
    replacement.finish()
}

impl Replacement {
    /// Begins beside the file.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let file = writable(folder.unwrap_or(Path::new(".")));
        let file = file.map_err(|why| unwritable(path, &why))?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// Adds bytes.
    pub fn append(&mut self, content: &[u8]) -> Result<(), Failure> {
        self.file.write_all(content).map_err(|why| unwritable(&self.path, &why))
    }

    /// Takes the place of the file; dropped before, it leaves the file as it was.
    pub fn finish(self) -> Result<(), Failure> {
        let Self { path, file } = self;
        persist(file, &path).map_err(|why| unwritable(&path, &why))
    }
}

fn persist(file: NamedTempFile, path: &Path) -> io::Result<()> {
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
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn where_nothing_can_be_written_the_old_content_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        assert!(write(&path, b"new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

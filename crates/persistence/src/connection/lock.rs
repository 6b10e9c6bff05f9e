//! One process a file.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::OpenError;

/// The lock beside a database file; released when dropped, and by the system when the process dies.
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Locks a database file, or says that somebody else has.
    pub(crate) fn of(database: &Path) -> Result<Self, OpenError> {
        // Under whatever name it is opened.
        let lock = beside(&database.canonicalize().unwrap_or_else(|_| database.to_owned()));
        let failed = |error| OpenError::Lock { lock: lock.clone(), error };
        let file = File::options().create(true).truncate(false).write(true).open(&lock);
        let file = file.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => {
                Err(OpenError::InUse { database: database.to_owned(), lock })
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

impl Drop for Lock {
    /// Not only closed: a process that is being started holds all files of this one for a moment, and
    /// would keep the lock as long.
    fn drop(&mut self) {
        if let Err(error) = self.file.unlock() {
            tracing::warn!(%error, "the lock of the database goes with its file only");
        }
    }
}

/// `nianbao.db` → `nianbao.db.lock`
fn beside(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_released_although_a_process_that_is_being_started_still_has_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("nianbao.db");
        let lock = Lock::of(&database).unwrap();
        assert!(matches!(Lock::of(&database), Err(OpenError::InUse { .. })));
        let inherited = lock.file.try_clone().unwrap();
        drop(lock);
        assert!(Lock::of(&database).is_ok());
        drop(inherited);
    }
}

//! One process a file.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::OpenError;

/// The lock beside a database file; released when dropped, and by the system when the process dies.
pub(crate) struct Lock {
    _file: File,
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
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(OpenError::InUse { database: database.to_owned(), lock })
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

/// `nianbao.db` → `nianbao.db.lock`
fn beside(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}

//! Why the database cannot be used.

use std::path::PathBuf;

use sea_orm::DbErr;

use crate::address::AddressError;

/// Why the database cannot be opened or migrated.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no database.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Another process has the file open.
    #[error("{} is in use by another process: its lock {} is held", .database.display(), .lock.display())]
    InUse {
        /// The file.
        database: PathBuf,
        /// What is locked.
        lock: PathBuf,
    },
    /// The file that says the database is in use cannot be made or locked.
    #[error("{} cannot be locked: {error}", .lock.display())]
    Lock {
        /// What was to be locked.
        lock: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The database does not answer, or not as one.
    #[error("the database cannot be opened: {0}")]
    Database(String),
    /// The schema is older than this program.
    #[error("the schema lacks {}: run `nianbao-server migrate`", .0.join(", "))]
    Unmigrated(Vec<String>),
    /// A migration failed; nothing of its step remains.
    #[error("the schema cannot be migrated: {0}")]
    Migration(String),
}

impl OpenError {
    /// What the database said; the driver names hosts and users, never a password.
    pub(crate) fn database(error: &DbErr) -> Self {
        Self::Database(error.to_string())
    }
}

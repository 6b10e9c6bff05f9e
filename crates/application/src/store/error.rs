//! Why the store could not answer or commit.

use crate::error::Resource;

/// A read that failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is busy or away, after the store's own retries; the same call may come again.
    #[error("the database cannot be reached at the moment")]
    Unavailable,
    /// A row cannot be mapped to what it should be.
    #[error("the row {id} of {table} is corrupt: {what}")]
    CorruptRow {
        /// The table.
        table: &'static str,
        /// Its key.
        id: String,
        /// What cannot be read.
        what: String,
    },
    /// Anything else the database said.
    #[error("the database failed: {0}")]
    Failed(String),
}

/// A commit that wrote nothing.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CommitError {
    /// The resource has another version than expected, or is gone.
    #[error("{0} has changed")]
    VersionConflict(Resource),
    /// The resource exists.
    #[error("{0} exists")]
    Exists(Resource),
    /// An organ that a write refers to does not exist.
    #[error("{0}, which the write refers to, does not exist")]
    ReferenceMissing(Resource),
    /// An organ would become its own superior, directly or through others.
    #[error("{0} would be its own superior")]
    Cycle(Resource),
    /// The request id was recorded meanwhile, by a call that came at the same time.
    #[error("the request id was recorded meanwhile")]
    RequestRecorded,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

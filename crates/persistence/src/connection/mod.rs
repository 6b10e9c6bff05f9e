//! Connections to the database: some that read, some that write.

mod lock;
mod postgres;
mod sqlite;
mod stale;
mod transaction;

pub(crate) use lock::Lock;
pub(crate) use postgres::listener_pool;
pub(crate) use stale::Stale;
pub(crate) use transaction::begin;

use std::num::NonZeroU32;
use std::sync::Arc;

use sea_orm::{DatabaseConnection, DbBackend};

use crate::address::Address;
use crate::{OpenError, Settings};

/// Statements that a connection keeps prepared: one a table and number of rows that is written.
const STATEMENTS: usize = 256;

/// The connections of an open store.
pub(crate) struct Connections {
    /// Reads.
    pub(crate) reader: DatabaseConnection,
    /// Writes; a single one on SQLite.
    pub(crate) writer: DatabaseConnection,
    /// Which of them must not be used again.
    pub(crate) stale: Arc<Stale>,
    /// Held while a file is open.
    _lock: Option<Lock>,
}

impl Connections {
    /// Opens the database for serving.
    pub(crate) async fn open(address: &Address, settings: &Settings) -> Result<Self, OpenError> {
        let stale = Arc::new(Stale::new());
        let two = NonZeroU32::MIN.saturating_add(1);
        let (reader, writer, lock) = match address {
            Address::Sqlite(path) => {
                let lock = Lock::of(path)?;
                let writer = sqlite::writer(path).await?;
                (sqlite::readers(path, settings.readers).await?, writer, Some(lock))
            }
            Address::Postgres(url) => {
                let pool = |size| postgres::pool(url, size, Arc::clone(&stale));
                // Beside the lanes, the sequencer and housekeeping write; and the place of a connection
                // that hangs is taken by another.
                let writers = settings.lanes.saturating_mul(two).saturating_add(1);
                (pool(settings.readers).await?, pool(writers).await?, None)
            }
        };
        Ok(Self { reader, writer, stale, _lock: lock })
    }

    /// A single connection for migrations, to be closed after them; SQLite's pragmas belong to
    /// connections, and migrations may change them.
    pub(crate) async fn for_migration(
        address: &Address,
    ) -> Result<(DatabaseConnection, Option<Lock>), OpenError> {
        match address {
            Address::Sqlite(path) => {
                let lock = Lock::of(path)?;
                Ok((sqlite::creator(path).await?, Some(lock)))
            }
            Address::Postgres(_) => Ok((Self::for_reading(address).await?, None)),
        }
    }

    /// A single connection that makes nothing.
    pub(crate) async fn for_reading(address: &Address) -> Result<DatabaseConnection, OpenError> {
        let one = NonZeroU32::MIN;
        match address {
            Address::Sqlite(path) => sqlite::readers(path, one).await,
            Address::Postgres(url) => postgres::pool(url, one, Arc::new(Stale::new())).await,
        }
    }

    /// Which database it is.
    pub(crate) fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// Closes them all; what is under way ends first.
    pub(crate) async fn close(&self) {
        for connection in [&self.reader, &self.writer] {
            if let Err(error) = connection.close_by_ref().await {
                tracing::warn!(%error, "a connection pool did not close");
            }
        }
    }
}

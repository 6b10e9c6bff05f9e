//! Connections to a file.

use std::future::ready;
use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sea_orm::sqlx::{self, ConnectOptions, Connection};
use sea_orm::{DatabaseConnection, SqlxSqliteConnector};

use super::STATEMENTS;
use crate::OpenError;

/// Long enough for any checkpoint; only a foreign process could make us wait longer.
const BUSY: Duration = Duration::from_secs(5);

/// The one connection that writes.
///
/// Where SQLite ended a transaction by itself (the disk is full), the driver still counts one, and
/// would from then on commit savepoints of a transaction that nobody commits: such a connection is
/// replaced.
pub(super) async fn writer(path: &Path) -> Result<DatabaseConnection, OpenError> {
    let pool = staying(NonZeroU32::MIN)
        .before_acquire(|connection, _| Box::pin(ready(Ok(!connection.is_in_transaction()))));
    connect(pool, options(path)).await
}

/// Connections that read and cannot write.
pub(super) async fn readers(
    path: &Path,
    size: NonZeroU32,
) -> Result<DatabaseConnection, OpenError> {
    connect(staying(size), options(path).pragma("query_only", "ON")).await
}

/// A connection that makes the file where it is missing, for migrations.
pub(super) async fn creator(path: &Path) -> Result<DatabaseConnection, OpenError> {
    connect(staying(NonZeroU32::MIN), options(path).create_if_missing(true)).await
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
}

/// Connections that stay: each has its thread and its prepared statements.
fn staying(size: NonZeroU32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(size.get())
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

async fn connect(
    pool: SqlitePoolOptions,
    options: SqliteConnectOptions,
) -> Result<DatabaseConnection, OpenError> {
    let pool = pool.connect_with(options).await;
    let pool = pool.map_err(|error: sqlx::Error| OpenError::Database(error.to_string()))?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

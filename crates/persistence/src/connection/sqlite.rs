//! Connections to a file.

use std::fs::File;
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
    create(path).map_err(|error| OpenError::Database(format!("{}: {error}", path.display())))?;
    connect(staying(NonZeroU32::MIN), options(path)).await
}

/// Reports may be drafts: a new file is for its owner only, and what SQLite puts beside it follows.
fn create(path: &Path) -> std::io::Result<()> {
    let mut file = File::options();
    file.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path).map(|_| ())
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

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};

    use super::*;
    use crate::connection::begin;

    async fn number(connection: &DatabaseConnection, sql: &str) -> i64 {
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        let row = connection.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    #[tokio::test]
    async fn every_connection_is_durable_and_checks_references() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("nianbao.db");
        drop(creator(&path).await.unwrap());
        let readers = readers(&path, NonZeroU32::MIN).await.unwrap();
        for connection in [&writer(&path).await.unwrap(), &readers] {
            assert_eq!(number(connection, "PRAGMA synchronous").await, 2);
            assert_eq!(number(connection, "PRAGMA foreign_keys").await, 1);
            let wal = "SELECT journal_mode = 'wal' FROM pragma_journal_mode";
            assert_eq!(number(connection, wal).await, 1);
        }
        assert!(readers.execute_unprepared("CREATE TABLE t (n)").await.is_err());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_new_file_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("nianbao.db");
        creator(&path).await.unwrap().execute_unprepared("CREATE TABLE t (n)").await.unwrap();
        for file in std::fs::read_dir(directory.path()).unwrap() {
            assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o077, 0);
        }
    }

    #[tokio::test]
    async fn a_connection_whose_transaction_ended_by_itself_is_replaced() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("nianbao.db");
        creator(&path).await.unwrap().execute_unprepared("CREATE TABLE t (n)").await.unwrap();
        let writer = writer(&path).await.unwrap();
        let ended = begin(&writer).await.unwrap();
        // As SQLite does where the disk is full.
        ended.execute_unprepared("ROLLBACK").await.unwrap();
        assert!(ended.rollback().await.is_err());

        let refused = begin(&writer).await.unwrap();
        refused.execute_unprepared("INSERT INTO t VALUES (1)").await.unwrap();
        refused.rollback().await.unwrap();
        let written = begin(&writer).await.unwrap();
        written.execute_unprepared("INSERT INTO t VALUES (2)").await.unwrap();
        written.commit().await.unwrap();
        let seen = readers(&path, NonZeroU32::MIN).await.unwrap();
        assert_eq!(number(&seen, "SELECT sum(n) FROM t").await, 2);
    }
}

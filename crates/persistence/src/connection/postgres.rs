//! Connections to a server.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sea_orm::sqlx::{self, ConnectOptions};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector};

use super::{STATEMENTS, Stale};
use crate::OpenError;
use crate::address::AddressError;

/// How long a call waits for a connection, also for one that has to be made.
const ACQUIRE: Duration = Duration::from_secs(2);
/// Connections that nobody used for so long are closed.
const IDLE: Duration = Duration::from_secs(10 * 60);
/// A connection that was idle for so long may have been cut by a firewall: it is tested first.
const DOUBTFUL: Duration = Duration::from_secs(30);

/// Connections that are not tested before each use, but never used again when one of their
/// generation was lost.
pub(super) async fn pool(
    url: &str,
    size: NonZeroU32,
    stale: Arc<Stale>,
) -> Result<DatabaseConnection, OpenError> {
    let pool = PgPoolOptions::new()
        .max_connections(size.get())
        .acquire_timeout(ACQUIRE)
        .idle_timeout(IDLE)
        .test_before_acquire(false)
        .before_acquire(move |connection, seen| {
            let stale = stale.covers(seen.age);
            Box::pin(async move {
                if !stale && seen.idle_for >= DOUBTFUL {
                    sqlx::Connection::ping(connection).await?;
                }
                Ok(!stale)
            })
        })
        .connect_with(options(url)?)
        .await;
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool.map_err(unreachable)?))
}

/// A single connection that listens for as long as it lives.
pub(crate) async fn listener_pool(url: &str) -> Result<PgPool, OpenError> {
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(ACQUIRE)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options(url)?)
        .await;
    pool.map_err(unreachable)
}

fn options(url: &str) -> Result<PgConnectOptions, OpenError> {
    // What the library says of a URL may quote it.
    let options: PgConnectOptions = url.parse().map_err(|_| AddressError)?;
    let options = options.statement_cache_capacity(STATEMENTS).application_name("nianbao-server");
    Ok(options.disable_statement_logging())
}

fn unreachable(error: sqlx::Error) -> OpenError {
    let waited = matches!(error, sqlx::Error::PoolTimedOut);
    OpenError::Database(if waited { "it does not answer".to_owned() } else { error.to_string() })
}

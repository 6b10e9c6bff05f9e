//! What an error of the database means, in one place. "Come again" is never lost on the way.

use std::fmt::Display;

use nianbao_application::store::StoreError;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::postgres::PgDatabaseError;
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};

use crate::mapping::corrupt;

/// What an error of the database means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection is lost or cannot be made: what was under way may have happened or not.
    Away,
    /// No connection became free in time; that was waiting enough.
    Exhausted,
    /// Somebody else was in the way; nothing was written, the same again will do.
    Busy,
    /// A key exists.
    Unique,
    /// A row that is referred to does not exist.
    ForeignKey,
    /// A value of a row is not of the type of its column.
    Undecodable(String),
    /// Anything else.
    Other(String),
}

impl Fault {
    /// What an error means.
    pub(crate) fn of(error: &DbErr) -> Self {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the enum of the library is open")]
        match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Self::Exhausted,
            DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed) => Self::Exhausted,
            // Whatever a server says of a new connection: there is none.
            DbErr::Conn(_) => Self::Away,
            DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => Self::of_driver(error),
            DbErr::Type(what) => Self::Undecodable(what.clone()),
            DbErr::TryIntoErr { .. } => Self::Undecodable(error.to_string()),
            other => Self::Other(other.to_string()),
        }
    }

    /// What an error of the driver means.
    fn of_driver(error: &sqlx::Error) -> Self {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the enum of the library is open")]
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::WorkerCrashed => Self::Away,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Self::Exhausted,
            sqlx::Error::Database(error) => Self::of_database(error.as_ref()),
            sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::Decode(_)
            | sqlx::Error::ColumnNotFound(_) => Self::Undecodable(error.to_string()),
            other => Self::Other(other.to_string()),
        }
    }

    fn of_database(error: &dyn DatabaseError) -> Self {
        let code = error.code().unwrap_or_default();
        let known = if error.try_downcast_ref::<PgDatabaseError>().is_some() {
            of_sqlstate(&code)
        } else {
            of_sqlite(&code)
        };
        known.unwrap_or_else(|| Self::Other(error.to_string()))
    }

    /// Whether the same may be tried again after a moment.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Away | Self::Busy)
    }

    /// What a reader or writer is told, with the table and the key that were asked for.
    pub(crate) fn told(self, table: &'static str, id: impl Display) -> StoreError {
        match self {
            Self::Away | Self::Exhausted | Self::Busy => {
                tracing::warn!(table, fault = ?self, "the database is not available");
                StoreError::Unavailable
            }
            Self::Undecodable(what) => corrupt(table, id, what),
            Self::Unique => StoreError::Failed(format!("a key of {table} exists")),
            Self::ForeignKey => StoreError::Failed(format!("{table} refers to nothing")),
            Self::Other(what) => StoreError::Failed(what),
        }
    }
}

/// Conditions of PostgreSQL, by code (PostgreSQL documentation, appendix A).
fn of_sqlstate(code: &str) -> Option<Fault> {
    match code {
        "23505" => Some(Fault::Unique),
        "23503" => Some(Fault::ForeignKey),
        // Serialization failure, deadlock, lock not available.
        "40001" | "40P01" | "55P03" => Some(Fault::Busy),
        // Ended by an administrator or a crash, starting up, too many connections, and a standby
        // that took the place of what we wrote to.
        "57P01" | "57P02" | "57P03" | "57P05" | "53300" | "25006" => Some(Fault::Away),
        code if code.starts_with("08") => Some(Fault::Away),
        _ => None,
    }
}

/// Extended result codes of SQLite.
fn of_sqlite(code: &str) -> Option<Fault> {
    const PRIMARY: u32 = 0xff;
    let code: u32 = code.parse().ok()?;
    match code {
        // PRIMARYKEY, UNIQUE, ROWID.
        1555 | 2067 | 2579 => Some(Fault::Unique),
        787 => Some(Fault::ForeignKey),
        // BUSY and LOCKED.
        code if matches!(code & PRIMARY, 5 | 6) => Some(Fault::Busy),
        _ => None,
    }
}

//! The schema brought up to this program, before it is opened.

use sea_orm::DatabaseConnection;

use crate::OpenError;
use crate::address::Address;
use crate::connection::Connections;
use crate::migration::{pending_on, steps, up};

/// Brings the schema up to this program and returns the names of the steps that were missing; makes
/// the file of SQLite where there is none.
///
/// Forward only. Two processes that do this at once on PostgreSQL do it one after the other; a file
/// of SQLite that is being served is refused.
pub async fn migrate(url: &str) -> Result<Vec<String>, OpenError> {
    let (only, _lock) = Connections::for_migration(&Address::parse(url)?).await?;
    let done = up(&only).await.map_err(|error| OpenError::Migration(error.to_string()));
    close(only).await?;
    done
}

/// The names of the steps that the schema lacks. Changes nothing; a file of SQLite that does not
/// exist lacks everything.
pub async fn pending(url: &str) -> Result<Vec<String>, OpenError> {
    let address = Address::parse(url)?;
    if address.is_to_be_made() {
        return Ok(steps().collect());
    }
    let only = Connections::for_reading(&address).await?;
    let pending = pending_on(&only).await.map_err(|error| OpenError::database(&error));
    close(only).await?;
    pending
}

async fn close(only: DatabaseConnection) -> Result<(), OpenError> {
    only.close().await.map_err(|error| OpenError::database(&error))
}

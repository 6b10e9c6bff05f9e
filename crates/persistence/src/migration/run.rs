//! Running the steps that a database lacks.

use std::collections::BTreeSet;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{DatabaseConnection, DbBackend, Statement};

use super::Migrator;

/// Two processes that start together migrate one after the other.
const LOCK: i64 = 0x6e69_616e_6261_6f01;

/// Runs the missing steps, each in a transaction of its own, and returns their names.
pub(crate) async fn up(only: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let postgres = only.get_database_backend() == DbBackend::Postgres;
    if postgres {
        lock(only, "SELECT pg_advisory_lock($1)").await?;
    }
    let pending = pending_on(only).await?;
    // A database that is ahead of this program lacks nothing; the library would refuse it.
    if !pending.is_empty() {
        Migrator::up(only, None).await?;
    }
    if postgres {
        lock(only, "SELECT pg_advisory_unlock($1)").await?;
    }
    Ok(pending)
}

async fn lock(only: &DatabaseConnection, sql: &'static str) -> Result<(), DbErr> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [LOCK.into()]);
    only.query_one_raw(statement).await.map(|_| ())
}

/// The names of the steps that the database lacks, in order. Changes nothing.
pub(crate) async fn pending_on(connection: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let applied = applied(connection).await?;
    Ok(steps().filter(|name| !applied.contains(name)).collect())
}

/// The names of all steps, in order.
pub(crate) fn steps() -> impl Iterator<Item = String> {
    Migrator::migrations().into_iter().map(|step| step.name().to_owned())
}

async fn applied(connection: &DatabaseConnection) -> Result<BTreeSet<String>, DbErr> {
    const TABLE: &str = "seaql_migrations";
    if !SchemaManager::new(connection).has_table(TABLE).await? {
        return Ok(BTreeSet::new());
    }
    let versions = Query::select().column("version").from(TABLE).take();
    let rows = connection.query_all(&versions).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

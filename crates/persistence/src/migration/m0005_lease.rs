//! Leases, where several processes share the database: who is the sequencer at the moment.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use super::column::{required_text, time};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        manager.create_table(lease(manager)).await?;
    }
    Ok(())
}

fn lease(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("lease")
        .col(required_text(manager, "name").primary_key())
        .col(ColumnDef::new("holder").uuid().not_null())
        .col(time("expires"))
        .take()
}

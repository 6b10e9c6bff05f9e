//! Requests that may be repeated.

use sea_orm_migration::prelude::*;

use super::column::{bytes, required_text, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(request(manager)).await?;
    manager.create_index(ages()).await
}

fn request(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("request")
        .col(required_text(manager, "caller"))
        .col(required_text(manager, "method"))
        .col(uid("request_id"))
        .col(bytes("fingerprint"))
        .col(required_text(manager, "outcome"))
        .col(time("create_time"))
        .primary_key(Index::create().col("caller").col("method").col("request_id"))
        .take()
}

fn ages() -> IndexCreateStatement {
    Index::create().name("request_by_age").table("request").col("create_time").take()
}

//! Events, audit entries and the heads of their chains.

use sea_orm_migration::prelude::*;

use super::column::{bytes, number, required_text, small, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for table in [event(manager), audit_entry(manager), chain(manager)] {
        manager.create_table(table).await?;
    }
    let names = [
        ("event", "event_position", "event_unpositioned"),
        ("audit_entry", "audit_entry_position", "audit_entry_unpositioned"),
    ];
    for (table, position, unpositioned) in names {
        manager.create_index(positions(table, position)).await?;
        manager.create_index(waiting(table, unpositioned)).await?;
        manager.get_connection().execute(&first_head(table)).await?;
    }
    Ok(())
}

fn event(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(uid("id").primary_key())
        .col(small("kind"))
        .col(required_text(manager, "resource"))
        .col(number("version"))
        .col(time("create_time"))
        .col(ColumnDef::new("position").big_integer())
        .col(ColumnDef::new("hash").blob())
        .take()
}

fn audit_entry(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("audit_entry")
        .col(uid("id").primary_key())
        .col(required_text(manager, "caller"))
        .col(required_text(manager, "method"))
        .col(required_text(manager, "resource"))
        .col(ColumnDef::new("request_id").uuid())
        .col(time("create_time"))
        .col(ColumnDef::new("position").big_integer())
        .col(ColumnDef::new("hash").blob())
        .take()
}

fn chain(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("chain")
        .col(required_text(manager, "name").primary_key())
        .col(number("position"))
        .col(bytes("hash"))
        .take()
}

/// No position is given twice.
fn positions(table: &'static str, name: &'static str) -> IndexCreateStatement {
    Index::create().name(name).table(table).unique().col("position").take()
}

/// What the sequencer has not seen, in the order in which it will.
fn waiting(table: &'static str, name: &'static str) -> IndexCreateStatement {
    Index::create()
        .name(name)
        .table(table)
        .col("create_time")
        .col("id")
        .cond_where(Expr::col("position").is_null())
        .take()
}

/// The head before the first entry: position 0, a hash of zeros.
fn first_head(table: &'static str) -> InsertStatement {
    Query::insert()
        .into_table("chain")
        .columns(["name", "position", "hash"])
        .values_panic([table.into(), 0_i64.into(), vec![0_u8; 32].into()])
        .take()
}

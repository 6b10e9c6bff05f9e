//! Columns as both databases know them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// Words, sorted by their code points: both databases must list in the same order.
pub(super) fn text(manager: &SchemaManager<'_>, name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.text();
    if manager.get_database_backend() == DbBackend::Postgres {
        column.extra("COLLATE \"C\"");
    }
    column
}

/// Words that are always there, if only empty.
pub(super) fn required_text(manager: &SchemaManager<'_>, name: &'static str) -> ColumnDef {
    text(manager, name).not_null().take()
}

/// A small number: an enum, a year.
pub(super) fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

/// A number that is always there.
pub(super) fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// An identity.
pub(super) fn uid(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().take()
}

/// A time, in microseconds.
pub(super) fn time(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

/// Bytes that are always there.
pub(super) fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

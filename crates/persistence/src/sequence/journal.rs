//! The two tables whose rows are chained.

use nianbao_application::store::{AuditEntry, Chained, Event, StoreError};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{audit_entry, event};
use crate::mapping;

/// An entry whose rows wait for a position.
pub(super) trait Journal: Chained + Sized + Send {
    /// The table, which is the name of the chain.
    const TABLE: &'static str;
    /// Sets position and hash of the rows with the ids that follow as values.
    const UPDATE: &'static str;
    /// A row.
    type Row: Send;

    /// Rows without a position, oldest first.
    fn waiting(
        limit: u64,
        transaction: &DatabaseTransaction,
    ) -> impl Future<Output = Result<Vec<Self::Row>, DbErr>> + Send;

    /// The entry of a row.
    fn of(row: Self::Row) -> Result<Self, StoreError>;

    /// The key of its row.
    fn id(&self) -> Uuid;
}

/// Declares the update of a table, which takes the values of `v`.
macro_rules! update {
    ($table:literal) => {
        concat!("UPDATE ", $table, " SET position = v.column2, hash = v.column3 FROM (VALUES ")
    };
}

impl Journal for Event {
    const TABLE: &'static str = "event";
    const UPDATE: &'static str = update!("event");
    type Row = event::Model;

    async fn waiting(
        limit: u64,
        transaction: &DatabaseTransaction,
    ) -> Result<Vec<event::Model>, DbErr> {
        event::Entity::find()
            .filter(event::Column::Position.is_null())
            .order_by_asc(event::Column::CreateTime)
            .order_by_asc(event::Column::Id)
            .limit(limit)
            .all(transaction)
            .await
    }

    fn of(row: event::Model) -> Result<Self, StoreError> {
        mapping::event(row)
    }

    fn id(&self) -> Uuid {
        self.id
    }
}

impl Journal for AuditEntry {
    const TABLE: &'static str = "audit_entry";
    const UPDATE: &'static str = update!("audit_entry");
    type Row = audit_entry::Model;

    async fn waiting(
        limit: u64,
        transaction: &DatabaseTransaction,
    ) -> Result<Vec<audit_entry::Model>, DbErr> {
        audit_entry::Entity::find()
            .filter(audit_entry::Column::Position.is_null())
            .order_by_asc(audit_entry::Column::CreateTime)
            .order_by_asc(audit_entry::Column::Id)
            .limit(limit)
            .all(transaction)
            .await
    }

    fn of(row: audit_entry::Model) -> Result<Self, StoreError> {
        Ok(mapping::audit_entry(row))
    }

    fn id(&self) -> Uuid {
        self.id
    }
}

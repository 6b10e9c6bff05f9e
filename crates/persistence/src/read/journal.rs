//! Events and audit entries: only those that have their position.

use nianbao_application::store::{AuditEntry, Event, Positioned, StoreError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{audit_entry, event};
use crate::mapping::{self, signed};
use crate::shared::Shared;

impl Shared {
    /// Events behind a position.
    pub(crate) async fn events(
        &self,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Positioned<Event>>, StoreError> {
        let behind = event::Entity::find()
            .filter(event::Column::Position.gt(signed(after)))
            .order_by_asc(event::Column::Position)
            .limit(u64::try_from(limit).unwrap_or(u64::MAX));
        let reader = &self.connections.reader;
        let found = self.read("event", after, || behind.clone().all(reader)).await?;
        found.into_iter().map(mapping::positioned_event).collect()
    }

    /// Audit entries behind a position.
    pub(crate) async fn audit_entries(
        &self,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Positioned<AuditEntry>>, StoreError> {
        let behind = audit_entry::Entity::find()
            .filter(audit_entry::Column::Position.gt(signed(after)))
            .order_by_asc(audit_entry::Column::Position)
            .limit(u64::try_from(limit).unwrap_or(u64::MAX));
        let reader = &self.connections.reader;
        let found = self.read("audit_entry", after, || behind.clone().all(reader)).await?;
        found.into_iter().map(mapping::positioned_audit_entry).collect()
    }
}

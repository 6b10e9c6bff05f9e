//! Decisions about findings, as of a version of their report.

use nianbao_application::store::StoreError;
use nianbao_domain::decision::Decision;
use nianbao_domain::report::Head;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::decision::{Column, Entity};
use crate::mapping::{self, signed};
use crate::shared::Shared;

impl Shared {
    /// What was decided and not withdrawn, as of the version of the head.
    pub(crate) async fn decisions(&self, head: &Head) -> Result<Vec<Decision>, StoreError> {
        let version = signed(head.version);
        let not_ended = Condition::any()
            .add(Column::EndedVersion.is_null())
            .add(Column::EndedVersion.gt(version));
        let list = Entity::find()
            .filter(Column::ReportUid.eq(head.uid))
            .filter(Column::Version.lte(version))
            .filter(not_ended)
            .order_by_asc(Column::Version)
            .order_by_asc(Column::Identity)
            .order_by_asc(Column::Evidence);
        let reader = &self.connections.reader;
        let found = self.read("decision", &head.key, || list.clone().all(reader)).await?;
        found.into_iter().map(mapping::decision).collect()
    }
}

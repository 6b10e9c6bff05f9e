//! Requests that may be repeated.

use nianbao_application::RequestKey;
use nianbao_application::store::{RequestRecord, StoreError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::request;
use crate::mapping;
use crate::retention::oldest_kept;
use crate::shared::Shared;

impl Shared {
    /// The record of a request id that is still kept.
    pub(crate) async fn request(
        &self,
        key: &RequestKey,
    ) -> Result<Option<RequestRecord>, StoreError> {
        let kept = request::Entity::find_by_id((key.caller.clone(), key.method.to_owned(), key.id))
            .filter(request::Column::CreateTime.gte(oldest_kept(self.clock.now())));
        let reader = &self.connections.reader;
        let found = self.read("request", key.id, || kept.clone().one(reader)).await?;
        found.map(|row| mapping::request_record(key, row)).transpose()
    }
}

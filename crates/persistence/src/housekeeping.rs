//! Forgetting what is not kept any longer.

use nianbao_application::store::StoreError;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::request::{Column, Entity};
use crate::retention::oldest_kept;
use crate::shared::Shared;

impl Shared {
    /// Deletes up to so many requests that are not kept any longer; returns how many it were.
    pub(crate) async fn forget_requests(&self, limit: u64) -> Result<u64, StoreError> {
        let key = [Column::Caller, Column::Method, Column::RequestId];
        let expired = Query::select()
            .columns(key)
            .from(Entity)
            .and_where(Column::CreateTime.lt(oldest_kept(self.clock.now())))
            .limit(limit)
            .take();
        let delete =
            Entity::delete_many().filter(Expr::tuple(key.map(Expr::col)).in_subquery(expired));
        let writer = &self.connections.writer;
        let deleted = self.read("request", "expired", || delete.clone().exec(writer)).await?;
        Ok(deleted.rows_affected)
    }
}

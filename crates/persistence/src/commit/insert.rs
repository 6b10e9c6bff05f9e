//! Many rows in few statements.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

use crate::statement_size::statement_size;

/// Inserts rows.
pub(super) async fn insert<A, M>(
    connection: &impl ConnectionTrait,
    rows: Vec<M>,
) -> Result<(), DbErr>
where
    A: ActiveModelTrait + Send,
    M: IntoActiveModel<A> + Send,
{
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let now = statement_size(rows.len());
        let chunk: Vec<A> =
            rows.by_ref().take(now).map(IntoActiveModel::into_active_model).collect();
        A::Entity::insert_many(chunk).exec_without_returning(connection).await?;
    }
    Ok(())
}

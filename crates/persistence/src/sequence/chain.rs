//! Chaining what waits to the head of its chain.

use std::fmt::Write;

use nianbao_application::store::{Positioned, chained};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QueryFilter,
    Statement, Value,
};

use super::Stopped;
use super::journal::Journal;
use crate::entity::chain;
use crate::fault::Fault;
use crate::mapping::{corrupt, digest, signed};
use crate::shared::Shared;
use crate::statement_size::statement_size;

/// The last position given and its hash.
type ChainHead = (u64, [u8; 32]);

impl Shared {
    /// Positions up to so many waiting entries of one table; returns how many it were.
    pub(super) async fn extend<J: Journal>(
        &self,
        limit: usize,
        transaction: &DatabaseTransaction,
    ) -> Result<usize, Stopped> {
        let fault = |error: DbErr| Stopped::Fault(self.fault(&error));
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        let rows = J::waiting(limit, transaction).await.map_err(fault)?;
        if rows.is_empty() {
            return Ok(0);
        }
        let before = self.chain_head::<J>(transaction).await?;
        let mut last = before;
        let mut positioned = Vec::with_capacity(rows.len());
        for row in rows {
            let next = chained(last, J::of(row).map_err(Stopped::Unreadable)?);
            last = (next.position, next.hash);
            positioned.push(next);
        }
        self.place(&positioned, transaction).await?;
        let moved = move_head::<J>(before.0, last, transaction).await.map_err(fault)?;
        // Somebody else moved the head, which a lease that was lost admits: begin again.
        if moved { Ok(positioned.len()) } else { Err(Fault::Busy.into()) }
    }

    async fn chain_head<J: Journal>(
        &self,
        transaction: &DatabaseTransaction,
    ) -> Result<ChainHead, Stopped> {
        let unreadable = |what: &str| Stopped::Unreadable(corrupt("chain", J::TABLE, what));
        let head = chain::Entity::find_by_id(J::TABLE).one(transaction).await;
        let head =
            head.map_err(|error| self.fault(&error))?.ok_or_else(|| unreadable("missing"))?;
        let position = u64::try_from(head.position).map_err(|_| unreadable("negative"))?;
        Ok((position, digest(head.hash).map_err(|what| unreadable(&what))?))
    }

    async fn place<J: Journal>(
        &self,
        mut entries: &[Positioned<J>],
        transaction: &DatabaseTransaction,
    ) -> Result<(), Stopped> {
        while let Some((now, later)) = entries.split_at_checked(statement_size(entries.len())) {
            if now.is_empty() {
                break;
            }
            let statement = placement(transaction.get_database_backend(), now);
            let placed =
                transaction.execute_raw(statement).await.map_err(|error| self.fault(&error))?;
            if placed.rows_affected() != now.len() as u64 {
                return Err(Fault::Busy.into());
            }
            entries = later;
        }
        Ok(())
    }
}

/// `UPDATE … FROM (VALUES (id, position, hash), …)`: one statement for many rows.
fn placement<J: Journal>(backend: DbBackend, entries: &[Positioned<J>]) -> Statement {
    let mut sql = J::UPDATE.to_owned();
    let mut values: Vec<Value> = Vec::with_capacity(3 * entries.len());
    for entry in entries {
        let at = values.len();
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(sql, "{comma}(${}, ${}, ${})", at + 1, at + 2, at + 3);
        values.push(entry.entry.id().into());
        values.push(signed(entry.position).into());
        values.push(entry.hash.to_vec().into());
    }
    sql.push_str(") AS v WHERE id = v.column1 AND position IS NULL");
    Statement::from_sql_and_values(backend, sql, values)
}

async fn move_head<J: Journal>(
    before: u64,
    (position, hash): ChainHead,
    transaction: &DatabaseTransaction,
) -> Result<bool, DbErr> {
    use sea_orm::sea_query::Expr;
    let moved = chain::Entity::update_many()
        .col_expr(chain::Column::Position, Expr::val(signed(position)))
        .col_expr(chain::Column::Hash, Expr::val(hash.to_vec()))
        .filter(chain::Column::Name.eq(J::TABLE))
        .filter(chain::Column::Position.eq(signed(before)))
        .exec(transaction)
        .await?;
    Ok(moved.rows_affected == 1)
}

//! Superiors that a transaction sets: never a cycle, also where two of them set some at the same
//! time.

use std::collections::BTreeSet;

use nianbao_application::store::CommitError;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

use super::prepared::{Prepared, PreparedWrite, WriteRows};
use crate::hierarchy::cycles;
use crate::statement_size::statement_size;

/// Held on PostgreSQL until the end of a transaction that sets superiors; SQLite has one writer.
const LOCK: i64 = 0x6e69_616e_6261_6f02;

/// The organs whose superiors a transaction sets. An organ that is registered is nobody's superior
/// before, and is not among them.
pub(super) struct Superiors<'a>(BTreeSet<&'a str>);

impl<'a> Superiors<'a> {
    /// Those that change sets set.
    pub(super) fn of(sets: impl IntoIterator<Item = &'a Prepared>) -> Self {
        Self(sets.into_iter().flat_map(|set| &set.writes).filter_map(subordinate).collect())
    }

    /// Waits until no other transaction sets superiors. Comes before any row is written, so that no
    /// two transactions wait for each other.
    pub(super) async fn lock(&self, transaction: &DatabaseTransaction) -> Result<(), DbErr> {
        if self.0.is_empty() || transaction.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        let sql = "SELECT pg_advisory_xact_lock($1)";
        let lock = Statement::from_sql_and_values(DbBackend::Postgres, sql, [LOCK.into()]);
        transaction.query_one_raw(lock).await.map(|_| ())
    }

    /// The organs that have become their own superiors. Comes after all rows are written.
    pub(super) async fn in_cycles(
        &self,
        transaction: &DatabaseTransaction,
    ) -> Result<BTreeSet<String>, DbErr> {
        let mut found = BTreeSet::new();
        let mut organs = self.0.iter().copied();
        while organs.len() > 0 {
            let now = statement_size(organs.len());
            let rows = transaction.query_all(&cycles(organs.by_ref().take(now))).await?;
            for row in rows {
                found.insert(row.try_get("", "organ")?);
            }
        }
        Ok(found)
    }
}

/// What the first write of a change set that makes one of the organs its own superior is refused for.
pub(super) fn refused(set: &Prepared, in_cycles: &BTreeSet<String>) -> Option<CommitError> {
    let offends =
        |write: &&PreparedWrite| subordinate(write).is_some_and(|it| in_cycles.contains(it));
    set.writes.iter().find(offends).map(|write| CommitError::Cycle(write.resource.clone()))
}

fn subordinate(write: &PreparedWrite) -> Option<&str> {
    match &write.rows {
        WriteRows::UpdateOrganization(row, _) => row.parent_id.as_ref().map(|_| row.id.as_str()),
        WriteRows::CreateOrganization(..)
        | WriteRows::CreateReport(..)
        | WriteRows::UpdateReport(..)
        | WriteRows::Recheck(_)
        | WriteRows::Decide(..)
        | WriteRows::Attach(..)
        | WriteRows::DeleteReport { .. }
        | WriteRows::CreateRule(_)
        | WriteRows::UpdateRule(..) => None,
    }
}

//! Who is the sequencer: on SQLite this process, on PostgreSQL whoever holds the lease, by the time
//! of the database.

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::fault::Fault;
use crate::shared::Shared;

/// Takes the lease where it is free or ours, for some seconds; nothing comes back where it is not.
const TAKE: &str = "\
    INSERT INTO lease (name, holder, expires) \
    VALUES ('sequencer', $1, clock_timestamp() + interval '10 seconds') \
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires \
    WHERE lease.expires < clock_timestamp() OR lease.holder = excluded.holder \
    RETURNING name";

const GIVE_BACK: &str = "DELETE FROM lease WHERE name = 'sequencer' AND holder = $1";

impl Shared {
    /// Whether this process is the sequencer now.
    pub(super) async fn is_sequencer(&self) -> Result<bool, Fault> {
        if self.connections.backend() != DbBackend::Postgres {
            return Ok(true);
        }
        let taken = self.connections.writer.query_one_raw(self.lease(TAKE)).await;
        taken.map(|row| row.is_some()).map_err(|error| self.fault(&error))
    }

    /// Lets another process be the sequencer at once; it would be after some seconds anyway.
    pub(crate) async fn stop_sequencing(&self) {
        if self.connections.backend() == DbBackend::Postgres {
            let given = self.connections.writer.execute_raw(self.lease(GIVE_BACK)).await;
            if let Err(error) = given {
                tracing::debug!(%error, "the lease of the sequencer could not be given back");
            }
        }
    }

    fn lease(&self, sql: &'static str) -> Statement {
        Statement::from_sql_and_values(DbBackend::Postgres, sql, [self.process.into()])
    }
}

//! What readers, lanes and workers of one store share.

use std::fmt::Display;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use nianbao_application::Clock;
use nianbao_application::store::{CommitObserver, StoreError};
use sea_orm::DbErr;
use tokio::sync::Notify;
use tokio::time::timeout;
use uuid::Uuid;

use crate::connection::Connections;
use crate::fault::Fault;
use crate::patience::Patience;
use crate::read::Prepared;

/// A try that takes longer hangs on a connection that nobody will answer.
const TRY: Duration = Duration::from_secs(30);

/// What readers, lanes and workers of one store share.
pub(crate) struct Shared {
    /// This process among those that share the database.
    pub(crate) process: Uuid,
    pub(crate) connections: Connections,
    pub(crate) prepared: Prepared,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) observer: Arc<dyn CommitObserver>,
    /// Rung after commits, here or elsewhere: there are entries without a position.
    pub(crate) committed: Notify,
}

impl Shared {
    /// What an error means; a lost connection makes the others of its generation suspect.
    pub(crate) fn fault(&self, error: &DbErr) -> Fault {
        let fault = Fault::of(error);
        tracing::debug!(%error, ?fault, "the database failed");
        if fault == Fault::Away {
            self.connections.stale.lost();
        }
        fault
    }

    /// Tries something once, for a bounded time.
    pub(crate) async fn try_for<T>(
        &self,
        once: impl Future<Output = Result<T, Fault>> + Send,
    ) -> Result<T, Fault> {
        timeout(TRY, once).await.unwrap_or_else(|_| {
            self.connections.stale.lost();
            Err(Fault::Away)
        })
    }

    /// Asks the database until it answers or patience ends; `table` and `id` name what is asked for.
    pub(crate) async fn read<T, F>(
        &self,
        table: &'static str,
        id: impl Display + Send,
        query: impl Fn() -> F + Send,
    ) -> Result<T, StoreError>
    where
        F: Future<Output = Result<T, DbErr>> + Send,
        T: Send,
    {
        let mut patience = Patience::new();
        loop {
            let asked = query();
            let once = async { asked.await.map_err(|error| self.fault(&error)) };
            let fault = match self.try_for(once).await {
                Ok(found) => return Ok(found),
                Err(fault) => fault,
            };
            if !fault.is_passing() || !patience.wait().await {
                return Err(fault.told(table, id));
            }
        }
    }
}

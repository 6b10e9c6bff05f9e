//! What readers, lanes and workers of one store share.

use std::fmt::Display;
use std::future::Future;
use std::sync::Arc;

use nianbao_application::Clock;
use nianbao_application::store::{CommitObserver, StoreError};
use sea_orm::DbErr;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::connection::Connections;
use crate::fault::Fault;
use crate::patience::Patience;
use crate::read::Prepared;

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
        if fault == Fault::Away {
            self.connections.stale.lost();
        }
        fault
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
            let fault = match query().await {
                Ok(found) => return Ok(found),
                Err(error) => self.fault(&error),
            };
            if !fault.is_passing() || !patience.wait().await {
                return Err(fault.told(table, id));
            }
        }
    }
}

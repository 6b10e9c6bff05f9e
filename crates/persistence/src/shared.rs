//! What readers, lanes and workers of one store share.

use std::fmt::Display;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use nianbao_application::Clock;
use nianbao_application::store::{CommitObserver, StoreError};
use sea_orm::DbErr;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::connection::Connections;
use crate::fault::Fault;
use crate::patience::Patience;
use crate::read::Prepared;

/// A try that takes longer hangs on a connection that nobody will answer.
const TRY: Duration = Duration::from_secs(30);
/// Reads are given up at the third tick they see: after 20 to 30 seconds.
const TICK: Duration = Duration::from_secs(10);
const TICKS: usize = 3;

/// What readers, lanes and workers of one store share.
pub(crate) struct Shared {
    /// This process among those that share the database.
    pub(crate) process: Uuid,
    pub(crate) connections: Connections,
    pub(crate) prepared: Prepared,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) observer: Arc<dyn CommitObserver>,
    /// Rung from time to time, for reads that hang.
    pub(crate) tick: Notify,
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

    /// Reads once, for a bounded time. A timer of its own costs a read a good part of what it takes,
    /// so one clock ticks for all of them.
    async fn read_once<T>(
        &self,
        once: impl Future<Output = Result<T, DbErr>> + Send,
    ) -> Result<T, Fault> {
        tokio::select! {
            biased;
            answer = once => answer.map_err(|error| self.fault(&error)),
            () = self.third_tick() => {
                self.connections.stale.lost();
                Err(Fault::Away)
            }
        }
    }

    async fn third_tick(&self) {
        for _ in 0..TICKS {
            self.tick.notified().await;
        }
    }

    /// Ticks for as long as the store is open.
    pub(crate) async fn keep_ticking(self: Arc<Self>, closing: CancellationToken) {
        while closing.run_until_cancelled(sleep(TICK)).await.is_some() {
            self.tick.notify_waiters();
        }
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
            let fault = match self.read_once(query()).await {
                Ok(found) => return Ok(found),
                Err(fault) => fault,
            };
            if !fault.is_passing() || !patience.wait().await {
                return Err(fault.told(table, id));
            }
        }
    }
}

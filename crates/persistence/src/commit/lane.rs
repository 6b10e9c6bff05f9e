//! A lane: takes what is waiting and writes it, one transaction after the other.

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

use super::queue::{Waiting, Waits};
use crate::shared::Shared;

/// Most change sets of one transaction.
const MOST: usize = 128;
/// Bytes of large columns at which no further change set is taken, so that memory is bounded.
const HEAVY: usize = 8 * 1024 * 1024;

/// One of the lanes of a store.
pub(crate) struct Lane {
    pub(crate) shared: Arc<Shared>,
    pub(crate) waits: Arc<Mutex<Waits>>,
    /// Ends the lane when nothing waits any longer.
    pub(crate) closing: CancellationToken,
}

impl Lane {
    /// Writes until the store closes and the queue is empty.
    pub(crate) async fn run(self) {
        while let Some(batch) = self.next().await {
            self.shared.write(batch).await;
        }
    }

    /// What is waiting, or none where the queue is closed and empty. Nobody waits for more.
    async fn next(&self) -> Option<Vec<Waiting>> {
        let mut waits = self.waits.lock().await;
        let first = tokio::select! {
            biased;
            () = self.closing.cancelled(), if !waits.is_closed() => {
                waits.close();
                waits.recv().await
            }
            first = waits.recv() => first,
        };
        Some(fill(first?, &mut waits))
    }
}

fn fill(first: Waiting, waits: &mut mpsc::Receiver<Waiting>) -> Vec<Waiting> {
    let mut weight = first.set.weight;
    let mut batch = vec![first];
    while batch.len() < MOST && weight < HEAVY {
        let Ok(next) = waits.try_recv() else { break };
        weight += next.set.weight;
        batch.push(next);
    }
    // Whoever has gone before anything was written gets nothing.
    batch.retain(|waiting| !waiting.answer.is_closed());
    batch
}

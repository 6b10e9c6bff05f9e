//! What goes on beside the calls.

use std::time::Duration;

use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::SqlStore;

/// Entries of each chain that are positioned in one transaction.
const ENTRIES: usize = 500;
/// Commits are gathered for so long: a batch costs little more than one.
const GATHER: Duration = Duration::from_millis(100);
/// After so long without news the sequencer looks by itself: another process may have died.
const LOOK: Duration = Duration::from_secs(5);
/// After a failure.
const RECOVER: Duration = Duration::from_secs(1);
/// Requests that are deleted in one statement.
const REQUESTS: u64 = 500;
/// Between two rounds of housekeeping.
const ROUND: Duration = Duration::from_secs(60 * 60);

impl SqlStore {
    /// Runs the sequencer and housekeeping until `shutdown`; a crash of them loses nothing.
    pub async fn run_workers(&self, shutdown: CancellationToken) {
        let work = async { tokio::join!(self.keep_sequencing(), self.keep_house()) };
        let _ = shutdown.run_until_cancelled(work).await;
    }

    async fn keep_sequencing(&self) {
        loop {
            match self.sequence(ENTRIES).await {
                Ok(positioned) if positioned >= ENTRIES => {}
                Ok(positioned) => {
                    sleep(GATHER).await;
                    if positioned == 0 {
                        let _ = timeout(LOOK, self.committed()).await;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "the sequencer cannot go on");
                    sleep(RECOVER).await;
                }
            }
        }
    }

    async fn keep_house(&self) {
        loop {
            match self.forget_requests(REQUESTS).await {
                Ok(REQUESTS) => sleep(GATHER).await,
                Ok(_) => sleep(ROUND).await,
                Err(error) => {
                    tracing::warn!(%error, "housekeeping cannot go on");
                    sleep(ROUND).await;
                }
            }
        }
    }
}

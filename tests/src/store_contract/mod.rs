//! What every store must do, as plain functions over any of them. A test binary runs each on every
//! store that there is.
#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected stops there")]

pub mod attachments;
pub mod commits;
pub mod compared;
pub mod decisions;
pub mod given;
pub mod journal;
pub mod lists;
pub mod organizations;
pub mod reports;
pub mod requests;
pub mod rules;
pub mod scope;

use nianbao_application::memory::MemoryStore;
use nianbao_application::store::Store;
use nianbao_persistence::SqlStore;

/// A store that can be told to give positions now.
pub trait Settled: Store {
    /// Positions everything that waits for it.
    fn settle(&self) -> impl Future<Output = ()> + Send;
}

impl Settled for MemoryStore {
    /// The memory store positions with the commit.
    async fn settle(&self) {}
}

impl Settled for SqlStore {
    async fn settle(&self) {
        while self.sequence(7).await.unwrap() > 0 {}
    }
}

//! Which connections are older than the last failure, so that a restart of the database costs one
//! failed call and not one a connection.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// When a connection was last seen to be lost.
pub(crate) struct Stale {
    lost: Mutex<Option<Instant>>,
}

impl Stale {
    /// Nothing was lost yet.
    pub(crate) fn new() -> Self {
        Self { lost: Mutex::new(None) }
    }

    /// A connection was lost just now: every other that exists is suspect.
    pub(crate) fn lost(&self) {
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether a connection of this age was there when one was lost.
    pub(crate) fn covers(&self, age: Duration) -> bool {
        let lost = *self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        lost.is_some_and(|lost| age >= lost.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_connections_older_than_the_loss_are_stale() {
        let stale = Stale::new();
        assert!(!stale.covers(Duration::MAX));
        stale.lost();
        assert!(stale.covers(Duration::MAX));
        assert!(!stale.covers(Duration::ZERO));
    }
}

//! How often and how long something is tried again.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// The first pause; each is twice the one before.
const FIRST: Duration = Duration::from_millis(10);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(5);
/// What a caller waits before it is told to come again: as long as a short restart takes.
const WHOLE: Duration = Duration::from_secs(2);

/// The tries of one call, or of a worker that never gives up.
pub(crate) struct Patience {
    until: Option<Instant>,
    pause: Duration,
}

impl Patience {
    /// The patience of a caller, from now on.
    pub(crate) fn new() -> Self {
        Self { until: Some(Instant::now() + WHOLE), pause: FIRST }
    }

    /// The patience of a worker.
    pub(crate) fn endless() -> Self {
        Self { until: None, pause: FIRST }
    }

    /// Waits longer than before, or returns false where the patience is at its end.
    pub(crate) async fn wait(&mut self) -> bool {
        if self.until.is_some_and(|until| Instant::now() + self.pause > until) {
            return false;
        }
        sleep(self.pause).await;
        self.pause = LONGEST.min(self.pause * 2);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_patience_of_a_caller_ends_within_two_seconds() {
        let (begin, mut patience) = (Instant::now(), Patience::new());
        let mut tries = 1;
        while patience.wait().await {
            tries += 1;
        }
        assert_eq!(tries, 8);
        assert!(begin.elapsed() <= WHOLE);
    }

    #[tokio::test(start_paused = true)]
    async fn a_worker_never_gives_up() {
        let mut patience = Patience::endless();
        for _ in 0..100 {
            assert!(patience.wait().await);
        }
        assert_eq!(patience.pause, LONGEST);
    }
}

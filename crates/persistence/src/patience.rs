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
    begin: Instant,
    whole: Option<Duration>,
    pause: Duration,
}

impl Patience {
    /// The patience of a caller, from now on.
    pub(crate) fn new() -> Self {
        Self { begin: Instant::now(), whole: Some(WHOLE), pause: FIRST }
    }

    /// The patience of a worker.
    pub(crate) fn endless() -> Self {
        Self { whole: None, ..Self::new() }
    }

    /// Waits longer than before, or returns false where the patience is at its end.
    pub(crate) async fn wait(&mut self) -> bool {
        let Some(pause) = self.next(self.begin.elapsed()) else { return false };
        sleep(pause).await;
        true
    }

    /// The next pause, when so much time has gone, if there is to be another.
    fn next(&mut self, elapsed: Duration) -> Option<Duration> {
        let pause = self.pause;
        self.pause = LONGEST.min(pause * 2);
        let within = self.whole.is_none_or(|whole| elapsed + pause <= whole);
        within.then_some(pause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_patience_of_a_caller_ends_within_two_seconds() {
        let mut patience = Patience::new();
        let mut pauses = Vec::new();
        while let Some(pause) = patience.next(pauses.iter().sum()) {
            pauses.push(pause);
        }
        assert_eq!(pauses.len(), 7);
        assert!(pauses.iter().sum::<Duration>() <= WHOLE);
    }

    #[test]
    fn a_worker_never_gives_up() {
        let mut patience = Patience::endless();
        let pauses = (0..100).map(|_| patience.next(Duration::MAX));
        assert_eq!(pauses.last(), Some(Some(LONGEST)));
    }
}

//! Where change sets wait for a lane.

use nianbao_application::store::{ChangeSet, CommitError, StoreError};
use tokio::sync::{mpsc, oneshot};

use super::prepared::Prepared;

/// Change sets that may wait; whoever comes then waits for a place.
const PLACES: usize = 256;

/// A change set that waits, and where its caller waits for the answer.
pub(crate) struct Waiting {
    pub(super) set: Prepared,
    pub(super) answer: oneshot::Sender<Result<(), CommitError>>,
}

/// The way into the queue.
pub(crate) struct Queue {
    places: mpsc::Sender<Waiting>,
}

/// The way out of the queue.
pub(crate) type Waits = mpsc::Receiver<Waiting>;

impl Queue {
    /// Both ends of a queue.
    pub(crate) fn new() -> (Self, Waits) {
        let (places, waits) = mpsc::channel(PLACES);
        (Self { places }, waits)
    }

    /// Hands in a change set and waits for what became of it.
    pub(crate) async fn commit(&self, changes: ChangeSet) -> Result<(), CommitError> {
        let set = Prepared::new(changes)?;
        let (answer, answered) = oneshot::channel();
        let closed = || CommitError::Store(StoreError::Unavailable);
        self.places.send(Waiting { set, answer }).await.map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }
}

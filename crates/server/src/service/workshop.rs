//! Work that keeps a processor busy, away from the threads that answer calls.

use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;
use tonic::Status;

use crate::answer::internal;

/// Where documents are read and written: as many at once as there are processors, whatever the number
/// of callers. The others wait, and their documents with them.
#[derive(Clone)]
pub(crate) struct Workshop {
    places: Arc<Semaphore>,
}

impl Workshop {
    /// A workshop with a place for each processor.
    pub(crate) fn new() -> Self {
        let places = available_parallelism().map_or(1, usize::from);
        Self { places: Arc::new(Semaphore::new(places)) }
    }

    /// Does a piece of work. It ends even where nobody waits for it any longer, and keeps its place
    /// until then.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Status> + Send + 'static,
    ) -> Result<T, Status> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|error| internal(&error))?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        done.await.map_err(|error| internal(&error))?
    }
}

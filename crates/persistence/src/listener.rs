//! Hearing of commits by other processes that share PostgreSQL.

use std::sync::Arc;

use sea_orm::sqlx::postgres::{PgListener, PgPool};
use tokio_util::sync::CancellationToken;

use crate::OpenError;
use crate::connection::listener_pool;
use crate::notice::{CHANNEL, Notice};
use crate::patience::Patience;
use crate::shared::Shared;

/// Hears of commits by other processes.
pub(crate) struct Listener {
    shared: Arc<Shared>,
    url: String,
    line: Line,
}

/// A connection that listens, in a pool of its own.
struct Line {
    pool: PgPool,
    notices: PgListener,
}

impl Listener {
    /// Listens from now on.
    pub(crate) async fn open(shared: Arc<Shared>, url: &str) -> Result<Self, OpenError> {
        Ok(Self { shared, url: url.to_owned(), line: Line::open(url).await? })
    }

    /// Tells the observer of commits elsewhere until the store closes; of a gap, too, in which
    /// nothing was heard.
    pub(crate) async fn run(mut self, closing: CancellationToken) {
        let _ = closing.run_until_cancelled(self.listen()).await;
        self.line.close().await;
    }

    async fn listen(&mut self) {
        loop {
            match self.line.notices.try_recv().await {
                Ok(Some(notification)) => self.hear(notification.payload()),
                Ok(None) | Err(_) => self.reconnect().await,
            }
        }
    }

    fn hear(&self, words: &str) {
        let Some(Notice { process, changed }) = Notice::read(words) else { return };
        if process == self.shared.process {
            return;
        }
        self.shared.committed.notify_one();
        match changed {
            Some(reports) if reports.is_empty() => {}
            Some(reports) => self.shared.observer.changed(&reports),
            None => {
                self.shared.observer.lost_track();
                self.shared.observer.regained_track();
            }
        }
    }

    async fn reconnect(&mut self) {
        tracing::warn!("commits of other processes are not heard of: the connection is lost");
        self.shared.observer.lost_track();
        let mut patience = Patience::endless();
        while patience.wait().await {
            if let Ok(line) = Line::open(&self.url).await {
                self.line = line;
                break;
            }
        }
        self.shared.observer.regained_track();
        self.shared.committed.notify_one();
        tracing::info!("commits of other processes are heard of again");
    }
}

impl Line {
    async fn open(url: &str) -> Result<Self, OpenError> {
        let pool = listener_pool(url).await?;
        let notices =
            listen(&pool).await.map_err(|error| OpenError::Database(error.to_string()))?;
        Ok(Self { pool, notices })
    }

    async fn close(self) {
        drop(self.notices);
        self.pool.close().await;
    }
}

async fn listen(pool: &PgPool) -> Result<PgListener, sea_orm::sqlx::Error> {
    let mut notices = PgListener::connect_with(pool).await?;
    notices.ignore_pool_close_event(true);
    notices.eager_reconnect(false);
    notices.listen(CHANNEL).await?;
    Ok(notices)
}

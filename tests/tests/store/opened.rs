//! A store over a database of its own.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use nianbao_application::Clock;
use nianbao_application::store::{CommitObserver, Unobserved};
use nianbao_domain::report::ReportKey;
use nianbao_persistence::SqlStore;
use nianbao_tests::postgres::{Backend, TestDatabase};
use nianbao_tests::store_contract::given::now;
use tokio::sync::mpsc;

/// A store over a database that nobody else uses.
pub struct Opened {
    pub store: SqlStore,
    pub database: TestDatabase,
}

impl Opened {
    pub async fn new(backend: Backend) -> Self {
        let database = TestDatabase::create(backend).await;
        let store = open(database.url()).await;
        Self { store, database }
    }

    pub async fn close(self) {
        self.store.close().await;
    }
}

/// A store that nobody observes.
pub async fn open(url: &str) -> SqlStore {
    SqlStore::open(url, clock(), Arc::new(Unobserved)).await.unwrap()
}

/// A clock that stands at the time of the tests.
pub fn clock() -> Arc<dyn Clock> {
    Arc::new(Standing(Mutex::new(now())))
}

/// A clock that stands until it is moved.
pub struct Standing(pub Mutex<DateTime<Utc>>);

impl Clock for Standing {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// What an observer hears.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Changed(Vec<ReportKey>),
    LostTrack,
    RegainedTrack,
}

/// Tells of everything that it hears.
pub struct Ears(mpsc::UnboundedSender<Heard>);

impl Ears {
    pub fn new() -> (Arc<Self>, mpsc::UnboundedReceiver<Heard>) {
        let (heard, hears) = mpsc::unbounded_channel();
        (Arc::new(Self(heard)), hears)
    }
}

impl CommitObserver for Ears {
    fn changed(&self, reports: &[ReportKey]) {
        let _ = self.0.send(Heard::Changed(reports.to_vec()));
    }

    fn lost_track(&self) {
        let _ = self.0.send(Heard::LostTrack);
    }

    fn regained_track(&self) {
        let _ = self.0.send(Heard::RegainedTrack);
    }
}

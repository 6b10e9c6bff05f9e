//! A PostgreSQL that is away for longer than anybody waits.

use nianbao_application::access::Scope;
use nianbao_application::store::{CommitError, Store, StoreError, Write};
use nianbao_persistence::SqlStore;
use nianbao_tests::postgres::{Backend, Server, TestDatabase};
use nianbao_tests::store_contract::given::{commit, id, organ, register};

use crate::opened::{Ears, Heard, clock};

/// Lets nobody connect and ends every connection, or lets everybody connect again.
async fn admit(database: &TestDatabase, admitted: bool) {
    let (address, _) = database.url().split_once('?').unwrap_or((database.url(), ""));
    let (_, name) = address.rsplit_once('/').unwrap();
    let server = Server::of_the_test_command();
    server.execute(&format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {admitted}")).await;
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname";
    server.execute(&format!("{end} = '{name}' AND NOT {admitted}")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_away_is_unavailable_and_comes_back_by_itself() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let (ears, mut heard) = Ears::new();
    let store = SqlStore::open(database.url(), clock(), ears).await.unwrap();
    register(&store, organ("before")).await;

    admit(&database, false).await;
    let (before, away) = (id("before"), commit(&store, Write::CreateOrganization(organ("away"))));
    let (read, written) = tokio::join!(store.organization(&Scope::All, &before), away);
    assert!(matches!(read, Err(StoreError::Unavailable)));
    assert!(matches!(written, Err(CommitError::Store(StoreError::Unavailable))));
    assert!(matches!(store.sequence(10).await, Err(StoreError::Unavailable)));
    assert_eq!(heard.recv().await, Some(Heard::LostTrack));

    admit(&database, true).await;
    register(&store, organ("after")).await;
    assert!(store.organization(&Scope::All, &before).await.unwrap().is_some());
    assert_eq!(heard.recv().await, Some(Heard::RegainedTrack));
    assert_eq!(store.sequence(10).await.unwrap(), 4);
    store.close().await;
}

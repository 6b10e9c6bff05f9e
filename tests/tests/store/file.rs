//! What is special about a file.

use std::sync::Arc;

use futures_util::future::join_all;
use nianbao_application::access::Scope;
use nianbao_application::store::{CommitError, Store, StoreError, Unobserved, Write};
use nianbao_persistence::{OpenError, SqlStore, migrate};
use nianbao_tests::postgres::Backend;
use nianbao_tests::store_contract::given::{commit, id, organ};

use crate::opened::{Opened, clock, open};

#[tokio::test]
async fn a_file_is_opened_by_one_process_at_a_time() {
    let opened = Opened::new(Backend::Sqlite).await;
    let url = opened.database.url();
    let second = SqlStore::open(url, clock(), Arc::new(Unobserved)).await;
    assert!(matches!(second, Err(OpenError::InUse { .. })));
    assert!(matches!(migrate(url).await, Err(OpenError::InUse { .. })));
    opened.store.close().await;
    drop(opened.store);
    open(url).await.close().await;
}

#[tokio::test]
async fn closing_writes_what_was_handed_in_and_takes_nothing_more() {
    let opened = Opened::new(Backend::Sqlite).await;
    let store = &opened.store;
    let register =
        |at: usize| commit(store, Write::CreateOrganization(organ(&format!("organ-{at}"))));
    let (answers, ()) = tokio::join!(biased; join_all((0..40).map(register)), store.close());
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let late = commit(store, Write::CreateOrganization(organ("late"))).await;
    assert!(matches!(late, Err(CommitError::Store(StoreError::Unavailable))));

    let Opened { store, database } = opened;
    drop(store);
    let again = open(database.url()).await;
    let found = again.organization(&Scope::All, &id("organ-39")).await.unwrap();
    assert!(found.is_some());
    assert_eq!(again.organization(&Scope::All, &id("late")).await.unwrap(), None);
    again.close().await;
}

#[tokio::test]
async fn a_file_that_cannot_be_made_is_named() {
    let url = "sqlite:///nowhere/at/all/nianbao.db";
    let error = migrate(url).await.unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all/nianbao.db.lock"), "{error}");
}

//! Rows that somebody else changed.

use nianbao_application::access::Scope;
use nianbao_application::query::ReportQuery;
use nianbao_application::store::{Store, StoreError};
use nianbao_tests::postgres::Backend;
use nianbao_tests::store_contract::decisions::{decided, waiver};
use nianbao_tests::store_contract::given::{id, key, organ, register, report};

use crate::opened::Opened;

fn table<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> &'static str {
    match answer {
        Err(StoreError::CorruptRow { table, .. }) => table,
        other => panic!("{other:?} is no corrupt row"),
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_mapped_is_named_and_nothing_else_fails() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Opened { store, database } = Opened::new(backend).await;
        register(&store, organ("city")).await;
        register(&store, organ("whole")).await;
        let head = report(&store, key("city", 2024)).await;
        let list = ReportQuery::parse(None, "", "", "", 10).unwrap();

        database.change("UPDATE revision SET supplement = '{\"unknown\":1}'").await;
        assert_eq!(table(store.revision(&head, 1).await), "revision");
        assert!(store.reports(&Scope::All, &list).await.is_ok(), "lists do not read it");
        let with_content = list.clone().with_content(true);
        assert_eq!(table(store.reports(&Scope::All, &with_content).await), "revision");

        database.change("UPDATE revision SET edition = 99").await;
        assert_eq!(table(store.reports(&Scope::All, &list).await), "revision");

        database.change("UPDATE report SET state = 99").await;
        assert_eq!(table(store.head(&Scope::All, &head.key).await), "report");

        database.change("UPDATE organization SET aliases = 'city' WHERE id = 'city'").await;
        assert_eq!(table(store.organization(&Scope::All, &id("city")).await), "organization");
        assert!(store.organization(&Scope::All, &id("whole")).await.unwrap().is_some());
        store.close().await;
    }
}

#[tokio::test]
async fn a_decision_that_cannot_be_mapped_is_named() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Opened { store, database } = Opened::new(backend).await;
        register(&store, organ("city")).await;
        let head = report(&store, key("city", 2024)).await;
        let head = decided(&store, &head, vec![waiver(1)], vec![]).await.unwrap();
        database.change("UPDATE decision SET expire_date = NULL").await;
        assert_eq!(table(store.decisions(&head).await), "decision");
        store.close().await;
    }
}

#[tokio::test]
async fn a_value_of_another_type_is_a_corrupt_row() {
    let Opened { store, database } = Opened::new(Backend::Sqlite).await;
    register(&store, organ("city")).await;
    database.change("UPDATE organization SET version = 'one'").await;
    assert_eq!(table(store.organization(&Scope::All, &id("city")).await), "organization");
    store.close().await;
}

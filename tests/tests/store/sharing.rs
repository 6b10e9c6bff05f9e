//! Several processes on one PostgreSQL.

use futures_util::future::join_all;
use nianbao_application::store::{CommitError, Store, Write};
use nianbao_domain::organization::Organization;
use nianbao_persistence::SqlStore;
use nianbao_tests::postgres::{Backend, TestDatabase};
use nianbao_tests::store_contract::given::{commit, key, next, organ, register, report};

use crate::opened::{Ears, Heard, Opened, clock, open};

#[tokio::test]
async fn only_a_file_is_written_by_one_process() {
    for (backend, sole) in [(Backend::Sqlite, true), (Backend::Postgres, false)] {
        let opened = Opened::new(backend).await;
        assert_eq!(opened.store.is_sole_writer(), sole);
        opened.close().await;
    }
}

#[tokio::test]
async fn a_commit_is_heard_of_before_it_is_acknowledged() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = TestDatabase::create(backend).await;
        let (ears, mut heard) = Ears::new();
        let store = SqlStore::open(database.url(), clock(), ears).await.unwrap();
        register(&store, organ("city")).await;
        let head = report(&store, key("city", 2024)).await;
        assert_eq!(heard.try_recv(), Ok(Heard::Changed(vec![head.key])));
        assert!(heard.try_recv().is_err(), "nothing else, and nothing twice");
        store.close().await;
    }
}

#[tokio::test]
async fn a_commit_of_another_process_is_heard_of() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let (ears, mut heard) = Ears::new();
    let here = SqlStore::open(database.url(), clock(), ears).await.unwrap();
    let there = open(database.url()).await;
    register(&there, organ("city")).await;
    let head = report(&there, key("city", 2024)).await;
    assert_eq!(heard.recv().await, Some(Heard::Changed(vec![head.key.clone()])));
    commit(&there, Write::UpdateReport(next(&head), None)).await.unwrap();
    assert_eq!(heard.recv().await, Some(Heard::Changed(vec![head.key])));
    there.close().await;
    here.close().await;
}

#[tokio::test]
async fn one_process_at_a_time_gives_positions() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let (first, second) = (open(database.url()).await, open(database.url()).await);
    register(&first, organ("a")).await;
    assert_eq!(second.sequence(10).await.unwrap(), 2);
    register(&first, organ("b")).await;
    assert_eq!(first.sequence(10).await.unwrap(), 0, "the second holds the lease");
    assert_eq!(second.sequence(10).await.unwrap(), 2);
    register(&first, organ("c")).await;
    second.close().await;
    assert_eq!(first.sequence(10).await.unwrap(), 2, "the second gave it back");
    assert_eq!(first.events(0, 10).await.unwrap().len(), 3);
    first.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn superiors_set_by_two_processes_make_no_cycle() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let stores = [open(database.url()).await, open(database.url()).await];
    for round in 0..20 {
        let names = [format!("east-{round}"), format!("west-{round}")];
        let east = register(&stores[0], organ(&names[0])).await;
        let west = register(&stores[0], organ(&names[1])).await;
        let under = |organ: &Organization, superior: &Organization| {
            let parent = Some(superior.id.clone());
            Write::UpdateOrganization(Organization { parent, version: 2, ..organ.clone() })
        };
        let (here, there) = tokio::join!(
            commit(&stores[0], under(&east, &west)),
            commit(&stores[1], under(&west, &east)),
        );
        let refused = [here, there].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(refused[..], [CommitError::Cycle(_)]), "{refused:?}");
    }
    for store in &stores {
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_concurrent_updates_by_two_processes_exactly_one_wins() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let stores = [open(database.url()).await, open(database.url()).await];
    register(&stores[0], organ("city")).await;
    for year in 2010..2020 {
        let head = report(&stores[0], key("city", year)).await;
        let update = |at: usize| commit(&stores[at % 2], Write::UpdateReport(next(&head), None));
        let answers = join_all((0..8).map(update)).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    }
    for store in &stores {
        store.close().await;
    }
}

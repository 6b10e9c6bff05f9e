//! A PostgreSQL that crashes under load.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_application::access::Scope;
use nianbao_application::query::ReportQuery;
use nianbao_application::store::{CommitError, Store, StoreError, Write};
use nianbao_domain::report::Head;
use nianbao_persistence::SqlStore;
use nianbao_tests::cluster::Cluster;
use nianbao_tests::postgres::{Server, TestDatabase};
use nianbao_tests::store_contract::Settled;
use nianbao_tests::store_contract::given::{
    commit, head, id, key, organ, register, revision, titled,
};
use tokio::task::JoinSet;

use crate::opened::{Ears, Heard, clock};

const CALLERS: i64 = 8;

/// Creates reports of one organ until told to stop; returns those that were acknowledged and those
/// whose outcome is not known.
async fn create(store: SqlStore, caller: i64, stop: Arc<AtomicBool>) -> (Vec<Head>, Vec<Head>) {
    let (mut acknowledged, mut unknown) = (Vec::new(), Vec::new());
    let name = format!("organ-{caller}");
    for round in 0.. {
        let name = format!("{name}-{}", round / 90);
        if round % 90 == 0 {
            while commit(&store, Write::CreateOrganization(organ(&name))).await.is_err() {
                if store.organization(&Scope::All, &id(&name)).await.is_ok_and(|it| it.is_some()) {
                    break;
                }
            }
        }
        let head = head(key(&name, 2009 + round % 90));
        match commit(&store, Write::CreateReport(head.clone(), revision(1, titled("")))).await {
            Ok(()) => acknowledged.push(head),
            Err(CommitError::Store(StoreError::Unavailable)) => unknown.push(head),
            Err(error) => panic!("{error}"),
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    (acknowledged, unknown)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_a_crash_of_the_database_and_service_resumes() {
    let cluster = Cluster::start().await;
    let database = TestDatabase::on(Server::at(cluster.url().to_owned())).await;
    let (ears, mut heard) = Ears::new();
    let store = SqlStore::open(database.url(), clock(), ears).await.unwrap();

    let stop = Arc::new(AtomicBool::new(false));
    let mut callers = JoinSet::new();
    for caller in 0..CALLERS {
        callers.spawn(create(store.clone(), caller, Arc::clone(&stop)));
    }
    for _ in 0..2 {
        cluster.restart().await;
        while heard.recv().await.unwrap() != Heard::RegainedTrack {}
        assert!(store.ping().await.is_ok(), "service resumes");
    }
    stop.store(true, Ordering::Relaxed);
    let (acknowledged, unknown): (Vec<_>, Vec<_>) = callers.join_all().await.into_iter().unzip();
    let (acknowledged, unknown) = (acknowledged.concat(), unknown.concat());

    for head in &acknowledged {
        assert_eq!(store.head(&Scope::All, &head.key).await.unwrap().as_ref(), Some(head));
        assert!(store.revision(head, 1).await.unwrap().is_some());
    }
    let all = ReportQuery::parse(None, "", "", "", usize::MAX >> 1).unwrap();
    let reports = store.reports(&Scope::All, &all).await.unwrap().len();
    assert!((acknowledged.len()..=acknowledged.len() + unknown.len()).contains(&reports));
    // An event and an audit entry for each commit, once.
    store.settle().await;
    let events = store.events(0, usize::MAX >> 1).await.unwrap();
    let created = events.iter().filter(|event| event.entry.resource.contains("/reports/"));
    assert_eq!(created.count(), reports);
    register(&store, organ("afterwards")).await;
    store.close().await;
}

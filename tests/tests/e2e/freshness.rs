//! Nobody is given what was true before a commit that was acknowledged.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use nianbao_proto::v1::{
    DeleteReportRequest, GetRevisionRequest, Report, Revision, UpdateReportRequest,
};
use nianbao_tests::clients::Clients;
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};

use crate::given;

with_a_server!(
    what_is_read_after_a_commit_is_new_among_many_readers,
    a_revision_of_a_deleted_report_is_never_given_for_its_successor,
);

const CHANGES: i32 = 40;
const READERS: usize = 4;

async fn what_is_read_after_a_commit_is_new_among_many_readers(server: &TestServer) {
    let mut report = given::report(server).await;
    let acknowledged = Arc::new(AtomicI32::new(report.revision));
    let mut readers = tokio::task::JoinSet::new();
    for _ in 0..READERS {
        let (clients, name) = (server.connect().await, report.name.clone());
        readers.spawn(read_until_the_last(clients, name, Arc::clone(&acknowledged)));
    }
    while report.revision < CHANGES {
        report = retitled(server, &report).await;
        acknowledged.store(report.revision, Ordering::SeqCst);
        assert_eq!(given::stored(server, &report.name).await, report);
    }
    readers.join_all().await;
}

/// Every answer is at least as new as what was acknowledged before it was asked for.
async fn read_until_the_last(clients: Clients, name: String, acknowledged: Arc<AtomicI32>) {
    loop {
        let at_least = acknowledged.load(Ordering::SeqCst);
        let read = given::stored(&clients, &name).await;
        assert!(read.revision >= at_least, "{} after {at_least}", read.revision);
        if at_least == CHANGES {
            return;
        }
    }
}

async fn a_revision_of_a_deleted_report_is_never_given_for_its_successor(server: &TestServer) {
    given::organ(server, "siqian").await;
    for round in 0..10 {
        let title = format!("第{round}次");
        let report = Report { title, ..samples::report(2024) };
        let created = given::created(server, SIQIAN, report).await;
        for _ in 0..2 {
            let revision = first_revision(server, &created).await;
            let report = revision.report.unwrap();
            assert_eq!((report.uid, report.title), (created.uid.clone(), created.title.clone()));
        }
        delete(server, &created).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_through_one_server_is_read_through_another_at_once() {
    let first = TestServer::start(Backend::Postgres).await;
    let second = TestServer::over(first.database(), |_| {}).await;
    let mut report = given::report(&first).await;
    for _ in 0..CHANGES {
        assert_eq!(given::stored(&second, &report.name).await, report);
        report = retitled(&first, &report).await;
        assert_eq!(given::stored(&second, &report.name).await, report);
        report = retitled(&second, &report).await;
        assert_eq!(given::stored(&first, &report.name).await, report);
    }
    delete(&first, &report).await;
    second.reports().get_report(given::get(&report.name)).await.unwrap_err();
    let again = given::created(&second, SIQIAN, samples::report(2024)).await;
    assert_eq!(given::stored(&first, &again.name).await, again);
    second.stop().await;
    first.stop().await;
}

/// Revisions are kept without asking the database; the other servers hear of a deletion from it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revision_of_a_report_that_another_server_replaced_is_soon_forgotten() {
    let first = TestServer::start(Backend::Postgres).await;
    let second = TestServer::over(first.database(), |_| {}).await;
    let old = given::report(&first).await;
    assert_eq!(first_revision(&second, &old).await.report.unwrap().uid, old.uid);
    delete(&first, &old).await;
    let new = given::created(&first, SIQIAN, samples::report(2024)).await;
    while first_revision(&second, &new).await.report.unwrap().uid != new.uid {}
    second.stop().await;
    first.stop().await;
}

async fn retitled(server: &Clients, report: &Report) -> Report {
    let Report { name, etag, revision, .. } = report.clone();
    let title = format!("第{revision}次");
    let report = Some(Report { name, etag, title, ..Default::default() });
    let request = UpdateReportRequest { report, ..Default::default() };
    server.reports().update_report(request).await.unwrap().into_inner()
}

async fn first_revision(server: &Clients, report: &Report) -> Revision {
    let name = format!("{}/revisions/1", report.name);
    server.reports().get_revision(GetRevisionRequest { name }).await.unwrap().into_inner()
}

async fn delete(server: &Clients, report: &Report) {
    let Report { name, etag, .. } = report.clone();
    let request = DeleteReportRequest { name, etag, ..Default::default() };
    server.reports().delete_report(request).await.unwrap();
}

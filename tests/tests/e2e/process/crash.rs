use std::collections::BTreeSet;

use nianbao_proto::v1::{CreateReportRequest, ListReportsRequest, Report, ReportKind};
use nianbao_tests::Backend;
use nianbao_tests::clients::Clients;
use nianbao_tests::postgres::{Server, TestDatabase};
use nianbao_tests::process::ServerProcess;
use nianbao_tests::samples;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use crate::{audit, given};

on_every_store!(what_was_acknowledged_outlives_a_kill_and_nothing_is_there_twice);

const CALLERS: usize = 8;
/// So many acknowledgements come before the kill; the callers could give ten times as many.
const BEFORE: usize = 150;

async fn what_was_acknowledged_outlives_a_kill_and_nothing_is_there_twice(backend: Backend) {
    let database = TestDatabase::create(backend).await;
    let (acknowledged, unanswered) = create_until_killed(&database).await;
    assert!(acknowledged.len() >= BEFORE);

    let server = ServerProcess::serve(database.url()).await;
    let clients = server.connect().await;
    for report in &acknowledged {
        assert_eq!(given::stored(&clients, &report.name).await, *report);
    }
    let mut there: BTreeSet<_> = acknowledged.into_iter().map(|report| report.name).collect();
    for request in unanswered {
        // Committed before the kill or not: sent again, it is there once.
        let again = clients.reports().create_report(request).await.unwrap().into_inner();
        assert_eq!(again.revision, 1);
        there.insert(again.name);
    }
    assert_eq!(names(&clients).await, there.iter().cloned().collect::<Vec<_>>());
    drop(clients);
    server.signal("TERM");
    assert!(server.wait().await.0.success());

    if backend == Backend::Postgres {
        // The sequencer that was killed had the lease, for some seconds more.
        let expire = "UPDATE lease SET expires = clock_timestamp() - interval '1 second'";
        Server::at(database.url().to_owned()).execute(expire).await;
    }
    let entries = audit::audit_entries(&database).await;
    let created = entries.iter().filter(|it| it.entry.method == "CreateReport");
    let mut audited: Vec<_> = created.map(|it| it.entry.resource.clone()).collect();
    audited.sort();
    assert_eq!(audited, there.into_iter().collect::<Vec<_>>(), "each with one audit entry");
}

/// What callers were told was created, and what each was waiting for when the server was killed.
async fn create_until_killed(database: &TestDatabase) -> (Vec<Report>, Vec<CreateReportRequest>) {
    let server = ServerProcess::serve(database.url()).await;
    let (tell, mut told) = unbounded_channel();
    let mut callers = JoinSet::new();
    for caller in 0..CALLERS {
        let clients = server.connect().await;
        let organ = given::organ(&clients, &format!("organ-{caller}")).await;
        callers.spawn(create(clients, organ.name, tell.clone()));
    }
    drop(tell);
    let mut acknowledged = Vec::new();
    while acknowledged.len() < BEFORE {
        acknowledged.push(told.recv().await.expect("the callers go on until the kill"));
    }
    server.kill().await;
    while let Some(report) = told.recv().await {
        acknowledged.push(report);
    }
    (acknowledged, callers.join_all().await.into_iter().flatten().collect())
}

/// Creates one report after the other until a call fails, and gives that one back.
async fn create(
    clients: Clients,
    organ: String,
    tell: UnboundedSender<Report>,
) -> Option<CreateReportRequest> {
    for (year, kind) in
        (2008..2100).flat_map(|year| [(year, ReportKind::Own), (year, ReportKind::Consolidated)])
    {
        let report = Report { kind: kind.into(), ..samples::report(year) };
        let request_id = given::request_id();
        let request = CreateReportRequest { request_id, ..given::create(&organ, report) };
        match clients.reports().create_report(request.clone()).await {
            Ok(created) => tell.send(created.into_inner()).unwrap(),
            Err(_) => return Some(request),
        }
    }
    None
}

async fn names(clients: &Clients) -> Vec<String> {
    let mut names = Vec::new();
    let mut page_token = String::new();
    loop {
        let request = ListReportsRequest {
            parent: "organizations/-".to_owned(),
            page_size: 500,
            page_token,
            ..Default::default()
        };
        let page = clients.reports().list_reports(request).await.unwrap().into_inner();
        names.extend(page.reports.into_iter().map(|report| report.name));
        if page.next_page_token.is_empty() {
            names.sort();
            return names;
        }
        page_token = page.next_page_token;
    }
}

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_proto::v1::{CreateReportRequest, ErrorReason, ListReportsRequest, Report};
use nianbao_tests::clients::Clients;
use nianbao_tests::cluster::Cluster;
use nianbao_tests::postgres::{Server, TestDatabase};
use nianbao_tests::refusal::Refusal;
use nianbao_tests::{TestServer, samples};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tonic::{Code, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

use crate::given;

const WRITERS: usize = 4;
/// So many acknowledgements come before the restart, and each writer gets as many after it.
const SOME: usize = 5;

/// A restart that leaves nobody time to say good-bye. The service needs none of ours afterwards.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_of_postgresql_makes_calls_wait_and_loses_nothing() {
    let cluster = Cluster::start().await;
    let database = TestDatabase::on(Server::at(cluster.url().to_owned())).await;
    let server = TestServer::over(Arc::new(database), |_| {}).await;
    let restarted = Arc::new(AtomicBool::new(false));
    let (tell, mut told) = unbounded_channel();
    let mut callers = JoinSet::new();
    for writer in 0..WRITERS {
        let clients = server.connect().await;
        let organ = given::organ(&clients, &format!("organ-{writer}")).await;
        callers.spawn(write(clients, organ.name, tell.clone(), Arc::clone(&restarted)));
    }
    callers.spawn(read(server.connect().await, Arc::clone(&restarted)));
    drop(tell);
    let mut acknowledged = Vec::new();
    while acknowledged.len() < WRITERS * SOME {
        acknowledged.push(told.recv().await.expect("the writers go on"));
    }
    cluster.restart().await;
    restarted.store(true, Ordering::SeqCst);
    while let Some(report) = told.recv().await {
        acknowledged.push(report);
    }
    callers.join_all().await;

    for report in &acknowledged {
        assert_eq!(given::stored(&server, &report.name).await, *report);
    }
    assert_eq!(count(&server).await, acknowledged.len(), "each is there once");
    server.stop().await;
}

/// While the database is away, calls are told to come again, and health tells not to come at all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_follows_the_database() {
    let cluster = Cluster::start().await;
    let database = TestDatabase::on(Server::at(cluster.url().to_owned())).await;
    let server = TestServer::over(Arc::new(database), |_| {}).await;
    let report = given::report(&server).await;
    let reports = HealthCheckRequest { service: "nianbao.v1.ReportService".to_owned() };
    let mut health = HealthClient::new(server.channel());
    let mut watch = health.watch(reports).await.unwrap().into_inner();
    let mut told = async || watch.message().await.unwrap().unwrap().status();
    assert_eq!(told().await, ServingStatus::Serving);
    cluster.stop().await;
    assert_eq!(told().await, ServingStatus::NotServing);
    expect_unavailable(server.reports().get_report(given::get(&report.name)).await.unwrap_err());
    let forms = HealthCheckRequest { service: "nianbao.v1.FormService".to_owned() };
    let without = health.check(forms).await.unwrap().into_inner().status();
    assert_eq!(without, ServingStatus::Serving, "forms need no database");
    cluster.resume().await;
    assert_eq!(told().await, ServingStatus::Serving);
    assert_eq!(given::stored(&server, &report.name).await, report);
    drop(watch);
    server.stop().await;
}

/// Writes until there were some acknowledgements after the restart.
async fn write(
    clients: Clients,
    organ: String,
    tell: UnboundedSender<Report>,
    restarted: Arc<AtomicBool>,
) {
    let mut afterwards = 0;
    for year in (2008..2100).cycle() {
        let request_id = given::request_id();
        let report = Report { kind: 1 + i32::from(year % 2 == 0), ..samples::report(year) };
        let request = CreateReportRequest { request_id, ..given::create(&organ, report) };
        let is_after = restarted.load(Ordering::SeqCst);
        tell.send(patiently(&clients, request).await).unwrap();
        afterwards += usize::from(is_after);
        if afterwards == SOME {
            return;
        }
    }
}

/// Sends a request until it is answered, always with the same id.
async fn patiently(clients: &Clients, request: CreateReportRequest) -> Report {
    loop {
        match clients.reports().create_report(request.clone()).await {
            Ok(created) => return created.into_inner(),
            Err(status) => expect_unavailable(status),
        }
    }
}

/// Reads until an answer comes after the restart.
async fn read(clients: Clients, restarted: Arc<AtomicBool>) {
    loop {
        let is_after = restarted.load(Ordering::SeqCst);
        let list =
            ListReportsRequest { parent: "organizations/-".to_owned(), ..Default::default() };
        match clients.reports().list_reports(list).await {
            Ok(_) if is_after => return,
            Ok(_) => {}
            Err(status) => expect_unavailable(status),
        }
    }
}

#[track_caller]
fn expect_unavailable(status: Status) {
    assert!(
        status.get_details_retry_info().is_some_and(|it| it.retry_delay.is_some()),
        "{status:?}"
    );
    Refusal::of(status).is(Code::Unavailable, ErrorReason::StoreUnavailable);
}

async fn count(server: &TestServer) -> usize {
    let list = ListReportsRequest {
        parent: "organizations/-".to_owned(),
        page_size: 1000,
        ..Default::default()
    };
    server.reports().list_reports(list).await.unwrap().into_inner().reports.len()
}

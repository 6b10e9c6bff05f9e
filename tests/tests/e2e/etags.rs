//! Who changes a report has read it: of two who read the same, one is told so.

use std::sync::Arc;

use futures_util::future::join_all;
use nianbao_proto::v1::{
    DeleteReportRequest, ErrorReason, Organization, Report, UpdateOrganizationRequest,
    UpdateReportRequest,
};
use nianbao_tests::refusal::Refusal;
use nianbao_tests::{Backend, TestServer};
use tonic::{Code, Status};

use crate::given;

with_a_server!(
    of_many_writers_with_one_etag_exactly_one_wins,
    of_an_update_and_a_deletion_with_one_etag_exactly_one_wins,
    of_many_writers_of_an_organ_exactly_one_wins,
);
on_every_store!(writers_through_two_servers_meet_as_well);

const WRITERS: usize = 8;
const ROUNDS: usize = 5;

async fn of_many_writers_with_one_etag_exactly_one_wins(server: &TestServer) {
    let mut report = given::report(server).await;
    for _ in 0..ROUNDS {
        let writers = (0..WRITERS).map(|writer| retitled(server, &report, writer));
        let answers = join_all(writers).await;
        report = the_only_winner(answers);
        assert_eq!(given::stored(server, &report.name).await, report);
    }
    assert_eq!(usize::try_from(report.revision).unwrap(), ROUNDS + 1);
}

async fn of_an_update_and_a_deletion_with_one_etag_exactly_one_wins(server: &TestServer) {
    let report = given::report(server).await;
    let Report { name, etag, .. } = report.clone();
    let delete = DeleteReportRequest { name, etag, ..Default::default() };
    let mut reports = server.reports();
    let (updated, deleted) =
        tokio::join!(retitled(server, &report, 1), reports.delete_report(delete));
    assert!(updated.is_ok() != deleted.is_ok(), "{updated:?} {deleted:?}");
    let there = server.reports().get_report(given::get(&report.name)).await;
    assert_eq!(there.is_ok(), updated.is_ok());
    match updated {
        Ok(_) => Refusal::of(deleted.unwrap_err()).is(Code::Aborted, ErrorReason::EtagMismatch),
        Err(status) => Refusal::of(status).is(Code::NotFound, ErrorReason::ResourceNotFound),
    }
}

async fn of_many_writers_of_an_organ_exactly_one_wins(server: &TestServer) {
    let organ = given::organ(server, "siqian").await;
    let rename = async |writer: usize| {
        let organ = Organization { display_name: format!("名称{writer}"), ..organ.clone() };
        let request = UpdateOrganizationRequest { organization: Some(organ), ..Default::default() };
        server.organizations().update_organization(request).await
    };
    let answers = join_all((0..WRITERS).map(rename)).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!((won.len(), lost.len()), (1, WRITERS - 1));
    let etag = &won[0].as_ref().unwrap().get_ref().etag;
    for status in lost.into_iter().filter_map(Result::err) {
        let refusal = Refusal::of(status);
        refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
        assert_eq!(refusal.metadata["etag"], *etag);
    }
}

/// On SQLite a file has one server; there both are the same one.
async fn writers_through_two_servers_meet_as_well(backend: Backend) {
    let first = TestServer::start(backend).await;
    let second = match backend {
        Backend::Sqlite => None,
        Backend::Postgres => Some(TestServer::over(Arc::clone(&first.database()), |_| {}).await),
    };
    let mut report = given::report(&first).await;
    for _ in 0..ROUNDS {
        let server = |writer: usize| second.as_ref().filter(|_| writer % 2 == 1).unwrap_or(&first);
        let writers = (0..WRITERS).map(|writer| retitled(server(writer), &report, writer));
        report = the_only_winner(join_all(writers).await);
    }
    if let Some(second) = second {
        assert_eq!(given::stored(&second, &report.name).await, report);
        second.stop().await;
    }
    first.stop().await;
}

async fn retitled(server: &TestServer, report: &Report, writer: usize) -> Result<Report, Status> {
    let Report { name, etag, revision, .. } = report.clone();
    let title = format!("第{revision}次，由{writer}");
    let report = Some(Report { name, etag, title, ..Default::default() });
    let request = UpdateReportRequest { report, ..Default::default() };
    server.reports().update_report(request).await.map(tonic::Response::into_inner)
}

/// Whoever lost is told the etag of whoever won.
fn the_only_winner(answers: Vec<Result<Report, Status>>) -> Report {
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    let [winner] = <[_; 1]>::try_from(won).unwrap_or_else(|won| panic!("{} won", won.len()));
    let winner = winner.unwrap();
    for status in lost.into_iter().filter_map(Result::err) {
        let refusal = Refusal::of(status);
        refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
        assert_eq!(refusal.metadata["etag"], winner.etag);
        assert_eq!(refusal.metadata["name"], winner.name);
    }
    winner
}

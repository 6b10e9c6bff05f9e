use nianbao_proto::v1::{BatchGetReportsRequest, ErrorReason, Report, ReportView};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};
use tonic::Code;

use crate::given;

with_a_server!(
    reports_come_in_the_order_asked,
    where_one_is_missing_none_comes,
    a_mask_leaves_out_what_was_not_asked_for,
    names_that_cannot_be_used_are_refused_by_their_place,
);
on_every_store!(a_batch_over_the_limit_is_refused_with_the_limit);

const NAMES: [&str; 2] = ["organizations/siqian/reports/2024", "organizations/siqian/reports/2023"];

async fn reports_come_in_the_order_asked(server: &TestServer) {
    create(server).await;
    for parent in ["", "organizations/-", SIQIAN] {
        let request = BatchGetReportsRequest { parent: parent.to_owned(), ..request(&NAMES) };
        let found = server.reports().batch_get_reports(request).await.unwrap().into_inner();
        let [first, second] = &found.reports[..] else { panic!("not two: {found:?}") };
        assert_eq!(*first, given::stored(server, NAMES[0]).await);
        assert_eq!(*second, given::stored(server, NAMES[1]).await);
    }
}

async fn where_one_is_missing_none_comes(server: &TestServer) {
    create(server).await;
    let missing = "organizations/siqian/reports/2022";
    let refusal = refused(server, request(&[NAMES[0], missing])).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some(missing));
    let view = ReportView::Published.into();
    let published = BatchGetReportsRequest { view, ..request(&NAMES) };
    let refusal = refused(server, published).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some(NAMES[0]));
}

async fn a_mask_leaves_out_what_was_not_asked_for(server: &TestServer) {
    create(server).await;
    let read_mask = given::mask(&["report_year"]);
    let request = BatchGetReportsRequest { read_mask, ..request(&NAMES) };
    let found = server.reports().batch_get_reports(request).await.unwrap().into_inner();
    let year = |report_year| Report { report_year, ..Default::default() };
    assert_eq!(found.reports, [year(2024), year(2023)]);
}

async fn names_that_cannot_be_used_are_refused_by_their_place(server: &TestServer) {
    create(server).await;
    let elsewhere =
        BatchGetReportsRequest { parent: "organizations/other".to_owned(), ..request(&NAMES) };
    for (request, field) in [
        (request(&[NAMES[0], "2023"]), "names[1]"),
        (request(&[NAMES[0], NAMES[0]]), "names[1]"),
        (elsewhere, "names[0]"),
        (request(&[]), "names"),
    ] {
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn a_batch_over_the_limit_is_refused_with_the_limit(backend: Backend) {
    let server = TestServer::with(backend, |config| config.limits.max_batch_size = 1).await;
    let refusal = refused(&server, request(&NAMES)).await;
    refusal.is(Code::ResourceExhausted, ErrorReason::BatchTooLarge);
    assert_eq!(
        (refusal.metadata["limit"].as_str(), refusal.metadata["found"].as_str()),
        ("1", "2")
    );
    server.stop().await;
}

async fn create(server: &TestServer) {
    given::report(server).await;
    given::created(server, SIQIAN, samples::report(2023)).await;
}

fn request(names: &[&str]) -> BatchGetReportsRequest {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    BatchGetReportsRequest { names, ..Default::default() }
}

async fn refused(server: &TestServer, request: BatchGetReportsRequest) -> Refusal {
    server.reports().batch_get_reports(request).await.refusal()
}

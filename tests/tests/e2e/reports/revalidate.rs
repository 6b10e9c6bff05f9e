//! Results of another rule set, and running the rules again.

use std::sync::Arc;

use nianbao_proto::v1::{
    ErrorReason, GetServerInfoRequest, ListReportsRequest, Report, RevalidateReportsRequest,
    RevalidateReportsResponse, UpdateReportRequest,
};
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};
use tonic::Code;

use crate::given;

with_a_server!(
    what_is_up_to_date_is_run_again_only_when_asked,
    pages_cover_every_report_once,
    a_request_that_cannot_be_used_is_refused,
);
on_every_store!(
    stale_results_are_found_and_made_anew_without_touching_the_reports,
    an_editor_goes_on_with_the_etag_from_before,
);

async fn what_is_up_to_date_is_run_again_only_when_asked(server: &TestServer) {
    let report = given::report(server).await;
    let told = revalidated(server, any()).await;
    assert_eq!((told.checked, told.changed, told.next_page_token.as_str()), (0, 0, ""));
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap();
    assert_eq!(told.rule_set, info.into_inner().rule_set);
    let told = revalidated(server, RevalidateReportsRequest { all: true, ..any() }).await;
    assert_eq!((told.checked, told.changed, told.changed_reports.len()), (1, 0, 0));
    let after = given::stored(server, &report.name).await;
    assert!(validate_time(&after) > validate_time(&report));
    assert_eq!(without_time(after), without_time(report));
}

async fn pages_cover_every_report_once(server: &TestServer) {
    given::report(server).await;
    for year in [2020, 2021, 2022] {
        given::created(server, SIQIAN, samples::report(year)).await;
    }
    let mut request = RevalidateReportsRequest { all: true, page_size: 2, ..any() };
    let mut checked = vec![];
    loop {
        let told = revalidated(server, request.clone()).await;
        checked.push(told.checked);
        if told.next_page_token.is_empty() {
            break;
        }
        request.page_token = told.next_page_token;
    }
    assert_eq!(checked, [2, 2]);
    let filter = "report_year = 2021".to_owned();
    let one = RevalidateReportsRequest { all: true, filter, ..any() };
    assert_eq!(revalidated(server, one).await.checked, 1);
}

async fn a_request_that_cannot_be_used_is_refused(server: &TestServer) {
    given::report(server).await;
    for (request, reason, field) in [
        (RevalidateReportsRequest::default(), ErrorReason::FieldInvalid, "parent"),
        (
            RevalidateReportsRequest { filter: "titel = 1".to_owned(), ..any() },
            ErrorReason::FilterInvalid,
            "filter",
        ),
        (
            RevalidateReportsRequest { page_token: "7a".to_owned(), ..any() },
            ErrorReason::PageTokenInvalid,
            "page_token",
        ),
        (
            RevalidateReportsRequest { page_size: -1, ..any() },
            ErrorReason::FieldInvalid,
            "page_size",
        ),
    ] {
        let refusal = server.reports().revalidate_reports(request).await.refusal();
        refusal.is(Code::InvalidArgument, reason);
        assert_eq!(refusal.fields, [field]);
    }
    let parent = "organizations/nowhere".to_owned();
    let nowhere = RevalidateReportsRequest { parent, ..any() };
    let refusal = server.reports().revalidate_reports(nowhere).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn stale_results_are_found_and_made_anew_without_touching_the_reports(backend: Backend) {
    let server = TestServer::start(backend).await;
    let fresh = given::report(&server).await;
    let counts_differ = given::created(&server, SIQIAN, samples::report(2020)).await;
    let server = with_old_results(server).await;
    let rule_set = fresh.validation.clone().unwrap().rule_set;
    let stale = ListReportsRequest {
        parent: "organizations/-".to_owned(),
        filter: format!("rule_set != \"{rule_set}\""),
        ..Default::default()
    };
    let listed = async |request: &ListReportsRequest| {
        let page = server.reports().list_reports(request.clone()).await.unwrap().into_inner();
        page.reports.into_iter().map(|report| report.name).collect::<Vec<_>>()
    };
    assert_eq!(listed(&stale).await, [counts_differ.name.clone(), fresh.name.clone()]);
    let of_old = ListReportsRequest { filter: "rule_set = 2020.1".to_owned(), ..stale.clone() };
    assert_eq!(listed(&of_old).await.len(), 2);
    let ordered = ListReportsRequest { filter: "rule_set < 2026".to_owned(), ..stale.clone() };
    let refusal = server.reports().list_reports(ordered).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FilterInvalid);

    let only = RevalidateReportsRequest { validate_only: true, ..any() };
    assert_eq!(revalidated(&server, only).await.checked, 2);
    assert_eq!(listed(&stale).await.len(), 2, "nothing was stored");
    let request = RevalidateReportsRequest { request_id: given::request_id(), ..any() };
    let told = revalidated(&server, request.clone()).await;
    assert_eq!((told.checked, told.changed), (2, 1));
    assert_eq!(told.changed_reports, [counts_differ.name.as_str()]);
    assert_eq!(revalidated(&server, request).await, told, "the same page again");
    assert_eq!(revalidated(&server, any()).await.checked, 0);
    assert_eq!(listed(&stale).await, [""; 0]);
    for before in [&fresh, &counts_differ] {
        let after = given::stored(&server, &before.name).await;
        assert_eq!(without_time(after), without_time(before.clone()));
    }
    server.stop().await;
}

async fn an_editor_goes_on_with_the_etag_from_before(backend: Backend) {
    let server = TestServer::start(backend).await;
    let before = given::report(&server).await;
    let server = with_old_results(server).await;
    // The old result is read, and kept encoded, before the new one is there.
    assert_eq!(given::stored(&server, &before.name).await.validation.unwrap().rule_set, "2020.1");
    revalidated(&server, any()).await;
    let after = given::stored(&server, &before.name).await;
    assert_eq!(after.validation.unwrap().rule_set, before.validation.unwrap().rule_set);
    let Report { name, etag, .. } = before;
    let report = Some(Report { name, etag, title: "新题".to_owned(), ..Default::default() });
    let update = UpdateReportRequest { report, ..Default::default() };
    let updated = server.reports().update_report(update).await.unwrap().into_inner();
    assert_eq!(given::stored(&server, &updated.name).await, updated);
    server.stop().await;
}

/// The next server over a database whose results are those of an old rule set; it counted other
/// findings in 2020, which no later report is compared with.
async fn with_old_results(server: TestServer) -> TestServer {
    let database = server.stop().await;
    for sql in [
        "UPDATE report SET rule_set = '2020.1'",
        "UPDATE report SET blocking = 9 WHERE report_year = 2020",
    ] {
        database.change(sql).await;
    }
    TestServer::over(Arc::clone(&database), |_| {}).await
}

fn validate_time(report: &Report) -> (i64, i32) {
    let time = report.validation.as_ref().unwrap().validate_time.unwrap();
    (time.seconds, time.nanos)
}

fn without_time(mut report: Report) -> Report {
    if let Some(validation) = &mut report.validation {
        validation.validate_time = None;
    }
    report
}

fn any() -> RevalidateReportsRequest {
    RevalidateReportsRequest { parent: "organizations/-".to_owned(), ..Default::default() }
}

async fn revalidated(
    server: &TestServer,
    request: RevalidateReportsRequest,
) -> RevalidateReportsResponse {
    server.reports().revalidate_reports(request).await.unwrap().into_inner()
}

use nianbao_proto::v1::{
    CellState, ChangeEditionRequest, ChangeEditionResponse, Column, Edition, ErrorReason,
    GetRevisionRequest, ImportReportRequest, Line, Report, UpdateReportRequest, cell::Number,
};
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    what_means_the_same_comes_along_and_the_rest_is_listed,
    the_earlier_revision_keeps_what_was_left_behind,
    cells_of_the_new_form_are_filled_in_afterwards,
    the_same_request_again_is_told_the_same,
    a_change_to_the_same_edition_is_refused,
    a_change_needs_the_etag_that_is_present,
    a_report_that_does_not_exist_cannot_change,
    what_is_only_checked_does_not_change,
);

async fn what_means_the_same_comes_along_and_the_rest_is_listed(server: &TestServer) {
    let before = imported(server).await;
    let ChangeEditionResponse { report, not_carried } = changed(server, request(&before)).await;
    let (after, old) = (report.unwrap(), before.sheet.as_ref().unwrap());
    let sheet = after.sheet.as_ref().unwrap();
    assert_eq!((sheet.edition(), after.revision), (Edition::Edition2021, 2));
    let new_requests = |sheet| samples::cell(sheet, Line::NewRequests, Column::Applicants).cloned();
    assert_eq!(new_requests(sheet), new_requests(old));
    let in_force = samples::cell(sheet, Line::GovernmentRules, Column::InForce).unwrap();
    assert_eq!(in_force.state(), CellState::Blank, "nothing is invented");
    let of = |line, column| {
        let mut found =
            not_carried.iter().filter_map(|it| Some((it.cell?, it.value.as_ref()?, &it.reason)));
        found.find(|(cell, ..)| (cell.line(), cell.column()) == (line, column))
    };
    let (_, value, reason) = of(Line::GovernmentRules, Column::NewlyMade).unwrap();
    assert_eq!(value.number, Some(Number::Count(2)));
    assert!(!reason.is_empty());
    let (_, money, _) = of(Line::GovernmentProcurement, Column::ProcurementAmount).unwrap();
    assert_eq!(money.number, Some(Number::Amount("863732.45".to_owned())));
    assert!(of(Line::NewRequests, Column::Applicants).is_none());
    assert_eq!(given::stored(server, &after.name).await, after);
}

async fn the_earlier_revision_keeps_what_was_left_behind(server: &TestServer) {
    let before = imported(server).await;
    changed(server, request(&before)).await;
    let name = format!("{}/revisions/1", before.name);
    let revision = server.reports().get_revision(GetRevisionRequest { name }).await.unwrap();
    assert_eq!(revision.into_inner().report.unwrap().sheet, before.sheet);
}

async fn cells_of_the_new_form_are_filled_in_afterwards(server: &TestServer) {
    let before = imported(server).await;
    let changed = changed(server, request(&before)).await.report.unwrap();
    let columns = [Column::Issued, Column::Repealed, Column::InForce];
    let cell_changes =
        columns.map(|column| samples::count(Line::GovernmentRules, column, 0)).to_vec();
    let report = Some(Report { sheet: None, narrative: None, ..changed });
    let update = UpdateReportRequest { report, cell_changes, ..Default::default() };
    let corrected = server.reports().update_report(update).await.unwrap().into_inner();
    let sheet = corrected.sheet.unwrap();
    for column in columns {
        let cell = samples::cell(&sheet, Line::GovernmentRules, column).unwrap();
        assert_eq!(cell.number, Some(Number::Count(0)));
    }
    let blocking =
        |validation: Option<nianbao_proto::v1::ReportValidation>| validation.unwrap().blocking;
    assert!(blocking(corrected.validation) < blocking(before.validation));
}

async fn the_same_request_again_is_told_the_same(server: &TestServer) {
    let before = imported(server).await;
    let request = ChangeEditionRequest { request_id: given::request_id(), ..request(&before) };
    let first = changed(server, request.clone()).await;
    assert!(!first.not_carried.is_empty());
    assert_eq!(changed(server, request).await, first);
}

async fn a_change_to_the_same_edition_is_refused(server: &TestServer) {
    let report = imported(server).await;
    let same = Edition::Edition2019.into();
    for edition in [same, 0, 9] {
        let refusal = refused(server, ChangeEditionRequest { edition, ..request(&report) }).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["edition"]);
    }
}

async fn a_change_needs_the_etag_that_is_present(server: &TestServer) {
    let report = imported(server).await;
    let blind = ChangeEditionRequest { etag: String::new(), ..request(&report) };
    assert_eq!(refused(server, blind).await.fields, ["etag"]);
    let old = ChangeEditionRequest { etag: "1-1".to_owned(), ..request(&report) };
    let refusal = refused(server, old).await;
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(refusal.metadata["etag"], report.etag);
}

async fn a_report_that_does_not_exist_cannot_change(server: &TestServer) {
    given::organ(server, "siqian").await;
    let name = format!("{SIQIAN}/reports/2024");
    let missing = Report { name, etag: "1".to_owned(), ..Default::default() };
    refused(server, request(&missing)).await.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn what_is_only_checked_does_not_change(server: &TestServer) {
    let before = imported(server).await;
    let checked = ChangeEditionRequest { validate_only: true, ..request(&before) };
    let answered = changed(server, checked).await;
    assert_eq!(answered.report.unwrap().revision, 2);
    assert_eq!(given::stored(server, &before.name).await, before);
}

async fn imported(server: &TestServer) -> Report {
    given::organ(server, "siqian").await;
    let request = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        ..Default::default()
    };
    server.reports().import_report(request).await.unwrap().into_inner().report.unwrap()
}

fn request(report: &Report) -> ChangeEditionRequest {
    let Report { name, etag, .. } = report.clone();
    ChangeEditionRequest { name, etag, edition: Edition::Edition2021.into(), ..Default::default() }
}

async fn changed(server: &TestServer, request: ChangeEditionRequest) -> ChangeEditionResponse {
    server.reports().change_edition(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: ChangeEditionRequest) -> Refusal {
    server.reports().change_edition(request).await.refusal()
}

use nianbao_proto::v1::{
    ErrorReason, GetRevisionRequest, ListRevisionsRequest, ListRevisionsResponse, Report, Revision,
    RevisionKind, UpdateReportRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    every_edit_is_a_revision_that_stays_as_it_was,
    revisions_are_listed_newest_first_and_without_content_unless_asked,
    pages_neither_skip_nor_repeat_while_revisions_are_written,
    a_revision_that_does_not_exist_is_not_found,
    a_name_of_another_form_is_refused,
    a_token_of_another_list_is_refused,
);

async fn every_edit_is_a_revision_that_stays_as_it_was(server: &TestServer) {
    let first = given::report(server).await;
    let second = retitled(server, &first, "新题").await;
    for report in [&first, &second] {
        for _ in 0..2 {
            assert_eq!(revision(server, &first.name, report.revision).await, of(report));
        }
    }
}

async fn revisions_are_listed_newest_first_and_without_content_unless_asked(server: &TestServer) {
    let first = given::report(server).await;
    let second = retitled(server, &first, "新题").await;
    let whole = [of(&second), of(&first)];
    let with = |paths| ListRevisionsRequest { read_mask: given::mask(paths), ..list(&first) };
    assert_eq!(listed(server, with(&["*"])).await.revisions, whole);
    let without = whole.clone().map(|revision| Revision { report: None, ..revision });
    assert_eq!(listed(server, list(&first)).await.revisions, without);
    let numbers = [2, 1].map(|number| Revision { number, ..Default::default() });
    assert_eq!(listed(server, with(&["number"])).await.revisions, numbers);
}

async fn pages_neither_skip_nor_repeat_while_revisions_are_written(server: &TestServer) {
    let mut report = given::report(server).await;
    for title in ["甲", "乙", "丙"] {
        report = retitled(server, &report, title).await;
    }
    let page = |token: &str| ListRevisionsRequest {
        page_size: 3,
        page_token: token.to_owned(),
        ..list(&report)
    };
    let numbers = |page: &ListRevisionsResponse| -> Vec<_> {
        page.revisions.iter().map(|revision| revision.number).collect()
    };
    let first = listed(server, page("")).await;
    assert_eq!(numbers(&first), [4, 3, 2]);
    retitled(server, &report, "丁").await;
    let second = listed(server, page(&first.next_page_token)).await;
    assert_eq!((numbers(&second), second.next_page_token.as_str()), (vec![1], ""));
}

async fn a_revision_that_does_not_exist_is_not_found(server: &TestServer) {
    let report = given::report(server).await;
    let name = format!("{}/revisions/2", report.name);
    for name in [name.as_str(), "organizations/siqian/reports/2023/revisions/1"] {
        let refusal = refused(server, name).await;
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        assert_eq!(refusal.resource.as_deref(), Some(name));
    }
    let elsewhere = Report { name: "organizations/siqian/reports/2023".to_owned(), ..report };
    let refusal = server.reports().list_revisions(list(&elsewhere)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn a_name_of_another_form_is_refused(server: &TestServer) {
    let report = given::report(server).await.name;
    for number in ["", "/revisions/0", "/revisions/-1", "/revisions/01", "/revisions/9999999999"] {
        let refusal = refused(server, &format!("{report}{number}")).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["name"], "{number}");
    }
}

async fn a_token_of_another_list_is_refused(server: &TestServer) {
    let report = given::report(server).await;
    retitled(server, &report, "新题").await;
    let other = given::created(server, SIQIAN, samples::report(2023)).await;
    let page = listed(server, ListRevisionsRequest { page_size: 1, ..list(&report) }).await;
    let foreign = ListRevisionsRequest { page_token: page.next_page_token, ..list(&other) };
    let refusal = server.reports().list_revisions(foreign).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::PageTokenInvalid);
    let negative = ListRevisionsRequest { page_size: -1, ..list(&report) };
    let refusal = server.reports().list_revisions(negative).await.refusal();
    assert_eq!(refusal.fields, ["page_size"]);
}

/// What a revision fixes of a report that was just written.
fn of(report: &Report) -> Revision {
    let fixed = Report {
        source_key: String::new(),
        state: 0,
        etag: String::new(),
        validation: None,
        create_time: None,
        update_time: None,
        ..report.clone()
    };
    Revision {
        name: format!("{}/revisions/{}", report.name, report.revision),
        number: report.revision,
        kind: RevisionKind::Draft.into(),
        report: Some(fixed),
        create_time: report.update_time,
        author: "token".to_owned(),
    }
}

async fn retitled(server: &TestServer, report: &Report, title: &str) -> Report {
    let Report { name, etag, .. } = given::stored(server, &report.name).await;
    let report = Report { name, etag, title: title.to_owned(), ..Default::default() };
    let request = UpdateReportRequest { report: Some(report), ..Default::default() };
    server.reports().update_report(request).await.unwrap().into_inner()
}

fn list(report: &Report) -> ListRevisionsRequest {
    ListRevisionsRequest { parent: report.name.clone(), ..Default::default() }
}

async fn listed(server: &TestServer, request: ListRevisionsRequest) -> ListRevisionsResponse {
    server.reports().list_revisions(request).await.unwrap().into_inner()
}

async fn revision(server: &TestServer, report: &str, number: i32) -> Revision {
    let name = format!("{report}/revisions/{number}");
    server.reports().get_revision(GetRevisionRequest { name }).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, name: &str) -> Refusal {
    let request = GetRevisionRequest { name: name.to_owned() };
    server.reports().get_revision(request).await.refusal()
}

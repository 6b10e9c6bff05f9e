use nianbao_proto::v1::{DeleteReportRequest, ErrorReason, GetRevisionRequest, Report};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_deleted_report_is_gone_with_its_revisions,
    its_name_is_free_again,
    a_deletion_needs_the_etag_that_is_present,
    a_report_that_does_not_exist_cannot_be_deleted,
    what_is_only_checked_is_not_deleted,
);

async fn a_deleted_report_is_gone_with_its_revisions(server: &TestServer) {
    let report = given::report(server).await;
    let revision = GetRevisionRequest { name: format!("{}/revisions/1", report.name) };
    server.reports().get_revision(revision.clone()).await.unwrap();
    server.reports().delete_report(request(&report)).await.unwrap();
    let refusal = server.reports().get_report(given::get(&report.name)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let refusal = server.reports().get_revision(revision).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn its_name_is_free_again(server: &TestServer) {
    let first = given::report(server).await;
    server.reports().delete_report(request(&first)).await.unwrap();
    let second = given::created(server, SIQIAN, samples::report(2024)).await;
    assert_eq!((second.name.as_str(), second.revision), (first.name.as_str(), 1));
    assert_ne!(second.uid, first.uid);
    assert_ne!(second.etag, first.etag, "an etag of the first must not reach the second");
    refused(server, request(&first)).await.is(Code::Aborted, ErrorReason::EtagMismatch);
}

async fn a_deletion_needs_the_etag_that_is_present(server: &TestServer) {
    let report = given::report(server).await;
    let blind = DeleteReportRequest { etag: String::new(), ..request(&report) };
    let refusal = refused(server, blind).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["etag"]);
    let old = DeleteReportRequest { etag: "1-1".to_owned(), ..request(&report) };
    let refusal = refused(server, old).await;
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(refusal.metadata["etag"], report.etag);
}

async fn a_report_that_does_not_exist_cannot_be_deleted(server: &TestServer) {
    given::organ(server, "siqian").await;
    let name = "organizations/siqian/reports/2024".to_owned();
    let missing =
        DeleteReportRequest { name, etag: "1".to_owned(), ..DeleteReportRequest::default() };
    refused(server, missing).await.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn what_is_only_checked_is_not_deleted(server: &TestServer) {
    let report = given::report(server).await;
    let checked = DeleteReportRequest { validate_only: true, ..request(&report) };
    server.reports().delete_report(checked).await.unwrap();
    assert_eq!(given::stored(server, &report.name).await, report);
}

fn request(report: &Report) -> DeleteReportRequest {
    let Report { name, etag, .. } = report.clone();
    DeleteReportRequest { name, etag, ..Default::default() }
}

async fn refused(server: &TestServer, request: DeleteReportRequest) -> Refusal {
    server.reports().delete_report(request).await.refusal()
}

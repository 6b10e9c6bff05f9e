use nianbao_proto::v1::{ErrorReason, GetReportRequest, Report, ReportView};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use tonic::Code;

use crate::given;

with_a_server!(
    a_report_reads_the_same_however_often,
    a_mask_leaves_out_what_was_not_asked_for,
    a_report_that_does_not_exist_is_not_found,
    what_was_never_published_has_no_published_view,
    a_request_that_cannot_be_used_is_refused,
);

async fn a_report_reads_the_same_however_often(server: &TestServer) {
    let created = given::report(server).await;
    for _ in 0..3 {
        assert_eq!(given::stored(server, &created.name).await, created);
    }
    let working = ReportView::Working.into();
    let request = GetReportRequest { view: working, ..given::get(&created.name) };
    assert_eq!(server.reports().get_report(request).await.unwrap().into_inner(), created);
}

async fn a_mask_leaves_out_what_was_not_asked_for(server: &TestServer) {
    let created = given::report(server).await;
    let with = |paths: &[&str]| GetReportRequest {
        read_mask: given::mask(paths),
        ..given::get(&created.name)
    };
    let answered = server.reports().get_report(with(&["title", "etag"])).await.unwrap();
    let Report { title, etag, .. } = created.clone();
    assert_eq!(answered.into_inner(), Report { title, etag, ..Default::default() });
    let answered = server.reports().get_report(with(&["*"])).await.unwrap();
    assert_eq!(answered.into_inner(), created);
    for path in ["titel", "sheet.rows", ""] {
        let refusal = refused(server, with(&["name", path])).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["read_mask.paths[1]"], "{path}");
    }
}

async fn a_report_that_does_not_exist_is_not_found(server: &TestServer) {
    given::organ(server, "siqian").await;
    for name in ["organizations/siqian/reports/2024", "organizations/nowhere/reports/2024"] {
        let refusal = refused(server, given::get(name)).await;
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        assert_eq!(refusal.resource.as_deref(), Some(name));
    }
}

async fn what_was_never_published_has_no_published_view(server: &TestServer) {
    let created = given::report(server).await;
    let view = ReportView::Published.into();
    let request = GetReportRequest { view, ..given::get(&created.name) };
    for _ in 0..2 {
        let refusal = refused(server, request.clone()).await;
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    }
}

async fn a_request_that_cannot_be_used_is_refused(server: &TestServer) {
    let created = given::report(server).await;
    let refusal = refused(server, GetReportRequest { view: 9, ..given::get(&created.name) }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["view"]);
    for name in ["", "2024", "organizations/siqian", "organizations/siqian/reports/24", "a\0b"] {
        let refusal = refused(server, given::get(name)).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["name"], "{name}");
    }
}

async fn refused(server: &TestServer, request: GetReportRequest) -> Refusal {
    server.reports().get_report(request).await.refusal()
}

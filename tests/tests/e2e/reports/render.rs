use nianbao_proto::v1::{
    ErrorReason, GetServerInfoRequest, RenderReportRequest, RenderReportResponse, Rendition,
    Report, ReportView, UpdateReportRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use sha2::{Digest, Sha256};
use tonic::Code;

use crate::given;

with_a_server!(
    the_json_form_is_the_report_itself,
    every_rendition_of_the_server_is_a_document_of_its_kind,
    a_revision_is_written_as_it_was,
    a_rendition_that_the_server_lacks_is_refused_with_those_it_has,
    what_cannot_be_written_is_refused,
);

const NAME: &str = "organizations/siqian/reports/2024";

fn request(name: &str, rendition: Rendition) -> RenderReportRequest {
    RenderReportRequest { name: name.to_owned(), rendition: rendition.into(), view: 0 }
}

async fn rendered(server: &TestServer, request: RenderReportRequest) -> RenderReportResponse {
    server.reports().render_report(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: RenderReportRequest) -> Refusal {
    server.reports().render_report(request).await.refusal()
}

async fn renditions(server: &TestServer) -> Vec<Rendition> {
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap().into_inner();
    info.renditions().collect()
}

async fn the_json_form_is_the_report_itself(server: &TestServer) {
    let report = given::report(server).await;
    let written = rendered(server, request(NAME, Rendition::Json)).await;
    assert_eq!(serde_json::from_slice::<Report>(&written.content).unwrap(), report);
    assert_eq!(written.media_type, "application/json");
    assert_eq!(written.filename, "siqian-2024.json");
    assert_eq!(written.revision, format!("{NAME}/revisions/1"));
}

async fn every_rendition_of_the_server_is_a_document_of_its_kind(server: &TestServer) {
    given::report(server).await;
    let renditions = renditions(server).await;
    for needed in [
        Rendition::Html,
        Rendition::Markdown,
        Rendition::Csv,
        Rendition::Json,
        Rendition::Docx,
        Rendition::Xlsx,
    ] {
        assert!(renditions.contains(&needed), "{needed:?}");
    }
    for rendition in renditions {
        let written = rendered(server, request(NAME, rendition)).await;
        assert!(!written.content.is_empty() && !written.media_type.is_empty(), "{rendition:?}");
        let digest: String =
            Sha256::digest(&written.content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(written.sha256, digest, "{rendition:?}");
        assert_eq!(written, rendered(server, request(NAME, rendition)).await, "{rendition:?}");
    }
}

async fn a_revision_is_written_as_it_was(server: &TestServer) {
    let report = given::report(server).await;
    let title = "改后的标题".to_owned();
    let update = UpdateReportRequest {
        report: Some(Report { title, ..report.clone() }),
        update_mask: given::mask(&["title"]),
        ..Default::default()
    };
    server.reports().update_report(update).await.unwrap();
    let said = async |name: &str| {
        let written = rendered(server, request(name, Rendition::Json)).await;
        let report: Report = serde_json::from_slice(&written.content).unwrap();
        (report.title, written.revision)
    };
    let (first, second) = (format!("{NAME}/revisions/1"), format!("{NAME}/revisions/2"));
    assert_eq!(said(&first).await, (report.title, first.clone()));
    assert_eq!(said(NAME).await, ("改后的标题".to_owned(), second));
}

async fn a_rendition_that_the_server_lacks_is_refused_with_those_it_has(server: &TestServer) {
    given::report(server).await;
    let available = renditions(server).await;
    let all = (1..=7).filter_map(|number| Rendition::try_from(number).ok());
    for lacking in all.filter(|it| !available.contains(it)) {
        let refusal = refused(server, request(NAME, lacking)).await;
        refusal.is(Code::Unimplemented, ErrorReason::RenditionUnavailable);
        assert_eq!(refusal.metadata["rendition"], lacking.as_str_name());
        assert!(refusal.metadata["available"].contains("RENDITION_JSON"));
    }
}

async fn what_cannot_be_written_is_refused(server: &TestServer) {
    given::report(server).await;
    for rendition in [0, 99] {
        let request = RenderReportRequest { rendition, ..request(NAME, Rendition::Json) };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.metadata["field"], "rendition");
    }
    let view = ReportView::Published.into();
    let published = RenderReportRequest { view, ..request(NAME, Rendition::Json) };
    refused(server, published).await.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let revision = format!("{NAME}/revisions/1");
    let both = RenderReportRequest { view, ..request(&revision, Rendition::Json) };
    refused(server, both).await.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    for missing in [format!("{NAME}/revisions/9"), "organizations/siqian/reports/2023".to_owned()] {
        let refusal = refused(server, request(&missing, Rendition::Json)).await;
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        assert_eq!(refusal.metadata["name"], missing);
    }
}

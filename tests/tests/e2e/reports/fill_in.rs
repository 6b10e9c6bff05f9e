//! Documents to be filled in, made by the server and read by it again.

use nianbao_proto::v1::{
    Column, Edition, ErrorReason, ImportReportRequest, Line, RenderFillInRequest,
    RenderFillInResponse, Rendition, cell::Number,
};
use nianbao_tests::TestServer;
use nianbao_tests::process::{command_line, output};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_document_to_be_filled_in_carries_over_what_last_year_carried_forward,
    what_was_filled_in_becomes_the_report_of_the_organ_that_it_was_made_for,
    without_a_report_of_last_year_nothing_is_carried_over_and_the_reason_is_told,
    what_cannot_be_filled_in_is_refused,
    the_command_line_has_one_made_and_tells_what_was_carried_over,
);

const NEXT: &str = "organizations/siqian/reports/2025";
const BOTH: [Rendition; 2] = [Rendition::Xlsx, Rendition::Docx];

fn request(rendition: Rendition) -> RenderFillInRequest {
    RenderFillInRequest { name: NEXT.to_owned(), rendition: rendition.into(), ..Default::default() }
}

async fn made(server: &TestServer, request: RenderFillInRequest) -> RenderFillInResponse {
    server.reports().render_fill_in(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: RenderFillInRequest) -> Refusal {
    server.reports().render_fill_in(request).await.refusal()
}

async fn a_document_to_be_filled_in_carries_over_what_last_year_carried_forward(
    server: &TestServer,
) {
    let before = given::report(server).await;
    for rendition in BOTH {
        let document = made(server, request(rendition)).await;
        assert_eq!(document.edition(), Edition::Edition2021);
        let previous = &document.previous[0];
        assert_eq!((previous.name.as_str(), previous.revision), (before.name.as_str(), 1));
        assert_eq!(document.sha256.len(), 64);
        let extension = if rendition == Rendition::Xlsx { "xlsx" } else { "docx" };
        assert_eq!(document.filename, format!("siqian-2025-fill-in.{extension}"));
        assert_eq!(document, made(server, request(rendition)).await, "nothing is stored");
    }
}

async fn what_was_filled_in_becomes_the_report_of_the_organ_that_it_was_made_for(
    server: &TestServer,
) {
    let before = given::report(server).await;
    let forward = |column| {
        let said = samples::cell(before.sheet.as_ref().unwrap(), Line::CarriedForward, column);
        said.unwrap().number.clone()
    };
    for rendition in BOTH {
        let document = made(server, request(rendition)).await;
        let import = ImportReportRequest {
            parent: SIQIAN.to_owned(),
            content: document.content,
            validate_only: true,
            ..Default::default()
        };
        let imported = server.reports().import_report(import).await.unwrap().into_inner();
        let report = imported.report.unwrap();
        assert_eq!((report.name.as_str(), report.report_year), (NEXT, 2025));
        let sheet = report.sheet.unwrap();
        for column in [Column::NaturalPerson, Column::Applicants] {
            let over = samples::cell(&sheet, Line::CarriedOver, column).unwrap();
            assert_eq!(over.number, forward(column), "{rendition:?}");
        }
        let granted = samples::cell(&sheet, Line::Granted, Column::NaturalPerson).unwrap();
        assert_eq!(granted.number, None::<Number>);
    }
}

async fn without_a_report_of_last_year_nothing_is_carried_over_and_the_reason_is_told(
    server: &TestServer,
) {
    given::organ(server, "siqian").await;
    let document = made(server, request(Rendition::Docx)).await;
    assert!(document.previous.is_empty());
    assert!(document.previous_absent.contains("2024"), "{}", document.previous_absent);
    assert!(!document.previous_absent_en.is_empty());
    let asked =
        RenderFillInRequest { edition: Edition::Edition2019.into(), ..request(Rendition::Xlsx) };
    assert_eq!(made(server, asked).await.edition(), Edition::Edition2019);
}

async fn what_cannot_be_filled_in_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    for rendition in [Rendition::Unspecified, Rendition::Pdf] {
        let refusal = refused(server, request(rendition)).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.metadata["field"], "rendition");
    }
    let named =
        |name: &str| RenderFillInRequest { name: name.to_owned(), ..request(Rendition::Xlsx) };
    let refusal = refused(server, named("organizations/siqian/reports/2015")).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.metadata["field"], "edition");
    let refusal = refused(server, named("organizations/nobody/reports/2025")).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn the_command_line_has_one_made_and_tells_what_was_carried_over(server: &TestServer) {
    given::report(server).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("填报.docx");
    let asked = ["report", "fill-in", NEXT, "-o", path.to_str().unwrap()];
    let run = output(command_line(server.address(), &asked)).await;
    let talk = String::from_utf8(run.stderr).unwrap();
    assert_eq!((run.status.code(), run.stdout.len()), (Some(0), 0), "{talk}");
    assert!(talk.contains("“上年结转”取自上年 司前镇人民政府办公室（2024 年度）"), "{talk}");
    let read = output(command_line(
        server.address(),
        &["report", "import", path.to_str().unwrap(), "--format", "json"],
    ))
    .await;
    let line: serde_json::Value = serde_json::from_slice(&read.stdout).unwrap();
    assert_eq!(line["response"]["report"]["name"], NEXT);
}

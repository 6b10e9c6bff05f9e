//! PDF, from a server and a command line that are built with it: `make test-pdf`.

/// The font of the typesetter's own tests, so that no Chinese font has to be installed.
#[path = "../../../../crates/typeset/tests/it/font.rs"]
mod font;

use std::fs;
use std::path::Path;

use nianbao_proto::v1::{
    ErrorReason, GetServerInfoRequest, ImportReportRequest, RenderReportRequest,
    RenderReportResponse, Rendition, Report, Severity, Sheet,
};
use nianbao_server::config::Config;
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::SIQIAN;
use nianbao_tests::{Backend, TestServer};
use serde_json::Value;
use tempfile::TempDir;
use tonic::Code;

use crate::command::run;
use crate::given;

on_every_store!(
    a_server_that_sets_pdf_says_so_and_sets_the_same_bytes_again,
    what_one_server_sets_another_one_reads_as_the_same_report,
    a_font_that_is_not_there_is_named_by_the_server,
    the_command_line_fetches_sets_and_reads_pdf,
);

const NAME: &str = "organizations/siqian/reports/2024";

/// A server that sets reports in the font that is made here.
async fn with_a_font(backend: Backend) -> (TestServer, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    font::write(folder.path());
    let settings = |config: &mut Config| {
        config.fonts.folder = folder.path().to_owned();
        font::FAMILY.clone_into(&mut config.fonts.body);
    };
    (TestServer::with(backend, settings).await, folder)
}

fn request() -> RenderReportRequest {
    RenderReportRequest { name: NAME.to_owned(), rendition: Rendition::Pdf.into(), view: 0 }
}

async fn rendered(server: &TestServer) -> RenderReportResponse {
    server.reports().render_report(request()).await.unwrap().into_inner()
}

async fn a_server_that_sets_pdf_says_so_and_sets_the_same_bytes_again(backend: Backend) {
    let (server, _font) = with_a_font(backend).await;
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap();
    assert!(info.into_inner().renditions().any(|it| it == Rendition::Pdf));
    given::report(&server).await;
    let pdf = rendered(&server).await;
    assert!(pdf.content.starts_with(b"%PDF-"));
    assert_eq!(pdf.media_type, "application/pdf");
    assert_eq!(pdf.filename, "siqian-2024.pdf");
    assert_eq!(pdf.revision, format!("{NAME}/revisions/1"));
    assert_eq!(pdf, rendered(&server).await);
    server.stop().await;
}

async fn what_one_server_sets_another_one_reads_as_the_same_report(backend: Backend) {
    let (server, _font) = with_a_font(backend).await;
    let report = given::report(&server).await;
    let content = rendered(&server).await.content;
    let other = TestServer::start(backend).await;
    given::organ(&other, "siqian").await;
    let request = ImportReportRequest { parent: SIQIAN.to_owned(), content, ..Default::default() };
    let imported = other.reports().import_report(request).await.unwrap().into_inner();
    let read = imported.report.unwrap();
    assert_eq!((read.name.as_str(), &read.title), (NAME, &report.title));
    assert_eq!(figures_of(&read), figures_of(&report));
    assert_eq!(texts(&read), texts(&report));
    let document = imported.document.unwrap();
    assert_eq!((document.media_type.as_str(), document.unreadable_cells), ("application/pdf", 0));
    assert!(imported.findings.iter().all(|it| it.severity() != Severity::Blocking));
    other.stop().await;
    server.stop().await;
}

/// The sheet without the places where its cells stood.
fn figures_of(report: &Report) -> Sheet {
    let mut sheet = report.sheet.clone().unwrap();
    for cell in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.source_line = 0;
        cell.source_place.clear();
    }
    sheet
}

fn texts(report: &Report) -> Vec<&str> {
    let sections = report.narrative.iter().flat_map(|it| &it.sections);
    sections.map(|section| section.text.trim()).collect()
}

async fn a_font_that_is_not_there_is_named_by_the_server(backend: Backend) {
    let settings = |config: &mut Config| config.fonts.body = "没有的宋体".to_owned();
    let server = TestServer::with(backend, settings).await;
    given::report(&server).await;
    let refusal = server.reports().render_report(request()).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::RenditionUnavailable);
    assert!(refusal.status.message().contains("没有的宋体"), "{:?}", refusal.status);
    let told = run(&server, &["report", "render", NAME, "--to", "pdf", "-o", "/nowhere"]).await;
    assert_eq!(told.code, Some(3));
    assert!(told.talk.contains("没有找到字体“没有的宋体”（用于正文）"), "{}", told.talk);
    server.stop().await;
}

async fn the_command_line_fetches_sets_and_reads_pdf(backend: Backend) {
    let (server, font) = with_a_font(backend).await;
    given::report(&server).await;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (fetched, set) = (path("a.pdf"), path("b.pdf"));
    let ran = run(&server, &["report", "render", NAME, "--to", "pdf", "-o", &fetched]).await;
    assert_eq!(ran.code, Some(0), "{}", ran.talk);
    let fonts = ["--font-folder", font.path().to_str().unwrap(), "--body-font"];
    let convert = ["convert", &fetched, "--to", "pdf", "-o", &set];
    let ran = run(&server, &[&convert[..], &fonts, &[font::CHINESE_FAMILY]].concat()).await;
    assert_eq!(ran.code, Some(0), "{}", ran.talk);
    let figures = figures(&server, &path("c.json")).await;
    for pdf in [&fetched, &set] {
        assert!(fs::read(pdf).unwrap().starts_with(b"%PDF-"), "{pdf}");
        assert_eq!(checked(&server, Path::new(pdf)).await, Some(0), "{pdf}");
        let read = run(&server, &["convert", pdf, "--to", "csv"]).await;
        assert_eq!(numbers(&read.data), figures, "{pdf}");
    }
    server.stop().await;
}

/// The figures of the report as the server has it.
async fn figures(server: &TestServer, path: &str) -> Vec<String> {
    let report = given::stored(server, NAME).await;
    fs::write(path, serde_json::to_vec(&report).unwrap()).unwrap();
    numbers(&run(server, &["convert", path, "--to", "csv"]).await.data)
}

/// Cell, label, state and value of every line of a table.
fn numbers(csv: &[u8]) -> Vec<String> {
    let lines = std::str::from_utf8(csv).unwrap().lines().skip(1);
    lines.map(|line| line.split(',').skip(4).take(7).collect::<Vec<_>>().join(",")).collect()
}

/// Checks a document: the exit code, where organ and year are those of the report.
async fn checked(server: &TestServer, path: &Path) -> Option<i32> {
    let path = path.to_str().unwrap();
    let ran = run(server, &["check", path, "--format", "json"]).await;
    let data: Value = serde_json::from_slice(&ran.data).unwrap();
    let document = &data["documents"][0];
    assert_eq!(document["organization"], "司前镇人民政府办公室");
    assert_eq!(document["year"], 2024);
    ran.code
}

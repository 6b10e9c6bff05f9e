use bytes::Bytes;
use nianbao_proto::v1::{
    Column, Edition, ErrorReason, Finding, ImportReportRequest, ImportReportResponse, Line,
    ReportKind, Severity, ValidateReportRequest, ValidationOutcome, cell::Number,
    validate_report_request::Target,
};
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_page_becomes_a_draft_of_what_it_says,
    a_page_is_told_what_is_strange_about_it,
    what_is_no_part_of_the_report_is_listed_and_left_out,
    the_address_of_the_page_is_kept,
    the_json_form_of_a_report_is_a_document_too,
    a_word_file_and_a_workbook_become_the_same_figures,
    an_archive_and_an_old_word_file_are_refused_with_what_to_do,
    a_page_is_imported_once,
    a_page_of_another_year_or_kind_is_refused,
    a_report_of_another_organ_is_refused,
    a_page_without_a_year_needs_one,
    what_is_no_report_is_refused,
    a_document_over_the_limit_is_refused_with_the_limit,
    an_import_for_an_unregistered_organ_is_refused,
    what_is_only_checked_is_not_created,
);

async fn a_page_becomes_a_draft_of_what_it_says(server: &TestServer) {
    given::organ(server, "siqian").await;
    let imported = imported(server, request()).await;
    let report = imported.report.unwrap();
    assert_eq!(
        (report.name.as_str(), report.report_year),
        ("organizations/siqian/reports/2024", 2024)
    );
    assert_eq!(report.title, "司前镇人民政府办公室2024年政府信息公开工作年度报告");
    let sheet = report.sheet.as_ref().unwrap();
    assert_eq!(sheet.edition(), Edition::Edition2019);
    let says = |line, column| samples::cell(sheet, line, column).unwrap().number.clone();
    assert_eq!(says(Line::GovernmentRules, Column::NewlyMade), Some(Number::Count(2)));
    let money = Number::Amount("863732.45".to_owned());
    assert_eq!(says(Line::GovernmentProcurement, Column::ProcurementAmount), Some(money));
    assert_eq!(report.narrative.as_ref().unwrap().sections.len(), 6);
    assert_eq!(given::stored(server, &report.name).await, report);
}

async fn a_page_is_told_what_is_strange_about_it(server: &TestServer) {
    given::organ(server, "siqian").await;
    let imported = imported(server, request()).await;
    assert_eq!(imported.outcome(), ValidationOutcome::Warnings, "a published page never blocks");
    let severity = |code: &str| found(&imported, code).map(Finding::severity);
    for code in ["EDN-001", "SEM-001", "UNT-002", "CNT-006"] {
        assert!(severity(code).is_some(), "{code}");
    }
    let name = imported.report.as_ref().unwrap().name.clone();
    let request = ValidateReportRequest { target: Some(Target::Name(name)), ..Default::default() };
    let draft = server.reports().validate_report(request).await.unwrap().into_inner();
    for code in ["EDN-001", "SEM-001"] {
        assert_eq!(severity(code), Some(Severity::Warning), "{code}");
        let judged = draft.findings.iter().find(|finding| finding.code == code).unwrap();
        assert_eq!(judged.severity(), Severity::Blocking, "as a draft: {code}");
    }
    let arithmetic =
        |finding: &&Finding| finding.code.starts_with("T3-") || finding.code.starts_with("T4-");
    assert_eq!(imported.findings.iter().find(arithmetic), None);
    let rules = found(&imported, "SEM-001").unwrap();
    assert_eq!(rules.found, "2, 2, 2");
    assert!(!rules.message_zh.is_empty() && !rules.message_en.is_empty());
    assert!(!rules.basis.is_empty() && !rules.identity.is_empty());
    let grave = |finding: &Finding| finding.severity;
    assert!(imported.findings.is_sorted_by_key(grave), "the gravest come first");
    assert!(!imported.rule_set.is_empty());
}

async fn what_is_no_part_of_the_report_is_listed_and_left_out(server: &TestServer) {
    given::organ(server, "siqian").await;
    let imported = imported(server, request()).await;
    let document = imported.document.unwrap();
    let removed: Vec<_> =
        document.removed_lines.iter().map(|it| (it.line, it.text.trim())).collect();
    assert!(
        removed.iter().any(|(line, text)| *line == 1 && text.starts_with("今天是")),
        "{removed:?}"
    );
    let narrative = format!("{:?}", imported.report.unwrap().narrative);
    assert!(!narrative.contains("今天是") && !narrative.contains("关闭窗口"));
    assert_eq!((document.media_type.as_str(), document.charset.as_str()), ("text/plain", "UTF-8"));
    assert_eq!(document.organization_name, "司前镇人民政府办公室");
    assert_eq!(usize::try_from(document.size_bytes).unwrap(), request().content.len());
    assert!(document.digest.starts_with("sha256:") && document.digest.len() == 71);
    assert_eq!(document.unreadable_cells, 0);
}

async fn the_address_of_the_page_is_kept(server: &TestServer) {
    given::organ(server, "siqian").await;
    let uri = "https://www.zhenghe.gov.cn/siqian/2024.html";
    let request = ImportReportRequest {
        source_uri: uri.to_owned(),
        source_key: "sq".to_owned(),
        ..request()
    };
    let report = imported(server, request).await.report.unwrap();
    assert_eq!(report.publication.unwrap().uri, uri);
    assert_eq!(report.source_key, "sq");
}

async fn the_json_form_of_a_report_is_a_document_too(server: &TestServer) {
    given::organ(server, "siqian").await;
    let report = samples::report(2024);
    let content = serde_json::to_vec(&report).unwrap().into();
    let imported = imported(server, ImportReportRequest { content, ..request() }).await;
    assert_eq!(imported.document.unwrap().media_type, "application/json");
    let drafted = imported.report.unwrap();
    assert_eq!((drafted.sheet, drafted.narrative), (report.sheet, report.narrative));
}

async fn a_word_file_and_a_workbook_become_the_same_figures(server: &TestServer) {
    given::organ(server, "siqian").await;
    let of_page = imported(server, only_checked(page::read(SIQIAN_2024))).await;
    for (name, kind) in [
        ("siqian-2024.docx", "wordprocessingml.document"),
        ("siqian-2024.xlsx", "spreadsheetml.sheet"),
    ] {
        let read = imported(server, only_checked(page::read(name))).await;
        let summary = read.document.unwrap();
        assert_eq!(summary.charset, "", "{name}");
        assert!(summary.media_type.ends_with(kind), "{name}: {}", summary.media_type);
        assert_eq!(summary.unreadable_cells, 0, "{name}");
        let (said, expected) = (read.report.unwrap(), of_page.report.as_ref().unwrap());
        assert_eq!(said.title, expected.title, "{name}");
        let numbers = |report: &nianbao_proto::v1::Report| {
            let rows = report.sheet.as_ref().unwrap().rows.iter();
            let cells = rows.flat_map(|row| row.cells.iter().map(|cell| (row.line, cell.clone())));
            cells.map(|(line, cell)| (line, cell.column, cell.number)).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&said), numbers(expected), "{name}");
    }
}

async fn an_archive_and_an_old_word_file_are_refused_with_what_to_do(server: &TestServer) {
    given::organ(server, "siqian").await;
    let empty_archive = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    for (content, says) in [(empty_archive, "archive of many"), (old, "save it as .docx")] {
        let refusal = refused(server, only_checked(content.into())).await;
        assert_eq!(refusal.code, Code::InvalidArgument);
        assert!(refusal.status.message().contains(says), "{:?}", refusal.status);
    }
}

fn only_checked(content: Bytes) -> ImportReportRequest {
    ImportReportRequest { content, validate_only: true, ..request() }
}

async fn a_page_is_imported_once(server: &TestServer) {
    given::organ(server, "siqian").await;
    let first = imported(server, request()).await.report.unwrap();
    let refusal = refused(server, request()).await;
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert_eq!(refusal.resource, Some(first.name.clone()));
    assert_eq!(given::stored(server, &first.name).await, first);
}

async fn a_page_of_another_year_or_kind_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let refusal = refused(server, ImportReportRequest { report_year: 2023, ..request() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::DocumentYearMismatch);
    let told = |key: &str| refusal.metadata[key].clone();
    assert_eq!((told("asked"), told("found")), ("2023".to_owned(), "2024".to_owned()));
    let kind = ReportKind::Consolidated.into();
    let refusal = refused(server, ImportReportRequest { kind, ..request() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::DocumentKindMismatch);
    assert_eq!(refusal.metadata["asked"], "REPORT_KIND_CONSOLIDATED");
    assert_eq!(refusal.metadata["found"], "REPORT_KIND_OWN");
    let kind = ReportKind::Own.into();
    imported(server, ImportReportRequest { report_year: 2024, kind, ..request() }).await;
}

async fn a_report_of_another_organ_is_refused(server: &TestServer) {
    let report = given::report(server).await;
    given::organ(server, "shitun").await;
    let as_json = serde_json::to_vec(&report).unwrap();
    let as_binary = prost::Message::encode_to_vec(&report);
    for (content, filename) in [(as_json, "2024.json"), (as_binary, "2024.binpb")] {
        let request = ImportReportRequest {
            parent: "organizations/shitun".to_owned(),
            content: content.into(),
            filename: filename.to_owned(),
            ..request()
        };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::DocumentOrganizationMismatch);
        assert_eq!(refusal.fields, ["parent"]);
        assert_eq!(refusal.metadata["asked"], "organizations/shitun");
        assert_eq!(refusal.metadata["found"], SIQIAN);
    }
}

async fn a_page_without_a_year_needs_one(server: &TestServer) {
    given::organ(server, "siqian").await;
    let page = String::from_utf8(request().content.to_vec()).unwrap();
    let yearless: Bytes = page.replace("2024年", "").into();
    let request = || ImportReportRequest { content: yearless.clone(), ..request() };
    let refusal = refused(server, request()).await;
    refusal.is(Code::InvalidArgument, ErrorReason::DocumentYearUnknown);
    assert!(refusal.metadata["digest"].starts_with("sha256:"));
    let told = imported(server, ImportReportRequest { report_year: 2024, ..request() }).await;
    assert_eq!(told.report.unwrap().report_year, 2024);
}

async fn what_is_no_report_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    for (content, media_type) in [
        (&b""[..], ""),
        (b" \n\t", ""),
        (b"%PDF-1.7", ""),
        (b"\x00\x01\x02\x03", ""),
        (b"\xff\xff\xff\xff", "text/plain"),
        (b"<html><body><p>hello</p></body></html>", ""),
        (b"{\"title\": 7}", ""),
        (b"{", "application/json"),
        (b"\x0a\xff", "application/x-protobuf"),
        (b"organization,year\n", "text/csv"),
        ("司前镇欢迎您".as_bytes(), "text/plain"),
    ] {
        let request = ImportReportRequest {
            content: Bytes::from_static(content),
            media_type: media_type.to_owned(),
            ..request()
        };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::DocumentUnreadable);
        assert!(refusal.metadata["digest"].starts_with("sha256:"));
        assert_eq!(refusal.fields, ["content"]);
    }
    let refusal = server.reports().get_report(given::get(&format!("{SIQIAN}/reports/2024"))).await;
    refusal.refusal().is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn a_document_over_the_limit_is_refused_with_the_limit(server: &TestServer) {
    given::organ(server, "siqian").await;
    let info = server.server().get_server_info(nianbao_proto::v1::GetServerInfoRequest {}).await;
    let limit = info.unwrap().into_inner().limits.unwrap().max_document_bytes;
    let found = limit + 1;
    let content = vec![b' '; usize::try_from(found).unwrap()].into();
    let refusal = refused(server, ImportReportRequest { content, ..request() }).await;
    refusal.is(Code::ResourceExhausted, ErrorReason::MessageTooLarge);
    assert_eq!(refusal.metadata["limit"], limit.to_string());
    assert_eq!(refusal.metadata["found"], found.to_string());
}

async fn an_import_for_an_unregistered_organ_is_refused(server: &TestServer) {
    let refusal = refused(server, request()).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some(SIQIAN));
    let parent = "organizations/-".to_owned();
    let refusal = refused(server, ImportReportRequest { parent, ..request() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["parent"]);
}

async fn what_is_only_checked_is_not_created(server: &TestServer) {
    given::organ(server, "siqian").await;
    let checked = || ImportReportRequest { validate_only: true, ..request() };
    let answered = imported(server, checked()).await;
    assert!(found(&answered, "EDN-001").is_some());
    let name = answered.report.unwrap().name;
    let refusal = server.reports().get_report(given::get(&name)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    imported(server, request()).await;
    refused(server, checked()).await.is(Code::AlreadyExists, ErrorReason::ResourceExists);
}

fn request() -> ImportReportRequest {
    ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        ..Default::default()
    }
}

async fn imported(server: &TestServer, request: ImportReportRequest) -> ImportReportResponse {
    server.reports().import_report(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: ImportReportRequest) -> Refusal {
    server.reports().import_report(request).await.refusal()
}

fn found<'a>(imported: &'a ImportReportResponse, code: &str) -> Option<&'a Finding> {
    imported.findings.iter().find(|finding| finding.code == code)
}

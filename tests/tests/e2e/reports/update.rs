use nianbao_domain::form::Edition;
use nianbao_proto::v1::{
    Cell, CellChange, CellState, Column, ErrorReason, Line, Publication, Report,
    UpdateReportRequest, cell::Number,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples;
use tonic::Code;

use crate::given;

with_a_server!(
    the_fields_of_the_mask_change_and_no_other,
    without_a_mask_the_fields_that_are_set_change,
    a_star_takes_away_what_is_not_set,
    a_sheet_is_replaced_whole,
    single_cells_change_and_everything_else_stays,
    a_mask_and_cell_changes_exclude_each_other,
    a_change_of_nothing_is_refused,
    what_changes_no_content_makes_no_revision,
    a_cell_change_that_cannot_be_made_is_refused_by_its_place,
    what_identifies_a_report_cannot_change,
    an_update_needs_the_etag_that_is_present,
    a_report_that_does_not_exist_cannot_change,
    what_is_only_checked_does_not_change,
    a_correction_takes_its_finding_away,
);

async fn the_fields_of_the_mask_change_and_no_other(server: &TestServer) {
    let before = given::report(server).await;
    let report = Report { title: "新题".to_owned(), source_key: "k".to_owned(), ..like(&before) };
    let after = updated(server, masked(report, &["title"])).await;
    assert_eq!(after.title, "新题");
    assert_eq!(after.revision, before.revision + 1);
    assert_ne!(after.etag, before.etag);
    let expected = Report {
        title: after.title.clone(),
        revision: after.revision,
        etag: after.etag.clone(),
        update_time: after.update_time,
        validation: after.validation.clone(),
        ..before
    };
    assert_eq!(after, expected);
    assert_eq!(given::stored(server, &after.name).await, after);
}

async fn without_a_mask_the_fields_that_are_set_change(server: &TestServer) {
    let before = given::report(server).await;
    let publication = Some(Publication {
        uri: "https://www.zhenghe.gov.cn/2024".to_owned(),
        publish_date: "2025-01-20".to_owned(),
    });
    let report = Report { publication: publication.clone(), ..like(&before) };
    let after = updated(server, UpdateReportRequest { report: Some(report), ..none() }).await;
    assert_eq!(after.publication, publication);
    assert_eq!((after.title, after.sheet), (before.title, before.sheet));
}

async fn a_star_takes_away_what_is_not_set(server: &TestServer) {
    let before = given::report(server).await;
    let report = Report { sheet: before.sheet.clone(), ..like(&before) };
    let after = updated(server, masked(report, &["*"])).await;
    assert_eq!(after.title, "");
    assert_eq!(after.narrative.map(|it| it.sections.len()), Some(0));
    assert_eq!(after.sheet, before.sheet);
}

async fn a_sheet_is_replaced_whole(server: &TestServer) {
    let before = given::report(server).await;
    let mut sheet = before.sheet.clone().unwrap();
    sheet.rows.retain(|row| row.line() == Line::GovernmentRules);
    let report = Report { sheet: Some(sheet), ..like(&before) };
    let after = updated(server, masked(report, &["sheet"])).await.sheet.unwrap();
    let cells = after.rows.iter().flat_map(|row| &row.cells);
    let numbers = cells.clone().filter(|cell| cell.state() == CellState::Number).count();
    assert_eq!((numbers, cells.count()), (3, Edition::E2021.layout().cells().len()));
}

async fn single_cells_change_and_everything_else_stays(server: &TestServer) {
    let before = given::report(server).await;
    let blank = Cell { state: CellState::Blank.into(), ..Default::default() };
    let changes = vec![
        samples::count(Line::GovernmentRules, Column::Issued, 7),
        change(Line::NormativeDocuments, Column::Repealed, blank),
    ];
    let after = updated(server, cells(&before, changes)).await;
    let mut expected = before.sheet.clone().unwrap();
    for row in &mut expected.rows {
        let line = row.line();
        for cell in &mut row.cells {
            match (line, cell.column()) {
                (Line::GovernmentRules, Column::Issued) => cell.number = Some(Number::Count(7)),
                (Line::NormativeDocuments, Column::Repealed) => {
                    (cell.state, cell.number) = (CellState::Blank.into(), None);
                }
                _ => {}
            }
        }
    }
    assert_eq!(after.sheet, Some(expected));
    assert_eq!((after.title, after.narrative), (before.title, before.narrative));
}

async fn a_mask_and_cell_changes_exclude_each_other(server: &TestServer) {
    let before = given::report(server).await;
    let changes = vec![samples::count(Line::GovernmentRules, Column::Issued, 7)];
    let both =
        UpdateReportRequest { update_mask: given::mask(&["title"]), ..cells(&before, changes) };
    let refusal = refused(server, both).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["update_mask"]);
    assert_eq!(given::stored(server, &before.name).await, before);
}

async fn a_change_of_nothing_is_refused(server: &TestServer) {
    let before = given::report(server).await;
    let nothing = UpdateReportRequest { report: Some(like(&before)), ..none() };
    let refusal = refused(server, nothing).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refused(server, none()).await.fields, ["report"]);
}

async fn what_changes_no_content_makes_no_revision(server: &TestServer) {
    let before = given::report(server).await;
    let report = Report { source_key: "k".to_owned(), ..like(&before) };
    let after = updated(server, masked(report, &["source_key"])).await;
    assert_eq!((after.source_key.as_str(), after.revision), ("k", before.revision));
    assert_ne!(after.etag, before.etag);
}

async fn a_cell_change_that_cannot_be_made_is_refused_by_its_place(server: &TestServer) {
    let before = given::report(server).await;
    let fine = samples::count(Line::GovernmentRules, Column::Issued, 7);
    let off_form = samples::count(Line::GovernmentRules, Column::NewlyMade, 7);
    let refusal = refused(server, cells(&before, vec![fine.clone(), off_form])).await;
    refusal.is(Code::InvalidArgument, ErrorReason::CellNotOnForm);
    assert_eq!(refusal.fields, ["cell_changes[1]"]);
    assert_eq!(refusal.metadata["cell"], "government_rules.newly_made");
    assert_eq!(refusal.metadata["form"], "forms/2021");
    let other_column = Cell { column: Column::Repealed.into(), ..fine.cell.clone().unwrap() };
    let contradicting = CellChange { cell: Some(other_column), ..fine.clone() };
    let nowhere = CellChange { line: 0, column: 0, ..fine.clone() };
    let empty = CellChange { cell: None, ..fine.clone() };
    for wrong in [fine.clone(), contradicting, nowhere, empty] {
        let refusal = refused(server, cells(&before, vec![fine.clone(), wrong])).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert!(refusal.fields[0].starts_with("cell_changes[1]"), "{:?}", refusal.fields);
    }
    assert_eq!(given::stored(server, &before.name).await, before);
}

async fn what_identifies_a_report_cannot_change(server: &TestServer) {
    let before = given::report(server).await;
    for field in ["name", "uid", "report_year", "kind", "state", "revision", "etag", "create_time"]
    {
        let refusal = refused(server, masked(like(&before), &[field])).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldImmutable);
        assert_eq!(refusal.fields, [format!("report.{field}")]);
    }
    for path in ["titel", "sheet.rows", "narrative.sections"] {
        let refusal = refused(server, masked(like(&before), &[path])).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["update_mask.paths[0]"]);
    }
}

async fn an_update_needs_the_etag_that_is_present(server: &TestServer) {
    let before = given::report(server).await;
    let report = Report { title: "新题".to_owned(), ..like(&before) };
    let blind = Report { etag: String::new(), ..report.clone() };
    let refusal = refused(server, masked(blind, &["title"])).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["report.etag"]);
    let after = updated(server, masked(report.clone(), &["title"])).await;
    let refusal = refused(server, masked(report, &["title"])).await;
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(refusal.metadata["etag"], after.etag);
    assert_eq!(refusal.metadata["name"], after.name);
}

async fn a_report_that_does_not_exist_cannot_change(server: &TestServer) {
    given::organ(server, "siqian").await;
    let name = "organizations/siqian/reports/2024".to_owned();
    let report = Report { name, etag: "1".to_owned(), ..samples::report(2024) };
    let refusal = refused(server, masked(report, &["title"])).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn what_is_only_checked_does_not_change(server: &TestServer) {
    let before = given::report(server).await;
    let report = Report { title: "新题".to_owned(), ..like(&before) };
    let request = UpdateReportRequest { validate_only: true, ..masked(report, &["title"]) };
    let answered = updated(server, request).await;
    assert_eq!((answered.title.as_str(), answered.revision), ("新题", before.revision + 1));
    assert_eq!(given::stored(server, &before.name).await, before);
}

async fn a_correction_takes_its_finding_away(server: &TestServer) {
    let right = given::report(server).await;
    let total = |count| vec![samples::count(Line::Handled, Column::Applicants, count)];
    let sheet = right.sheet.as_ref().unwrap();
    let printed = samples::cell(sheet, Line::Handled, Column::Applicants).unwrap().number.clone();
    let Some(Number::Count(printed)) = printed else { panic!("no count: {printed:?}") };
    let blocking = |report: &Report| report.validation.as_ref().unwrap().blocking;
    assert_eq!(blocking(&right), 0);
    let wrong = updated(server, cells(&right, total(printed + 1))).await;
    assert!(blocking(&wrong) > 0);
    let corrected = updated(server, cells(&wrong, total(printed))).await;
    assert_eq!(blocking(&corrected), 0);
    assert_eq!(corrected.sheet, right.sheet);
}

/// A message that only says which report is meant, in which version.
fn like(report: &Report) -> Report {
    let Report { name, etag, .. } = report.clone();
    Report { name, etag, ..Default::default() }
}

fn none() -> UpdateReportRequest {
    UpdateReportRequest::default()
}

fn masked(report: Report, mask: &[&str]) -> UpdateReportRequest {
    UpdateReportRequest { report: Some(report), update_mask: given::mask(mask), ..none() }
}

fn cells(report: &Report, cell_changes: Vec<CellChange>) -> UpdateReportRequest {
    UpdateReportRequest { report: Some(like(report)), cell_changes, ..none() }
}

fn change(line: Line, column: Column, cell: Cell) -> CellChange {
    CellChange { line: line.into(), column: column.into(), cell: Some(cell) }
}

async fn updated(server: &TestServer, request: UpdateReportRequest) -> Report {
    server.reports().update_report(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: UpdateReportRequest) -> Refusal {
    server.reports().update_report(request).await.refusal()
}

use nianbao_proto::v1::{
    CellChange, Column, ErrorReason, Finding, Line, Report, Suggestion, UpdateReportRequest,
    ValidateReportRequest, ValidateReportResponse, ValidationOutcome, cell::Number,
    validate_report_request::Target,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    the_wrong_cell_is_named_and_applying_the_suggestion_leaves_nothing,
    consequences_stand_directly_behind_their_cause_and_are_not_counted,
    a_total_of_table_4_lists_what_it_may_be,
    a_suggestion_for_a_report_that_has_changed_is_refused,
    a_suggestion_that_is_only_checked_changes_nothing,
);

async fn the_wrong_cell_is_named_and_applying_the_suggestion_leaves_nothing(server: &TestServer) {
    let report = broken(server, Line::Granted, Column::NaturalPerson).await;
    let checked = validated(server, &report).await;
    assert_eq!(checked.outcome(), ValidationOutcome::Invalid);
    let suggestion = first(&checked);
    let [change] = &suggestion.changes[..] else { panic!("{suggestion:?}") };
    let cell = change.cell.unwrap();
    assert_eq!((cell.line(), cell.column()), (Line::Granted, Column::NaturalPerson));
    assert!(suggestion.unique && change.from == "4100" && !suggestion.message_zh.contains("空白"));
    let request = apply(&report, suggestion, false);
    let after = server.reports().update_report(request).await.unwrap().into_inner();
    assert_eq!(after.revision, report.revision + 1);
    assert_eq!(validated(server, &after).await.outcome(), ValidationOutcome::Valid);
}

async fn consequences_stand_directly_behind_their_cause_and_are_not_counted(server: &TestServer) {
    let report = broken(server, Line::Handled, Column::Applicants).await;
    let checked = validated(server, &report).await;
    let [cause, others @ ..] = &checked.findings[..] else { panic!("{checked:?}") };
    let is_consequence = |it: &Finding| it.caused_by == cause.identity;
    let consequences = others.iter().take_while(|it| is_consequence(it)).count();
    assert!(cause.caused_by.is_empty() && consequences >= 2);
    assert!(!others[consequences..].iter().any(is_consequence));
    assert_eq!(report.validation.unwrap().blocking, 1);
}

async fn a_total_of_table_4_lists_what_it_may_be(server: &TestServer) {
    let report = broken(server, Line::Reconsideration, Column::Cases).await;
    let checked = validated(server, &report).await;
    let finding = checked.findings.iter().find(|it| it.code == "T4-001").unwrap();
    assert_eq!(finding.suggestions.len(), 5, "the total or one of its parts");
    assert!(finding.suggestions.iter().all(|it| !it.unique && it.changes.len() == 1));
}

async fn a_suggestion_for_a_report_that_has_changed_is_refused(server: &TestServer) {
    let report = broken(server, Line::Granted, Column::NaturalPerson).await;
    let checked = validated(server, &report).await;
    let meanwhile = vec![samples::count(Line::Granted, Column::Enterprise, 77)];
    let request =
        UpdateReportRequest { cell_changes: meanwhile, ..apply(&report, first(&checked), false) };
    server.reports().update_report(request).await.unwrap();
    let request = apply(&report, first(&checked), false);
    let refusal = server.reports().update_report(request).await.refusal();
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
}

async fn a_suggestion_that_is_only_checked_changes_nothing(server: &TestServer) {
    let report = broken(server, Line::Granted, Column::NaturalPerson).await;
    let checked = validated(server, &report).await;
    let request = apply(&report, first(&checked), true);
    let shown = server.reports().update_report(request).await.unwrap().into_inner();
    assert_eq!(shown.validation.unwrap().blocking, 0);
    assert_eq!(given::stored(server, &report.name).await, report);
}

/// A report of the sample with one cell that says 4100.
async fn broken(server: &TestServer, line: Line, column: Column) -> Report {
    given::organ(server, "siqian").await;
    let mut report = samples::report(2024);
    let rows = report.sheet.iter_mut().flat_map(|sheet| &mut sheet.rows);
    let mut cells = rows.filter(|row| row.line() == line).flat_map(|row| &mut row.cells);
    let cell = cells.find(|cell| cell.column() == column).unwrap();
    cell.number = Some(Number::Count(4100));
    given::created(server, SIQIAN, report).await
}

async fn validated(server: &TestServer, report: &Report) -> ValidateReportResponse {
    let target = Some(Target::Name(report.name.clone()));
    let request = ValidateReportRequest { target, ..Default::default() };
    server.reports().validate_report(request).await.unwrap().into_inner()
}

fn first(checked: &ValidateReportResponse) -> &Suggestion {
    let suggesting = |it: &&Finding| !it.suggestions.is_empty();
    &checked.findings.iter().find(suggesting).unwrap().suggestions[0]
}

fn apply(report: &Report, suggestion: &Suggestion, validate_only: bool) -> UpdateReportRequest {
    let change = |change: &nianbao_proto::v1::SuggestedChange| -> CellChange {
        let cell = change.cell.unwrap();
        samples::count(cell.line(), cell.column(), change.to.parse().unwrap())
    };
    let (name, etag) = (report.name.clone(), report.etag.clone());
    UpdateReportRequest {
        report: Some(Report { name, etag, ..Report::default() }),
        cell_changes: suggestion.changes.iter().map(change).collect(),
        validate_only,
        ..UpdateReportRequest::default()
    }
}

use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_proto::v1::{self, CellState, cell::Number};

use super::samples::{blank_report, only, paths, report_of, sheet_of};
use crate::{MAX_VIOLATIONS, NewReport, Parsed, ViolationKind, cell_changes, limits};

const CELL: &str = "report.sheet.rows[0].cells[0]";

fn counted(count: i64) -> v1::Cell {
    v1::Cell {
        column: v1::Column::Applicants.into(),
        number: Some(Number::Count(count)),
        ..Default::default()
    }
}

fn granted(cell: v1::Cell) -> v1::Report {
    report_of(sheet_of(v1::Edition::Edition2021, v1::Line::Granted, cell))
}

fn collected(cell: v1::Cell) -> v1::Report {
    let cell = v1::Cell { column: v1::Column::AmountCollected.into(), ..cell };
    report_of(sheet_of(v1::Edition::Edition2021, v1::Line::AdministrativeCharges, cell))
}

fn amount(words: &str) -> v1::Cell {
    v1::Cell { number: Some(Number::Amount(words.to_owned())), ..Default::default() }
}

/// The path of the one violation, without that of the cell.
fn refused(report: v1::Report) -> String {
    let path = only(NewReport::read(report, "report")).path;
    path.strip_prefix(CELL).unwrap().to_owned()
}

#[test]
fn a_cell_that_the_edition_does_not_print_is_named_with_the_edition() {
    let cell = v1::Cell { column: v1::Column::ProcurementAmount.into(), ..amount("1") };
    let line = v1::Line::GovernmentProcurement;
    let report = report_of(sheet_of(v1::Edition::Edition2021, line, cell));
    let violation = only(NewReport::read(report, "report"));
    let cell = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);
    let edition = Edition::E2021;
    assert_eq!(violation.kind, ViolationKind::CellNotOnForm { cell, edition });
    assert_eq!(violation.path, CELL);
}

#[test]
fn a_heading_has_no_cells() {
    let sheet = sheet_of(v1::Edition::Edition2021, v1::Line::Withheld, counted(1));
    let violation = only(NewReport::read(report_of(sheet), "report"));
    assert!(matches!(violation.kind, ViolationKind::CellNotOnForm { .. }));
}

#[test]
fn a_cell_that_is_listed_twice_is_refused_also_in_another_row() {
    let mut sheet = sheet_of(v1::Edition::Edition2021, v1::Line::Granted, counted(1));
    sheet.rows.extend(sheet.rows.clone());
    let violation = only(NewReport::read(report_of(sheet), "report"));
    assert_eq!(violation.path, "report.sheet.rows[1].cells[0]");
}

#[test]
fn a_cell_without_state_and_number_is_no_blank() {
    let silent = v1::Cell { column: v1::Column::Applicants.into(), ..Default::default() };
    assert_eq!(refused(granted(silent)), ".state");
}

#[test]
fn the_state_number_needs_one() {
    let cell = v1::Cell { number: None, state: CellState::Number.into(), ..counted(0) };
    assert_eq!(refused(granted(cell)), "");
}

#[test]
fn no_other_state_has_a_number() {
    for state in [CellState::Blank, CellState::NotApplicable, CellState::Unreadable] {
        assert_eq!(refused(granted(v1::Cell { state: state.into(), ..counted(0) })), ".count");
        assert_eq!(refused(collected(v1::Cell { state: state.into(), ..amount("0") })), ".amount");
    }
}

#[test]
fn a_count_is_no_amount_and_an_amount_no_count() {
    assert_eq!(refused(collected(counted(1))), ".count");
    let cell = v1::Cell { column: v1::Column::Applicants.into(), ..amount("1") };
    assert_eq!(refused(granted(cell)), ".amount");
}

#[test]
fn a_count_beyond_what_an_organ_can_have_is_refused() {
    for count in [1_000_000_000_000_001, i64::MAX, i64::MIN] {
        assert_eq!(refused(granted(counted(count))), ".count", "{count}");
    }
}

#[test]
fn a_negative_count_is_for_the_rules_to_judge() {
    assert!(NewReport::read(granted(counted(-1)), "report").is_ok());
}

#[test]
fn what_is_no_exact_decimal_is_refused() {
    let long = "0".repeat(1_000_000);
    for words in
        ["", "1,000", "1e3", "1.0000001", "１２", "万", ".5", "1.", "99999999999999", &long]
    {
        let violation = only(NewReport::read(collected(amount(words)), "report"));
        assert_eq!(violation.path, format!("{CELL}.amount"));
        assert!(violation.description.len() < 400);
    }
}

#[test]
fn a_count_has_no_unit_and_money_has_one() {
    let yuan = v1::Unit::Yuan.into();
    assert_eq!(refused(granted(v1::Cell { unit: yuan, ..counted(1) })), ".unit");
    let none = v1::Unit::None.into();
    assert_eq!(refused(collected(v1::Cell { unit: none, ..amount("1") })), ".unit");
}

#[test]
fn an_enum_number_that_nobody_knows_is_refused_where_it_stands() {
    assert_eq!(refused(granted(v1::Cell { column: 999, ..counted(1) })), ".column");
    assert_eq!(refused(granted(v1::Cell { state: 9, ..counted(1) })), ".state");
    assert_eq!(refused(granted(v1::Cell { unit: 9, ..counted(1) })), ".unit");
    let mut sheet = sheet_of(v1::Edition::Edition2021, v1::Line::Granted, counted(1));
    sheet.rows[0].line = 3;
    let violation = only(NewReport::read(report_of(sheet.clone()), "report"));
    assert_eq!(violation.path, "report.sheet.rows[0].line");
    sheet.edition = 2035;
    let violation = only(NewReport::read(report_of(sheet), "report"));
    assert_eq!(violation.path, "report.sheet.edition");
}

#[test]
fn what_the_page_said_is_bounded() {
    let raw = "字".repeat(limits::RAW + 1);
    assert_eq!(refused(granted(v1::Cell { raw, ..counted(1) })), ".raw");
}

#[test]
fn a_report_has_a_year_and_a_sheet() {
    let missing = NewReport::read(v1::Report::default(), "report").unwrap_err();
    assert_eq!(paths(&missing), ["report.report_year", "report.sheet"]);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let report = v1::Report {
        source_key: "k".repeat(limits::SOURCE_KEY + 1),
        report_year: 1999,
        kind: 9,
        compiled_by: "办".repeat(limits::DISPLAY_NAME + 1),
        title: "题".repeat(limits::TITLE + 1),
        sheet: None,
        ..Default::default()
    };
    let wrong = NewReport::read(report, "requests[2].report").unwrap_err();
    let fields = ["source_key", "report_year", "kind", "compiled_by", "title", "sheet"];
    assert_eq!(paths(&wrong), fields.map(|field| format!("requests[2].report.{field}")));
}

#[test]
fn what_is_told_of_a_message_is_bounded() {
    let mut sheet = sheet_of(v1::Edition::Edition2021, v1::Line::Granted, counted(-1));
    let cell = sheet.rows[0].cells[0].clone();
    sheet.rows[0].cells = vec![cell; 10_000];
    let wrong = NewReport::read(report_of(sheet), "report").unwrap_err();
    assert_eq!(wrong.iter().count(), MAX_VIOLATIONS);
}

#[test]
fn local_rows_and_their_cells_are_bounded() {
    let row = v1::LocalRow {
        table: v1::TableId::Requests.into(),
        label: "其他".to_owned(),
        ..Default::default()
    };
    let report = |rows: Vec<v1::LocalRow>| {
        let mut report = blank_report();
        report.sheet.as_mut().unwrap().local_rows = rows;
        report
    };
    assert!(NewReport::read(report(vec![row.clone(); limits::LOCAL_ROWS]), "report").is_ok());
    let many = report(vec![row.clone(); limits::LOCAL_ROWS + 1]);
    assert_eq!(only(NewReport::read(many, "report")).path, "report.sheet.local_rows");
    let cells = vec![v1::LocalCell::default(); limits::LOCAL_CELLS + 1];
    let wide = report(vec![v1::LocalRow { cells, ..row.clone() }]);
    assert_eq!(only(NewReport::read(wide, "report")).path, "report.sheet.local_rows[0].cells");
    let nameless = report(vec![v1::LocalRow::default()]);
    let refused = NewReport::read(nameless, "report").unwrap_err();
    let path = "report.sheet.local_rows[0]";
    assert_eq!(paths(&refused), [format!("{path}.table"), format!("{path}.label")]);
}

#[test]
fn the_words_of_a_sheet_are_bounded_in_all() {
    let raw = "a".repeat(limits::RAW);
    let cells = vec![v1::LocalCell { column: 0, raw }; limits::LOCAL_CELLS];
    let row = v1::LocalRow {
        table: v1::TableId::Requests.into(),
        label: "其他".to_owned(),
        after: 0,
        cells,
    };
    let mut report = blank_report();
    report.sheet.as_mut().unwrap().local_rows = vec![row; limits::LOCAL_ROWS];
    assert_eq!(only(NewReport::read(report, "report")).path, "report.sheet");
}

#[test]
fn a_file_whose_name_year_and_kind_disagree_is_refused() {
    let report = v1::Report {
        name: "organizations/siqian/reports/2023-consolidated".to_owned(),
        kind: v1::ReportKind::Own.into(),
        ..blank_report()
    };
    assert_eq!(paths(&Parsed::read(report, "").unwrap_err()), ["report_year", "kind"]);
}

#[test]
fn a_cell_is_changed_at_most_once_and_under_its_own_column() {
    let change = v1::CellChange {
        line: v1::Line::Granted.into(),
        column: v1::Column::Applicants.into(),
        cell: Some(counted(1)),
    };
    let twice = cell_changes(vec![change.clone(), change.clone()]);
    assert_eq!(only(twice).path, "cell_changes[1]");
    let other = v1::CellChange { column: v1::Column::Enterprise.into(), ..change.clone() };
    assert_eq!(only(cell_changes(vec![other])).path, "cell_changes[0].cell.column");
    let silent = cell_changes(vec![v1::CellChange::default()]).unwrap_err();
    let fields = ["line", "column", "cell"].map(|field| format!("cell_changes[0].{field}"));
    assert_eq!(paths(&silent), fields);
    let many = cell_changes(vec![change; limits::CELL_CHANGES + 1]);
    assert_eq!(only(many).path, "cell_changes");
}

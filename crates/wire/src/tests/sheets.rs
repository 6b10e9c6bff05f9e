use nianbao_domain::form::{CellId, Column, Edition, Line, Unit};
use nianbao_domain::report::{CellSource, Normalization, Provenance};
use nianbao_domain::sheet::{Cell, EditionChange, Sheet};
use nianbao_proto::v1::{self, cell::Number};

use super::samples::{report_of, sheet_of};
use crate::{Concept, NewReport, cell_changes, not_carried, sheet};

const PROCUREMENT: CellId = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);

fn read(sheet: v1::Sheet) -> Sheet {
    NewReport::read(report_of(sheet), "report").unwrap().content.sheet
}

#[test]
fn every_cell_of_the_edition_is_listed_in_the_frozen_order() {
    for edition in Edition::ALL {
        let message = sheet(&Sheet::blank(edition), &Provenance::default());
        let listed: Vec<_> = message
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|cell| (row.line, cell.column)))
            .collect();
        let printed = edition.layout().cells().iter();
        assert!(printed.map(|id| (id.line.to_wire(), id.column.to_wire())).eq(listed));
    }
}

#[test]
fn every_line_is_one_row() {
    for edition in Edition::ALL {
        let message = sheet(&Sheet::blank(edition), &Provenance::default());
        let mut lines: Vec<_> = message.rows.iter().map(|row| row.line).collect();
        let rows = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), rows);
    }
}

#[test]
fn a_blank_is_never_written_as_a_number() {
    let message = sheet(&Sheet::blank(Edition::E2021), &Provenance::default());
    let mut cells = message.rows.iter().flat_map(|row| &row.cells);
    assert!(cells.all(|cell| cell.number.is_none() && cell.state == v1::CellState::Blank as i32));
}

#[test]
fn a_cell_that_is_not_listed_is_blank() {
    let empty = v1::Sheet { edition: v1::Edition::Edition2021.into(), ..Default::default() };
    assert_eq!(read(empty), Sheet::blank(Edition::E2021));
}

#[test]
fn a_number_needs_no_state() {
    let cell = v1::Cell {
        column: v1::Column::Applicants.into(),
        number: Some(Number::Count(0)),
        ..Default::default()
    };
    let sheet = read(sheet_of(v1::Edition::Edition2021, v1::Line::Granted, cell));
    let granted = CellId::new(Line::Granted, Column::Applicants);
    assert_eq!(sheet.get(granted), Some(Cell::Number(0)));
}

#[test]
fn an_amount_is_exact_and_keeps_its_unit() {
    let mut figures = Sheet::blank(Edition::E2019);
    figures.set(PROCUREMENT, Cell::Number(863_732_450_000)).unwrap();
    figures.set_unit(PROCUREMENT, Unit::Yuan).unwrap();
    let message = sheet(&figures, &Provenance::default());
    let mut cells = message.rows.iter().flat_map(|row| &row.cells);
    let cell = cells.find(|cell| cell.column == v1::Column::ProcurementAmount as i32).unwrap();
    assert_eq!(cell.number, Some(Number::Amount("863732.45".to_owned())));
    assert_eq!(cell.unit, v1::Unit::Yuan as i32);
    assert_eq!(read(message), figures);
}

#[test]
fn a_unit_that_is_left_out_is_that_of_the_form() {
    let cell = v1::Cell {
        column: v1::Column::AmountCollected.into(),
        number: Some(Number::Amount("1.5".to_owned())),
        ..Default::default()
    };
    let line = v1::Line::AdministrativeCharges;
    let sheet = read(sheet_of(v1::Edition::Edition2021, line, cell));
    let charges = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    assert_eq!(sheet.unit(charges), Unit::TenThousandYuan);
}

#[test]
fn an_unreadable_cell_says_what_was_found_and_why_it_was_refused() {
    let cell = CellId::new(Line::Granted, Column::Applicants);
    let source = CellSource {
        raw: "约 3".to_owned(),
        normalized: [Normalization::Width].into(),
        line: Some(12),
        place: "主动公开!C5".to_owned(),
        refusal: Some("不是数字".to_owned()),
    };
    let mut figures = Sheet::blank(Edition::E2021);
    figures.set(cell, Cell::Unreadable).unwrap();
    let provenance = Provenance { cells: [(cell, source)].into() };
    let message = sheet(&figures, &provenance);
    let mut cells = message.rows.iter().flat_map(|row| &row.cells);
    let said = cells.find(|cell| !cell.raw.is_empty()).unwrap();
    assert_eq!(said.state, v1::CellState::Unreadable as i32);
    assert_eq!(
        (said.raw.as_str(), said.refusal.as_str(), said.source_line, said.source_place.as_str()),
        ("约 3", "不是数字", 12, "主动公开!C5")
    );
    assert_eq!(said.normalizations, [v1::Normalization::Width as i32]);
}

#[test]
fn a_changed_cell_may_leave_its_column_out() {
    let blank = v1::Cell { state: v1::CellState::Blank.into(), ..Default::default() };
    let change = v1::CellChange {
        line: v1::Line::Granted.into(),
        column: v1::Column::Applicants.into(),
        cell: Some(blank),
    };
    let [stated] = <[_; 1]>::try_from(cell_changes(vec![change]).unwrap()).unwrap();
    assert_eq!(stated.cell, CellId::new(Line::Granted, Column::Applicants));
    assert_eq!((stated.says, stated.unit, stated.source), (Cell::Blank, Unit::None, None));
}

#[test]
fn a_cell_that_is_not_carried_over_says_why() {
    let other = CellId::new(Line::OtherHandling, Column::NaturalPerson);
    let mut figures = Sheet::blank(Edition::E2019);
    figures.set(PROCUREMENT, Cell::Number(2_500_000)).unwrap();
    figures.set(other, Cell::Number(3)).unwrap();
    let EditionChange { not_carried: left, .. } = figures.change_edition(Edition::E2021);
    let said: Vec<_> = left.iter().map(|it| not_carried(it, None, Edition::E2021)).collect();
    let values: Vec<_> = said.iter().map(|it| it.value.clone().unwrap().number).collect();
    assert_eq!(values, [Some(Number::Amount("2.5".to_owned())), Some(Number::Count(3))]);
    let reasons: Vec<_> = said.iter().map(|it| it.reason.as_str()).collect();
    let expected = ["2021年格式没有这一单元格", "2021年格式把这一数字分列为 3 个单元格，无法拆分"];
    assert_eq!(reasons, expected);
}

//! The standard protobuf JSON form, which `convert --to json` writes and `check` reads.

use nianbao_proto::v1::{
    Cell, CellState, Column, Edition, Line, Narrative, NarrativeSection, Report, ReportKind, Row,
    Sheet, Unit, cell,
};
use serde_json::{Value, json};

/// A report with a count, an amount and a blank, and a time.
fn report() -> Report {
    let count = Cell {
        column: Column::NewlyMade.into(),
        state: CellState::Number.into(),
        number: Some(cell::Number::Count(0)),
        unit: Unit::None.into(),
        ..Cell::default()
    };
    let blank = Cell {
        column: Column::NewlyDisclosed.into(),
        state: CellState::Blank.into(),
        ..Cell::default()
    };
    let amount = Cell {
        column: Column::ProcurementAmount.into(),
        state: CellState::Number.into(),
        number: Some(cell::Number::Amount("863732.45".to_owned())),
        unit: Unit::NotStated.into(),
        raw: "863,732.45".to_owned(),
        ..Cell::default()
    };
    let rows = vec![
        Row { line: Line::GovernmentRules.into(), cells: vec![count, blank] },
        Row { line: Line::GovernmentProcurement.into(), cells: vec![amount] },
    ];
    let section =
        NarrativeSection { number: 1, title: String::new(), text: "总体情况".to_owned() };
    Report {
        report_year: 2024,
        kind: ReportKind::Own.into(),
        sheet: Some(Sheet { edition: Edition::Edition2019.into(), rows, local_rows: vec![] }),
        narrative: Some(Narrative { sections: vec![section], ..Narrative::default() }),
        create_time: Some(pbjson_types::Timestamp { seconds: 1_735_689_600, nanos: 0 }),
        ..Report::default()
    }
}

#[test]
fn a_report_survives_its_json_form() {
    let text = serde_json::to_string(&report()).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report());
}

#[test]
fn the_json_form_is_the_standard_one() {
    let written = serde_json::to_value(report()).unwrap();
    assert_eq!(written["reportYear"], 2024);
    assert_eq!(written["kind"], "REPORT_KIND_OWN");
    assert_eq!(written["sheet"]["edition"], "EDITION_2019");
    let row = json!({"line": "LINE_GOVERNMENT_RULES", "cells": [
        {"column": "COLUMN_NEWLY_MADE", "state": "CELL_STATE_NUMBER", "count": "0", "unit": "UNIT_NONE"},
        {"column": "COLUMN_NEWLY_DISCLOSED", "state": "CELL_STATE_BLANK"},
    ]});
    assert_eq!(written["sheet"]["rows"][0], row);
    assert_eq!(written["sheet"]["rows"][1]["cells"][0]["amount"], "863732.45");
}

#[test]
fn a_time_is_read_in_utc_and_with_an_offset() {
    for text in ["2025-01-01T00:00:00Z", "2025-01-01T08:00:00+08:00"] {
        let read: Report = serde_json::from_value(json!({"createTime": text})).unwrap();
        assert_eq!(read.create_time, report().create_time);
    }
}

#[test]
fn a_field_that_no_report_has_is_refused_by_name() {
    let refused = serde_json::from_value::<Report>(json!({"reportYear": 2024, "fabric": "wool"}));
    assert!(refused.unwrap_err().to_string().contains("fabric"));
}

#[test]
fn an_enum_value_that_does_not_exist_is_refused() {
    let unknown: Value = json!({"edition": "EDITION_1999"});
    assert!(serde_json::from_value::<Sheet>(unknown).is_err());
}

#[test]
fn a_cell_cannot_hold_a_count_and_an_amount() {
    let both = json!({"column": "COLUMN_ISSUED", "count": "1", "amount": "1"});
    assert!(serde_json::from_value::<Cell>(both).is_err());
}

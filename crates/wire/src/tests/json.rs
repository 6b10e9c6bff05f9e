use nianbao_proto::v1;

use super::samples::blank_report;
use crate::binary::{self, BinaryError};
use crate::json::{self, JsonError};
use crate::limits;

#[test]
fn a_byte_order_mark_is_no_part_of_the_report() {
    let written = format!("\u{feff}{}", json::to_json(&blank_report()).unwrap());
    assert_eq!(json::from_json(written.as_bytes()).unwrap(), blank_report());
}

#[test]
fn the_indented_form_is_the_same_report() {
    let written = json::to_json_pretty(&blank_report()).unwrap();
    assert!(written.contains("\n  \"reportYear\": 2024"));
    assert_eq!(json::from_json(written.as_bytes()).unwrap(), blank_report());
}

#[test]
fn what_is_no_report_is_refused_with_its_place() {
    for text in ["", "[]", "{", r#"{"reportYear": 2024} x"#, r#"{"wool": 1}"#, "\u{fffd}"] {
        let refused = json::from_json(text.as_bytes()).unwrap_err();
        assert!(matches!(refused, JsonError::Malformed(_)), "{text}");
        assert!(refused.to_string().contains("line 1"), "{refused}");
    }
}

#[test]
fn a_count_with_a_fraction_is_not_cut_off() {
    let text = r#"{"sheet": {"rows": [{"cells": [{"count": 12.5}]}]}}"#;
    assert!(matches!(json::from_json(text.as_bytes()), Err(JsonError::Malformed(_))));
}

#[test]
fn nesting_without_end_is_refused() {
    let text = format!(r#"{{"sheet": {}"#, "[".repeat(100_000));
    assert!(json::from_json(text.as_bytes()).is_err());
}

#[test]
fn more_bytes_than_a_report_has_are_not_read() {
    let bytes = vec![b' '; limits::REPORT_BYTES + 1];
    assert!(matches!(json::from_json(&bytes), Err(JsonError::TooLarge { .. })));
    assert!(matches!(binary::decode(&bytes), Err(BinaryError::TooLarge { .. })));
}

#[test]
fn a_report_that_cannot_be_used_is_refused_by_field() {
    let refused = json::read(br#"{"title": "x"}"#).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "sheet: missing: a report has a sheet, at least with its edition"
    );
}

#[test]
fn an_enum_number_without_a_name_cannot_be_written() {
    assert!(json::to_json(&v1::Report { kind: 9, ..blank_report() }).is_err());
}

#[test]
fn bytes_that_are_no_message_are_refused() {
    assert!(matches!(binary::decode(&[0xff]), Err(BinaryError::Malformed(_))));
}

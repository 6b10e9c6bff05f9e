use std::fs;

use serde_json::Value;

use crate::program::{PAGE, nianbao, nianbao_reading};

fn csv() -> String {
    nianbao(&["convert", PAGE, "--to", "csv"]).data
}

/// The fields of the line of a cell that hold state, value, unit and raw.
fn content(csv: &str, cell: &str) -> String {
    let line = csv.lines().find(|line| line.contains(&format!(",{cell},"))).unwrap();
    let fields: Vec<_> = line.split(',').collect();
    fields[9..].join(",")
}

#[test]
fn every_printed_cell_is_a_line() {
    let csv = csv();
    let mut lines = csv.lines();
    let header = "organization,year,kind,edition,table,line,column,cell,label,state,value,unit,raw";
    assert_eq!(lines.next(), Some(header));
    assert_eq!(lines.count(), 198);
    assert_eq!(
        content(&csv, "government_procurement.procurement_amount"),
        "number,863732.45,not_stated,"
    );
    assert_eq!(content(&csv, "government_rules.newly_made"), "number,2,,");
}

#[test]
fn what_was_converted_is_read_back() {
    let json = nianbao(&["convert", PAGE, "--to", "json"]).data;
    let message: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(message["reportYear"], 2024);
    assert_eq!(message["sheet"]["edition"], "EDITION_2019");
    let again = nianbao_reading(json.as_bytes(), &["convert", "-", "--to", "csv"]);
    assert_eq!((again.code, again.data), (0, csv()));
    let again = nianbao_reading(csv().as_bytes(), &["convert", "-", "--to", "csv"]);
    assert_eq!((again.code, again.data), (0, csv()));
}

#[test]
fn both_forms_are_checked_like_the_page() {
    for form in ["json", "csv"] {
        let converted = nianbao(&["convert", PAGE, "--to", form]).data;
        let run = nianbao_reading(converted.as_bytes(), &["check", "--format", "json", "-"]);
        let checked: Value = serde_json::from_str(&run.data).unwrap();
        let findings = checked["documents"][0]["findings"].as_array().unwrap();
        let found = |code: &str| findings.iter().any(|finding| finding["code"] == code);
        assert!(found("EDN-001") && found("SEM-001") && found("UNT-002"), "{form}");
        assert_eq!(run.code, 1);
    }
}

#[test]
fn a_file_is_written_whole_and_nothing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    let run = nianbao(&["convert", PAGE, "--to", "csv", "-o", path.to_str().unwrap()]);
    assert_eq!((run.code, run.data.as_str(), run.talk.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(path).unwrap(), csv());
}

#[test]
fn what_cannot_be_read_or_written_is_told() {
    let run = nianbao(&["convert", "Cargo.toml", "--to", "json"]);
    assert_eq!((run.code, run.data.as_str()), (2, ""));
    assert!(run.talk.starts_with("错误：Cargo.toml："), "{}", run.talk);
    let run = nianbao(&["convert", PAGE, "--to", "json", "-o", "missing/folder/a.json"]);
    assert_eq!(run.code, 2);
    assert!(run.talk.contains("无法写入"), "{}", run.talk);
}

#[test]
fn every_document_that_is_written_is_read_as_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    for form in ["html", "md", "xlsx", "docx"] {
        let path = folder.path().join(format!("report.{form}"));
        let path = path.to_str().unwrap();
        let run = nianbao(&["convert", PAGE, "--to", form, "-o", path]);
        assert_eq!((run.code, run.data.as_str(), run.talk.as_str()), (0, "", ""), "{form}");
        let figures = |csv: String| -> Vec<String> {
            let fields = |line: &str| line.split(',').skip(4).take(8).collect::<Vec<_>>().join(",");
            csv.lines().map(fields).collect()
        };
        let again = nianbao(&["convert", path, "--to", "csv"]).data;
        assert_eq!(figures(again), figures(csv()), "{form}");
    }
}

#[test]
#[cfg(not(feature = "pdf"))]
fn a_program_without_pdf_says_how_to_build_one() {
    let run = nianbao(&["convert", PAGE, "--to", "pdf", "-o", "/nowhere/a.pdf"]);
    assert_eq!(run.code, 2);
    assert!(run.talk.contains("cargo build -p nianbao-cli --features pdf"), "{}", run.talk);
}

#[test]
#[cfg(feature = "pdf")]
fn a_font_that_is_not_there_is_named_before_a_page_is_set() {
    let asked = ["convert", PAGE, "--to", "pdf", "-o", "/nowhere/a.pdf", "--body-font", "没有宋"];
    let run = nianbao(&asked);
    assert_eq!(run.code, 2);
    assert!(run.talk.contains("没有宋"), "{}", run.talk);
}

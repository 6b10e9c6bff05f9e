use std::path::Path;

use serde_json::Value;

use crate::program::{PAGE, Run, nianbao};

const ORGAN: &str = "司前镇人民政府办公室";

fn made(folder: &Path, year: &str, more: &[&str]) -> (Run, String) {
    let path = folder.join("填报.xlsx").to_str().unwrap().to_owned();
    let asked = ["form", "fill-in", "--organization", ORGAN, "--year", year, "-o", &path];
    (nianbao(&[asked.as_slice(), more].concat()), path)
}

#[test]
fn a_workbook_to_be_filled_in_knows_organ_year_and_what_was_carried_over() {
    let folder = tempfile::tempdir().unwrap();
    let more = ["--previous", PAGE, "--organization-id", "siqian", "--kind", "own"];
    let (run, path) = made(folder.path(), "2025", &more);
    assert_eq!((run.code, run.talk.as_str()), (0, ""));
    let read = nianbao(&["convert", &path, "--to", "json"]);
    let message: Value = serde_json::from_str(&read.data).unwrap();
    assert_eq!(message["name"], "organizations/siqian/reports/2025");
    assert_eq!(message["sheet"]["edition"], "EDITION_2021");
    let csv = nianbao(&["convert", &path, "--to", "csv"]).data;
    assert!(csv.contains("carried_over.natural_person,") && csv.contains(",number,0,"));
    assert!(csv.lines().filter(|line| line.contains(",blank,")).count() > 180);
}

#[test]
fn a_report_of_another_year_or_organ_carries_nothing_over() {
    let folder = tempfile::tempdir().unwrap();
    let (run, _) = made(folder.path(), "2026", &["--previous", PAGE]);
    assert_eq!(run.code, 2);
    assert!(run.talk.contains("2024 年度") && run.talk.contains("2025 年度"), "{}", run.talk);
    let (run, _) = made(folder.path(), "2018", &[]);
    assert!(run.code == 2 && run.talk.contains("--edition"), "{}", run.talk);
    let asked = ["form", "fill-in", "--organization", "甲局", "--year", "2025", "--previous", PAGE];
    let run = nianbao(&asked);
    assert!(run.code == 2 && run.talk.contains(ORGAN), "{}", run.talk);
}

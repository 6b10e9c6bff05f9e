use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{PAGE, Run, nianbao};

/// The sample page as CSV, with cells of other numbers.
fn with_faults(faults: &[(&str, &str)]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("faults.csv");
    let sound = nianbao(&["convert", PAGE, "--to", "csv"]).data;
    let line = |line: &str| {
        let mut fields: Vec<_> = line.split(',').collect();
        let fault = faults.iter().find(|(cell, _)| fields.get(7) == Some(cell));
        fault.iter().for_each(|(_, value)| fields[10] = value);
        fields.join(",")
    };
    let lines: Vec<_> = sound.lines().map(line).collect();
    fs::write(&path, lines.join("\n")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

fn previewed(path: &str) -> (Run, Value) {
    let run = nianbao(&["check", "--format", "json", "--fix-preview", path]);
    let told: Value = serde_json::from_str(&run.data).unwrap();
    let document = told["documents"][0].clone();
    (run, document)
}

fn findings<'a>(document: &'a Value, family: &str) -> Vec<&'a Value> {
    let findings = document["findings"].as_array().unwrap().iter();
    findings.filter(|it| it["code"].as_str().unwrap().starts_with(family)).collect()
}

#[test]
fn the_wrong_cell_is_named_and_its_consequences_stand_under_it() {
    let (_folder, path) = with_faults(&[("handled.applicants", "25")]);
    let (run, document) = previewed(&path);
    assert_eq!(run.code, 1);
    let broken = findings(&document, "T3-");
    let cause = broken[0];
    let suggestion = &cause["suggestions"][0];
    assert_eq!(suggestion["unique"], true);
    assert_eq!(suggestion["changes"][0]["cell"], "handled.applicants");
    assert_eq!(suggestion["changes"][0]["from"], "25");
    assert!(broken.len() >= 3 && broken[1..].iter().all(|it| it["caused_by"] == cause["identity"]));
    let preview = &document["fix_preview"];
    assert_eq!(preview["changes"][0]["cell"], "handled.applicants");
    assert_eq!(preview["changes"][0]["to"], suggestion["changes"][0]["to"]);
    assert_eq!(preview["changes"][0]["finding"], cause["identity"]);
    assert_eq!(preview["undecided"], Value::Array(Vec::new()));
}

#[test]
fn the_preview_marks_old_and_new_in_the_table_and_writes_nothing() {
    let (folder, path) = with_faults(&[("handled.applicants", "25")]);
    let before = fs::read(&path).unwrap();
    let run = nianbao(&["check", "--fix-preview", &path]);
    assert_eq!(run.data.matches("[25→").count(), 1, "{}", run.data);
    assert_eq!(run.data.matches("由此引起").count(), 3, "{}", run.data);
    assert!(run.data.contains("唯一的最小改动") && run.data.contains("没有写入任何文件"));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_has_several_repairs_is_left_as_it_is() {
    let (_folder, path) = with_faults(&[("reconsideration.cases", "7")]);
    let (_, document) = previewed(&path);
    let [finding] = findings(&document, "T4-")[..] else { panic!("{document}") };
    assert!(finding["suggestions"].as_array().unwrap().len() > 1);
    assert_eq!(document["fix_preview"]["changes"], Value::Array(Vec::new()));
    assert_eq!(document["fix_preview"]["undecided"][0], finding["identity"]);
    let run = nianbao(&["check", "--fix-preview", &path]);
    assert!(run.data.contains("没有唯一确定的改动") && run.data.contains("T4-001 有"));
}

#[test]
fn nobody_who_did_not_ask_is_shown_a_preview() {
    let document = nianbao(&["check", "--format", "json", PAGE]).data;
    assert!(!document.contains("fix_preview"));
    assert!(!nianbao(&["check", PAGE]).data.contains("改正预览"));
}

#[test]
fn a_preview_has_no_form_in_csv() {
    let run = nianbao(&["check", "--fix-preview", "--format", "csv", PAGE]);
    assert_eq!((run.code, run.data.as_str()), (2, ""));
    assert!(run.talk.contains("--fix-preview"), "{}", run.talk);
}

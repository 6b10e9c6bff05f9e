//! The conformance vectors: reports, and what a check of them says.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use nianbao_domain::rules::rules;
use serde_json::{Map, Value};

use crate::program::{nianbao, root};

const FOLDER: &str = "tests/conformance";
/// Set to write what the program says, for review.
const REVIEW: &str = "NIANBAO_REVIEW_VECTORS";
/// What depends on where the vectors lie.
const UNSTABLE: [&str; 2] = ["source", "digest"];

/// The names of the vectors.
fn vectors() -> Vec<String> {
    let files = fs::read_dir(root().join(FOLDER)).unwrap().map(|file| file.unwrap().path());
    let name = |file: PathBuf| {
        Some(file.file_name()?.to_str()?.strip_suffix(".findings.json")?.to_owned())
    };
    let mut names: Vec<_> = files.filter_map(name).collect();
    names.sort();
    names
}

fn expected(name: &str) -> Value {
    let file = root().join(format!("{FOLDER}/{name}.findings.json"));
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// What the program says of a vector, with the evidence that the vector names.
fn told(name: &str, given: &Map<String, Value>) -> Value {
    let report = format!("{FOLDER}/{name}.json");
    let mut arguments = ["check", "--format", "json", &report].map(str::to_owned).to_vec();
    for (option, value) in given {
        let value = value.as_str().unwrap();
        let is_file = option != "level";
        let value = if is_file { format!("{FOLDER}/{value}") } else { value.to_owned() };
        arguments.extend([format!("--{option}"), value]);
    }
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let run = nianbao(&arguments);
    assert!(!run.data.is_empty(), "{name}: {}", run.talk);
    let told: Value = serde_json::from_str(&run.data).unwrap();
    let mut document = told["documents"][0].clone();
    let fields = document.as_object_mut().unwrap();
    UNSTABLE.iter().for_each(|key| drop(fields.remove(*key)));
    document
}

#[test]
fn every_vector_is_judged_as_it_says() {
    let names = vectors();
    assert!(!names.is_empty());
    for name in names {
        let vector = expected(&name);
        let given = vector["given"].as_object().unwrap();
        let document = told(&name, given);
        if std::env::var_os(REVIEW).is_some() {
            let reviewed = serde_json::json!({ "given": given, "document": document });
            let text = serde_json::to_string_pretty(&reviewed).unwrap() + "\n";
            fs::write(root().join(format!("{FOLDER}/{name}.findings.json")), text).unwrap();
        }
        assert_eq!(document, expected(&name)["document"], "{name}");
    }
}

#[test]
fn every_rule_that_a_report_alone_can_break_is_broken_by_a_vector() {
    let mut raised = BTreeSet::new();
    for name in vectors() {
        let vector = expected(&name);
        let findings = vector["document"]["findings"].as_array().unwrap().clone();
        raised.extend(findings.iter().map(|it| it["code"].as_str().unwrap().to_owned()));
    }
    let silent: Vec<_> = rules()
        .map(|rule| rule.entry.code)
        .filter(|code| !raised.contains(*code) && !ONLY_A_PAGE_BREAKS.contains(code))
        .collect();
    assert!(silent.is_empty(), "no vector breaks {silent:?}");
}

/// What only the document shows that a report was read from; a vector is the report alone.
const ONLY_A_PAGE_BREAKS: [&str; 10] = [
    "STR-002", "STR-003", "STR-004", "STR-006", "EDN-003", "IDN-005", "CNT-006", "IMP-001",
    "IMP-002", "IMP-003",
];

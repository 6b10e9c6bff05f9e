use crate::{FileProblem, RuleFile};

const FILE: &str = r#"[
  {
    "code": "USR-FEES",
    "title": "收费单位不得为负",
    "message": {"zh": "收费金额为负", "en": "a negative fee"},
    "basis": "本市工作要点",
    "severity": "warning",
    "levels": ["township"],
    "editions": ["2021"],
    "kinds": ["own"],
    "expression": "administrative_charges.amount_collected >= 0",
    "vectors": [
      {"name": "有收费", "given": {"cells": {"administrative_charges.amount_collected": 1500000}, "organization": {"level": "township"}}, "expect": "holds"},
      {"name": "负数", "given": {"cells": {"administrative_charges.amount_collected": -1}, "organization": {"level": "township"}}, "expect": "fails"}
    ]
  }
]"#;

fn problems(text: &str) -> Vec<FileProblem> {
    let errors = RuleFile::read(text.as_bytes()).unwrap_err();
    errors.into_iter().map(|error| error.problem).collect()
}

#[test]
fn a_file_is_a_list_of_records() {
    let file = RuleFile::read(FILE.as_bytes()).unwrap();
    assert_eq!(file.rules.len(), 1);
    assert!(file.rules.iter().all(|rule| rule.try_vectors().passes()));
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    let broken = FILE.replace("\"title\":", "\"titel\":");
    let [FileProblem::Syntax { line: 4, what, .. }] = &problems(&broken)[..] else {
        panic!("{:?}", problems(&broken))
    };
    assert!(what.contains("titel"), "{what}");
    assert!(matches!(problems("rules: 1")[..], [FileProblem::Syntax { line: 1, .. }]));
}

#[test]
fn every_value_that_its_field_does_not_take_is_named() {
    let broken = FILE.replace("\"warning\"", "\"grave\"").replace("[\"own\"]", "[\"mine\"]");
    let fields: Vec<_> = problems(&broken)
        .into_iter()
        .map(|problem| match problem {
            FileProblem::Value { field, .. } => field,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, ["severity", "kinds"]);
}

#[test]
fn an_expression_that_cannot_be_used_is_told_with_the_rule_and_the_place() {
    let broken = FILE.replace("amount_collected >= 0\"", "amount_colected >= 0\"");
    let errors = RuleFile::read(broken.as_bytes()).unwrap_err();
    let message = errors[0].message();
    assert!(message.zh.starts_with("第1条规则（USR-FEES）：expression 第1行第"), "{}", message.zh);
}

#[test]
fn a_code_stands_once() {
    let record = FILE.trim_start_matches('[').trim_end_matches(']');
    assert_eq!(problems(&format!("[{record},{record}]")), [FileProblem::Twice]);
}

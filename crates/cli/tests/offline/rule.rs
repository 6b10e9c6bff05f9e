use std::fs;

use serde_json::Value;

use crate::program::{PAGE, nianbao};

const RULES: &str = r#"[
  {
    "code": "USR-GRANTED",
    "title": "予以公开不超过三千件",
    "message": {"zh": "予以公开的件数超过三千件，请核对", "en": "more than three thousand granted"},
    "severity": "blocking",
    "expression": "granted.applicants <= 3000 &&\n  granted.applicants >= 1000",
    "vectors": [
      {"name": "适中", "given": {"cells": {"granted.applicants": 2000}}, "expect": "holds"},
      {"name": "太少", "given": {"cells": {"granted.applicants": 3}}, "expect": "fails"},
      {"name": "空白", "expect": "not_assessable"}
    ]
  },
  {
    "code": "USR-PREVIOUS",
    "title": "与上年衔接",
    "message": {"zh": "上年结转与上年的结转下年度不一致"},
    "severity": "info",
    "basis": "本市工作要点",
    "expression": "carried_over.applicants == previous.carried_forward.applicants",
    "vectors": [
      {"given": {"cells": {"carried_over.applicants": 2}, "previous": {"carried_forward.applicants": 2}}, "expect": "holds"},
      {"given": {"cells": {"carried_over.applicants": 2}, "previous": {"carried_forward.applicants": 1}}, "expect": "fails"}
    ]
  }
]"#;

fn with_rules(text: &str, run: impl FnOnce(&str)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rules.json");
    fs::write(&path, text).unwrap();
    run(path.to_str().unwrap());
}

#[test]
fn the_rules_of_a_file_are_checked_beside_the_catalogue() {
    with_rules(RULES, |rules| {
        let run = nianbao(&["check", "--format", "json", "--rules", rules, PAGE]);
        let data: Value = serde_json::from_str(&run.data).unwrap();
        let document = &data["documents"][0];
        let findings = document["findings"].as_array().unwrap();
        let found = findings.iter().find(|it| it["code"] == "USR-GRANTED").unwrap();
        assert_eq!(
            (&found["severity"], &found["basis"]),
            (&"blocking".into(), &"用户自定义规则".into())
        );
        assert_eq!(found["cells"], serde_json::json!(["granted.applicants"]));
        assert!(found["found"].as_str().unwrap().starts_with("granted.applicants = "));
        let undecided = document["not_assessed"].as_array().unwrap();
        let undecided = undecided.iter().find(|it| it["code"] == "USR-PREVIOUS").unwrap();
        assert_eq!(undecided["missing"], serde_json::json!(["previous_year"]));
        assert!(document["rule_set"].as_str().unwrap().contains("+file."));
        assert_eq!(run.code, 1);
    });
}

#[test]
fn findings_of_a_user_rule_are_shown_as_such() {
    with_rules(RULES, |rules| {
        let run = nianbao(&["check", "--rules", rules, PAGE]);
        assert!(
            run.data.contains("[阻断] USR-GRANTED（自定义规则）  予以公开的件数超过三千件"),
            "{}",
            run.data
        );
        assert!(run.data.contains("依据：用户自定义规则"), "{}", run.data);
    });
}

#[test]
fn a_file_whose_vectors_fail_checks_nothing() {
    with_rules(
        &RULES.replace("\"granted.applicants\": 3}", "\"granted.applicants\": 1003}"),
        |rules| {
            let run = nianbao(&["check", "--rules", rules, PAGE]);
            assert_eq!((run.code, run.data.as_str()), (2, ""));
            assert!(
                run.talk.contains("USR-GRANTED 的第2个例子“太少”应为不符合，实为符合"),
                "{}",
                run.talk
            );
            let run = nianbao(&["rule", "check", rules]);
            assert_eq!(run.code, 2);
            assert!(run.data.contains("例子不符 2 太少: fails → holds"), "{}", run.data);
        },
    );
}

#[test]
fn a_file_that_passes_its_vectors_is_told_so() {
    with_rules(RULES, |rules| {
        let run = nianbao(&["rule", "check", rules]);
        assert_eq!((run.code, run.talk.as_str()), (0, ""));
        assert!(run.data.contains("3个例子全部符合"), "{}", run.data);
        let run = nianbao(&["rule", "check", "--format", "json", rules]);
        let data: Value = serde_json::from_str(&run.data).unwrap();
        assert_eq!(
            (&data["passes"], &data["rules"][1]["vectors"][1]["found"]),
            (&true.into(), &"fails".into())
        );
        let run = nianbao(&["rule", "check", "--format", "csv", rules]);
        assert_eq!(run.data.lines().count(), 6);
    });
}

#[test]
fn a_mistake_in_a_file_is_told_with_rule_line_and_column() {
    with_rules(&RULES.replace("granted.applicants >= 1000", "grant.applicants >= 1000"), |rules| {
        let run = nianbao(&["rule", "check", rules]);
        assert_eq!(run.code, 2);
        let told = "第1条规则（USR-GRANTED）：expression 第2行第";
        assert!(run.talk.contains(told) && run.talk.contains("grant.applicants"), "{}", run.talk);
        let run = nianbao(&["--lang", "en", "rule", "check", rules]);
        assert!(
            run.talk.contains("rule 1 (USR-GRANTED): expression: line 2, column "),
            "{}",
            run.talk
        );
    });
    with_rules("[{]", |rules| {
        let run = nianbao(&["rule", "check", rules]);
        assert!(run.talk.contains("文件第1行第3列"), "{}", run.talk);
    });
}

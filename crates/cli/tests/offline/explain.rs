use serde_json::Value;

use crate::program::nianbao;

#[test]
fn a_rule_is_explained_in_the_language_that_was_asked_for() {
    let zh = nianbao(&["explain", "SEM-001"]);
    assert_eq!(zh.code, 0);
    assert!(zh.data.starts_with("# SEM-001 ") && zh.data.contains("## 怎么办"));
    assert!(zh.data.contains("严重程度：起草时阻断，报送时阻断，导入已发布网页时警告"));
    let en = nianbao(&["explain", "--lang", "en", "SEM-001"]);
    assert!(en.data.contains("Severity: blocking in a draft"), "{}", en.data);
}

#[test]
fn levels_and_what_becomes_of_blanks_are_told_in_every_format() {
    let zh = nianbao(&["explain", "SEM-006"]);
    assert!(zh.data.contains("适用层级：乡级\n没有数字的单元格：略过"), "{}", zh.data);
    let en = nianbao(&["explain", "--lang", "en", "T3-001"]).data;
    assert!(en.contains("Levels: all.\nCells without a number: not assessable as printed"), "{en}");
    let json = nianbao(&["explain", "--format", "json", "SEM-006"]);
    let page: Value = serde_json::from_str(&json.data).unwrap();
    assert_eq!(page["levels"], serde_json::json!(["township"]));
    assert_eq!(page["missing_values"], "passed_over");
    let csv = nianbao(&["explain", "--format", "csv", "SEM-006"]).data;
    assert!(csv.lines().any(|line| line.ends_with(",township,passed_over")), "{csv}");
}

#[test]
fn case_does_not_matter() {
    assert_eq!(nianbao(&["explain", "t3-001"]).data, nianbao(&["explain", "T3-001"]).data);
}

#[test]
fn programs_get_the_row_and_the_page() {
    let run = nianbao(&["explain", "--format", "json", "UNT-002"]);
    let page: Value = serde_json::from_str(&run.data).unwrap();
    assert_eq!(page["code"], "UNT-002");
    assert_eq!(page["severity"]["draft"], "warning");
    assert!(page["page"]["zh"].as_str().unwrap().contains("UNT-002"));
}

#[test]
fn an_unknown_code_is_wrong_usage_and_the_nearest_ones_are_named() {
    let run = nianbao(&["explain", "SEM001"]);
    assert_eq!((run.code, run.data.as_str()), (2, ""));
    assert!(run.talk.contains("没有规则 SEM001；相近的有：SEM-001"), "{}", run.talk);
}

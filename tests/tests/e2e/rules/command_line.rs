use std::io::Write;

use nianbao_tests::TestServer;
use nianbao_tests::process::{command_line, output};
use serde_json::Value;
use tempfile::NamedTempFile;

use crate::given as reports;

with_a_server!(
    a_rule_is_written_tested_and_put_into_force_at_the_command_line,
    the_catalogue_is_listed_and_explained_at_the_command_line,
);

/// The exit code, the data and the talk of a run.
async fn run(server: &TestServer, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = output(command_line(server.address(), arguments)).await;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A file with the rule that fewer than so many are granted.
fn file(number: i64) -> NamedTempFile {
    let vector = |granted: i64, expect: &str| serde_json::json!({"given": {"cells": {"granted.applicants": granted}}, "expect": expect});
    let rules = serde_json::json!([{
        "code": "USR-FEW",
        "title": "予以公开不多",
        "message": {"zh": "予以公开过多，请核对"},
        "severity": "warning",
        "expression": format!("granted.applicants < {number}"),
        "vectors": [vector(number - 1, "holds"), vector(number, "fails")],
    }]);
    let mut file = NamedTempFile::with_suffix(".json").unwrap();
    file.write_all(rules.to_string().as_bytes()).unwrap();
    file
}

async fn a_rule_is_written_tested_and_put_into_force_at_the_command_line(server: &TestServer) {
    let report = reports::report(server).await;
    let (two, three) = (file(2), file(3));
    let path = two.path().to_str().unwrap();
    let (code, data, talk) = run(server, &["rule", "create", path]).await;
    assert_eq!((code, talk.as_str()), (Some(0), ""), "{data}");
    assert!(data.contains("rules/USR-FEW") && data.contains("状态：草稿"), "{data}");
    let (code, data, _) = run(server, &["rule", "test", "USR-FEW", "--report", &report.name]).await;
    assert_eq!(code, Some(0));
    assert!(data.contains(&format!("{}: 不符合 granted.applicants = 6", report.name)), "{data}");
    let (code, _, talk) = run(server, &["rule", "enable", "usr-few", "--to", "active"]).await;
    assert_eq!(code, Some(3));
    assert!(talk.contains("先试运行") && talk.contains("RULE_STATE_ILLEGAL"), "{talk}");
    for (state, shown) in [("shadow", "试运行"), ("active", "启用")] {
        let (code, data, talk) = run(server, &["rule", "enable", "usr-few", "--to", state]).await;
        assert_eq!(code, Some(0), "{talk}");
        assert!(data.contains(&format!("状态：{shown}")), "{data}");
    }
    let (_, data, _) = run(server, &["report", "validate", &report.name]).await;
    assert!(data.contains("[警告] USR-FEW（自定义规则）  予以公开过多，请核对"), "{data}");
    let path = three.path().to_str().unwrap();
    let (code, data, talk) = run(server, &["rule", "update", path]).await;
    assert_eq!(code, Some(0), "{talk}");
    assert!(data.contains("状态：草稿") && data.contains("granted.applicants < 3"), "{data}");
    let (_, data, _) = run(server, &["rule", "list", "--origin", "user", "--format", "csv"]).await;
    let record = data.lines().nth(1).unwrap();
    assert!(record.starts_with("USR-FEW,user,予以公开不多,warning,,,,draft,0,"), "{data}");
    let (code, data, _) = run(server, &["rule", "retire", "USR-FEW"]).await;
    assert!(code == Some(0) && data.contains("状态：停用"), "{data}");
}

async fn the_catalogue_is_listed_and_explained_at_the_command_line(server: &TestServer) {
    let (code, data, talk) = run(server, &["rule", "list", "--all", "--format", "json"]).await;
    assert_eq!(code, Some(0), "{talk}");
    let listed: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(listed["rules"].as_array().unwrap().len(), 119);
    let (_, data, _) = run(server, &["rule", "list"]).await;
    assert!(data.contains("T3-001") && data.contains("规则集 "), "{data}");
    let (_, data, _) = run(server, &["rule", "get", "t3-001"]).await;
    assert!(data.contains("## 怎么办"), "{data}");
    let (_, data, _) = run(server, &["--lang", "en", "rule", "get", "t3-001"]).await;
    assert!(data.contains("### What to do"), "{data}");
    let (code, _, talk) = run(server, &["rule", "get", "USR-NOBODY"]).await;
    assert!(code == Some(3) && talk.contains("不存在"), "{talk}");
}

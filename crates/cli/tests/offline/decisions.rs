use serde_json::{Value, json};

use crate::program::{PAGE, Run, nianbao, nianbao_reading};

/// The sample page as a stored report, with a waiver of everything that blocks.
fn waived(change: impl Fn(&mut Value)) -> Vec<u8> {
    let page = nianbao(&["convert", PAGE, "--to", "json"]).data;
    let mut report: Value = serde_json::from_str(&page).unwrap();
    let (_, findings) = checked(page.as_bytes());
    let blocking = findings.iter().filter(|finding| finding["severity"] == "blocking");
    let decisions = blocking.map(|finding| {
        let mut decision = json!({
            "kind": "DECISION_KIND_WAIVER",
            "code": finding["code"],
            "identity": finding["identity"],
            "evidence": finding["evidence"],
            "reason": "原件如此",
            "expireDate": "2099-12-31",
            "author": "alice",
            "createTime": "2026-01-20T00:00:00Z",
        });
        change(&mut decision);
        decision
    });
    report["decisions"] = decisions.collect();
    serde_json::to_vec(&report).unwrap()
}

fn checked(report: &[u8]) -> (Run, Vec<Value>) {
    let run = nianbao_reading(report, &["check", "--format", "json", "-"]);
    let data: Value = serde_json::from_str(&run.data).unwrap();
    let findings = data["documents"][0]["findings"].as_array().unwrap().clone();
    (run, findings)
}

fn states(findings: &[Value]) -> Vec<&str> {
    findings.iter().filter_map(|finding| finding["answer"]["state"].as_str()).collect()
}

#[test]
fn a_waiver_of_the_file_is_shown_and_lets_nothing_block() {
    let (run, findings) = checked(&waived(|_| {}));
    assert_eq!(run.code, 0);
    let blocking = findings.iter().find(|finding| finding["severity"] == "blocking").unwrap();
    let answer = &blocking["answer"];
    assert_eq!((&answer["kind"], &answer["state"]), (&json!("waiver"), &json!("holds")));
    assert_eq!((&answer["by"], &answer["reason"]), (&json!("alice"), &json!("原件如此")));
    assert_eq!(answer["expire_date"], "2099-12-31");
    assert!(answer["time"].as_str().unwrap().starts_with("2026-01-20T00:00:00"));
    let shown = nianbao_reading(&waived(|_| {}), &["check", "-"]).data;
    assert!(shown.contains("答复：豁免至 2099-12-31：原件如此（alice，2026-01-20）"), "{shown}");
    assert!(shown.contains("阻断 0") && shown.contains("已答复"), "{shown}");
}

#[test]
fn a_waiver_that_does_not_hold_changes_no_exit_code() {
    for (change, state) in [
        (("expireDate", json!("2020-01-01")), "expired"),
        (("evidence", json!("0".repeat(32))), "other_values"),
    ] {
        let (run, findings) = checked(&waived(|decision| decision[change.0] = change.1.clone()));
        assert_eq!(run.code, 1, "{state}");
        let states = states(&findings);
        assert!(!states.is_empty() && states.iter().all(|it| *it == state), "{states:?}");
    }
}

#[test]
fn what_blocks_is_not_acknowledged_by_a_file() {
    let report = waived(|decision| {
        decision["kind"] = json!("DECISION_KIND_ACKNOWLEDGEMENT");
        decision["expireDate"] = json!("");
    });
    let (run, findings) = checked(&report);
    assert_eq!(run.code, 1);
    assert!(states(&findings).contains(&"insufficient"));
}

#[test]
fn a_conversion_keeps_decisions() {
    let report = waived(|decision| {
        decision["importedBy"] = json!("bob");
        decision["importTime"] = json!("2026-02-01T00:00:00Z");
    });
    let again = nianbao_reading(&report, &["convert", "-", "--to", "json"]).data;
    let (before, after): (Value, Value) =
        (serde_json::from_slice(&report).unwrap(), serde_json::from_str(&again).unwrap());
    let after = after["decisions"].as_array().unwrap();
    assert_eq!(after.len(), before["decisions"].as_array().unwrap().len());
    assert!(after.iter().all(|decision| decision["importedBy"] == "bob"));
}

#[test]
fn a_file_with_a_malformed_decision_is_refused_by_its_field() {
    let (code, talk) = {
        let report = waived(|decision| decision["reason"] = json!(""));
        let run = nianbao_reading(&report, &["convert", "-", "--to", "csv"]);
        (run.code, run.talk)
    };
    assert_eq!(code, 2);
    assert!(talk.contains("decisions[0].reason"), "{talk}");
}

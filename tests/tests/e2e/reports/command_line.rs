//! Decisions and re-runs as somebody at the command line makes them.

use nianbao_proto::v1::{Column, Line, Report, UpdateReportRequest, cell::Number};
use nianbao_tests::TestServer;
use nianbao_tests::process::{command_line, output};
use nianbao_tests::samples;

use crate::given;

with_a_server!(
    a_finding_is_waived_shown_and_opened_again_at_the_command_line,
    what_a_code_does_not_name_is_told_with_what_does,
    results_are_made_anew_at_the_command_line,
);

struct Run {
    code: Option<i32>,
    data: String,
    talk: String,
}

async fn run(server: &TestServer, arguments: &[&str]) -> Run {
    let output = output(command_line(server.address(), arguments)).await;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), data: text(output.stdout), talk: text(output.stderr) }
}

async fn a_finding_is_waived_shown_and_opened_again_at_the_command_line(server: &TestServer) {
    let name = wrong_by_one(server).await.name;
    let validate = ["report", "validate", &name, "--stage", "submission"];
    let checked = run(server, &[&validate[..], &["--format", "json"]].concat()).await;
    assert_eq!(checked.code, Some(1), "{}", checked.talk);
    let checked: serde_json::Value = serde_json::from_str(&checked.data).unwrap();
    let mut blocking = vec![];
    for finding in checked["findings"].as_array().unwrap() {
        if finding["severity"] == "SEVERITY_BLOCKING" {
            blocking.push(finding["identity"].as_str().unwrap().to_owned());
        }
    }
    let reason = ["--reason", "原件如此"];
    for finding in &blocking {
        let waive = ["report", "waive", &name, "--finding", finding, "--until", "2099-12-31"];
        let waived = run(server, &[&waive[..], &reason[..]].concat()).await;
        assert_eq!(waived.code, Some(0), "{}", waived.talk);
        assert!(waived.data.contains("已豁免"), "{}", waived.data);
    }
    let after = run(server, &validate).await;
    assert_eq!(after.code, Some(0), "{}", after.data);
    assert!(after.data.contains("答复：豁免至 2099-12-31：原件如此（token，"), "{}", after.data);
    assert!(after.data.contains("  比较："), "{}", after.data);
    let shown = run(server, &["report", "get", &name]).await;
    assert!(shown.data.contains("豁免至 2099-12-31：原件如此（token，"), "{}", shown.data);
    let first = blocking[0].as_str();
    let withdraw = ["report", "withdraw-decision", &name, "--finding", first, "--reason", "误判"];
    let withdrawn = run(server, &withdraw).await;
    assert_eq!(withdrawn.code, Some(0), "{}", withdrawn.talk);
    assert_eq!(run(server, &validate).await.code, Some(1));
    let acknowledge =
        ["report", "acknowledge", &name, "--finding", first, "--reason", "看过", "--validate-only"];
    let refused = run(server, &acknowledge).await;
    assert_eq!(refused.code, Some(3));
    assert!(refused.talk.contains("只能由有权限的人豁免"), "{}", refused.talk);
}

async fn what_a_code_does_not_name_is_told_with_what_does(server: &TestServer) {
    let name = wrong_by_one(server).await.name;
    let of = async |verb: &str, code: &str| {
        let arguments = ["report", verb, &name, "--finding", code, "--reason", "看过"];
        run(server, &arguments).await
    };
    for (verb, told) in [
        ("acknowledge", "没有 AAA-001 的未答复问题"),
        ("withdraw-decision", "没有针对 AAA-001 的确认或豁免"),
    ] {
        let refused = of(verb, "AAA-001").await;
        assert_eq!((refused.code, refused.data.as_str()), (Some(2), ""));
        assert!(refused.talk.contains(told), "{}", refused.talk);
    }
}

async fn results_are_made_anew_at_the_command_line(server: &TestServer) {
    given::report(server).await;
    let told = run(server, &["report", "revalidate"]).await;
    assert_eq!((told.code, told.data.as_str()), (Some(0), ""));
    assert!(told.talk.contains("已重新核对 0 份"), "{}", told.talk);
    let told = run(server, &["report", "revalidate", "--all", "--format", "json"]).await;
    let data: serde_json::Value = serde_json::from_str(&told.data).unwrap();
    assert_eq!((&data["checked"], told.code), (&1.into(), Some(0)), "{}", told.data);
    let told = run(server, &["report", "revalidate", "--organization", "nowhere"]).await;
    assert_eq!(told.code, Some(3));
}

/// A report with one handled request too many in one column.
async fn wrong_by_one(server: &TestServer) -> Report {
    let right = given::report(server).await;
    let sheet = right.sheet.as_ref().unwrap();
    let printed = samples::cell(sheet, Line::Handled, Column::Enterprise).unwrap().number.clone();
    let Some(Number::Count(printed)) = printed else { panic!("no count: {printed:?}") };
    let update = UpdateReportRequest {
        report: Some(Report { name: right.name, etag: right.etag, ..Default::default() }),
        cell_changes: vec![samples::count(Line::Handled, Column::Enterprise, printed + 1)],
        ..Default::default()
    };
    server.reports().update_report(update).await.unwrap().into_inner()
}

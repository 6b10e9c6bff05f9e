use std::process::Output;

use nianbao_tests::Backend;
use nianbao_tests::clients::TOKEN;
use nianbao_tests::postgres::TestDatabase;
use nianbao_tests::process::{ServerProcess, output, program};

const SECRET: &str = "postgres://nianbao:hunter2@127.0.0.1:1/nianbao";

#[tokio::test]
async fn settings_are_printed_without_their_secrets() {
    let mut command = program(SECRET);
    command.args(["config", "print", "--set", "limits.max_page_size=77"]);
    let printed = output(command).await;
    let (out, code) = (text(&printed.stdout), printed.status.code());
    assert_eq!(code, Some(0), "{}", text(&printed.stderr));
    assert!(out.contains("max_page_size = 77") && out.contains("***"), "{out}");
    assert!(!out.contains(TOKEN) && !out.contains("hunter2"), "{out}");
}

#[tokio::test]
async fn every_problem_of_the_settings_is_listed() {
    let mut command = program("mysql://x");
    command.args(["config", "check", "--listen", "0.0.0.0:50061", "--set", "access.token=short"]);
    command.args(["--set", "limits.default_page_size=0", "--set", "log.filter=a=b=c"]);
    let checked = output(command).await;
    assert_eq!(checked.status.code(), Some(2));
    let told = text(&checked.stderr);
    for key in ["server.listen", "access.token", "store.url", "limits", "log.filter"] {
        assert!(told.contains(&format!("{key}: ")), "{key}: {told}");
    }
    assert!(
        !told.contains("short"),
        "a token that is too short may be the beginning of one: {told}"
    );
}

#[tokio::test]
async fn settings_that_can_be_used_pass_and_unknown_ones_are_refused_by_name() {
    let mut command = program(SECRET);
    command.args(["config", "check"]);
    assert_eq!(output(command).await.status.code(), Some(0));
    let mut command = program(SECRET);
    command.args(["config", "check"]).env("NIANBAO__STORE__ULR", "x");
    let refused = output(command).await;
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("ulr"), "{}", text(&refused.stderr));
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_told_without_its_password() {
    let mut command = program(SECRET);
    command.arg("serve");
    let failed = output(command).await;
    assert_eq!(failed.status.code(), Some(1));
    let told = text(&failed.stderr);
    assert!(told.contains("database") && !told.contains("hunter2"), "{told}");
}

#[tokio::test]
async fn the_schema_is_made_by_migrate_where_serve_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("nianbao.db").display());
    let with = |arguments: &[&str]| {
        let mut command = program(&url);
        command.args(arguments).env("NIANBAO__STORE__MIGRATE", "false");
        command
    };
    let refused = output(with(&["serve"])).await;
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stderr));
    for _ in 0..2 {
        let migrated = output(with(&["migrate"])).await;
        assert_eq!(migrated.status.code(), Some(0), "{}", text(&migrated.stderr));
    }
    ServerProcess::start(with(&[])).await.kill().await;
}

#[tokio::test]
async fn a_health_check_tells_whether_the_server_is_well() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("address");
    let with = |arguments: &[&str]| {
        let mut command = program(database.url());
        command.args(arguments).env("NIANBAO__SERVER__ADDRESS_FILE", &file);
        command
    };
    let server = ServerProcess::start(with(&[])).await;
    let well = output(with(&["healthcheck"])).await;
    assert_eq!(well.status.code(), Some(0), "{}", text(&well.stderr));
    let address = server.address().to_string();
    server.kill().await;
    let unwell = output(with(&["healthcheck"])).await;
    assert_eq!(unwell.status.code(), Some(1));
    assert!(text(&unwell.stderr).contains(&address), "{}", text(&unwell.stderr));
}

#[tokio::test]
async fn wrong_usage_is_told_apart_from_failure() {
    let mut command = program(SECRET);
    command.arg("sevre");
    let Output { status, stderr, .. } = output(command).await;
    assert_eq!(status.code(), Some(2));
    assert!(text(&stderr).contains("serve"), "{}", text(&stderr));
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

use nianbao_proto::v1::{
    GetServerInfoRequest, ImportReportRequest, RetireRuleRequest, RevalidateReportsRequest, Rule,
    RuleState, Severity, UpdateReportRequest, UpdateRuleRequest,
};
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::samples::SIQIAN;
use nianbao_tests::{Backend, TestServer};

use super::given;
use crate::given as reports;

with_a_server!(
    a_rule_goes_through_shadow_into_force_and_out,
    what_a_rule_in_shadow_finds_is_counted_and_not_shown,
    a_finding_of_a_user_rule_says_what_its_record_says,
    a_rule_that_judges_otherwise_is_a_draft_again,
    other_words_change_the_rule_set_and_leave_the_rule_in_force,
    an_import_is_checked_with_user_rules_and_blocks_nothing,
    running_the_rules_again_counts_for_shadow_and_is_due_for_what_is_in_force,
);
on_every_store!(every_server_checks_with_the_rules_of_now);

/// The version of the rule set that the server states, without that of the catalogue.
async fn generation(server: &TestServer) -> String {
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap().into_inner();
    assert_eq!(info.limits.unwrap().max_enabled_rules, 200);
    info.rule_set.split_once('+').map(|(_, behind)| behind.to_owned()).unwrap_or_default()
}

async fn a_rule_goes_through_shadow_into_force_and_out(server: &TestServer) {
    let report = reports::report(server).await;
    let draft = given::written(server, "USR-FEW", given::fewer_than(2)).await;
    assert_eq!((draft.name.as_str(), draft.state()), ("rules/USR-FEW", RuleState::Draft));
    let shadow = given::moved(server, &draft, RuleState::Shadow).await;
    assert_eq!(generation(server).await, "");
    let active = given::moved(server, &shadow, RuleState::Active).await;
    assert_eq!((active.state(), generation(server).await.as_str()), (RuleState::Active, "1"));
    let checked = given::checked(server, &report.name).await;
    assert!(given::found(&checked, "USR-FEW") && checked.rule_set.ends_with("+1"));
    let Rule { name, etag, .. } = active;
    let retire = RetireRuleRequest { name, etag, ..Default::default() };
    let retired = server.rules().retire_rule(retire).await.unwrap().into_inner();
    assert_eq!((retired.state(), generation(server).await.as_str()), (RuleState::Retired, "2"));
    let checked = given::checked(server, &report.name).await;
    assert!(!given::found(&checked, "USR-FEW") && checked.rule_set.ends_with("+2"));
}

async fn what_a_rule_in_shadow_finds_is_counted_and_not_shown(server: &TestServer) {
    let shadow = given::in_shadow(server, "USR-FEW", given::fewer_than(2)).await;
    let report = reports::report(server).await;
    assert!(!given::found(&given::checked(server, &report.name).await, "USR-FEW"));
    assert_eq!(given::stored(server, &shadow.name).await.hit_reports, 1);
    let counts = report.validation.clone().unwrap();
    assert_eq!((counts.warnings, counts.rule_set.contains('+')), (0, false));
    let mut cured = report;
    let sheet = cured.sheet.as_mut().unwrap();
    let granted = nianbao_proto::v1::Line::Granted;
    for row in sheet.rows.iter_mut().filter(|row| row.line() == granted) {
        for cell in &mut row.cells {
            cell.number = Some(nianbao_proto::v1::cell::Number::Count(0));
        }
    }
    let update = UpdateReportRequest {
        report: Some(cured),
        update_mask: reports::mask(&["sheet"]),
        ..Default::default()
    };
    server.reports().update_report(update).await.unwrap();
    assert_eq!(given::stored(server, &shadow.name).await.hit_reports, 0);
}

async fn a_finding_of_a_user_rule_says_what_its_record_says(server: &TestServer) {
    let report = reports::report(server).await;
    let rule = Rule { basis: "本市要点".to_owned(), ..given::fewer_than(2) };
    let severity = Severity::Blocking.into();
    given::in_force(server, "USR-FEW", Rule { severity, ..rule }).await;
    let checked = given::checked(server, &report.name).await;
    let finding = checked.findings.iter().find(|finding| finding.code == "USR-FEW").unwrap();
    assert_eq!(finding.message_zh, "予以公开达到2件，请核对");
    assert_eq!(
        (finding.message_en.as_str(), finding.basis.as_str()),
        ("too many granted", "本市要点")
    );
    assert_eq!(finding.expected, "granted.applicants < 2");
    assert_eq!((finding.found.as_str(), finding.cells.len()), ("granted.applicants = 6", 1));
    assert_eq!(finding.severity(), Severity::Blocking);
}

async fn update(server: &TestServer, rule: Rule, paths: &[&str]) -> Rule {
    let update_mask = reports::mask(paths);
    let request = UpdateRuleRequest { rule: Some(rule), update_mask, ..Default::default() };
    server.rules().update_rule(request).await.unwrap().into_inner()
}

async fn a_rule_that_judges_otherwise_is_a_draft_again(server: &TestServer) {
    reports::organ(server, "siqian").await;
    let active = given::in_force(server, "USR-FEW", given::fewer_than(2)).await;
    let report = reports::created(server, SIQIAN, nianbao_tests::samples::report(2024)).await;
    assert_eq!(given::stored(server, &active.name).await.hit_reports, 1);
    let Rule { name, etag, .. } = active;
    let changed = Rule { name, etag, ..given::fewer_than(3) };
    let draft = update(server, changed, &["expression", "vectors"]).await;
    assert_eq!((draft.state(), draft.hit_reports), (RuleState::Draft, 0));
    assert_eq!(draft.title_zh, "予以公开不足2件");
    assert_eq!(generation(server).await, "2");
    assert!(!given::found(&given::checked(server, &report.name).await, "USR-FEW"));
}

async fn other_words_change_the_rule_set_and_leave_the_rule_in_force(server: &TestServer) {
    let active = given::in_force(server, "USR-FEW", given::fewer_than(2)).await;
    let changed = Rule { title_zh: "另一标题".to_owned(), ..active };
    let changed = update(server, changed, &["title_zh"]).await;
    assert_eq!((changed.state(), changed.title_zh.as_str()), (RuleState::Active, "另一标题"));
    assert_eq!(generation(server).await, "2");
}

async fn an_import_is_checked_with_user_rules_and_blocks_nothing(server: &TestServer) {
    reports::organ(server, "siqian").await;
    let severity = Severity::Blocking.into();
    given::in_force(server, "USR-FEW", Rule { severity, ..given::fewer_than(0) }).await;
    let import = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        ..Default::default()
    };
    let imported = server.reports().import_report(import).await.unwrap().into_inner();
    let finding = imported.findings.iter().find(|finding| finding.code == "USR-FEW").unwrap();
    assert_eq!(finding.severity(), Severity::Warning);
    assert!(imported.rule_set.ends_with("+1"));
    let stored = imported.report.unwrap().validation.unwrap();
    assert!(stored.rule_set.ends_with("+1"));
}

/// A result is stale where what is shown has changed; what is only counted waits until all are asked for.
async fn running_the_rules_again_counts_for_shadow_and_is_due_for_what_is_in_force(
    server: &TestServer,
) {
    let report = reports::report(server).await;
    let run = async |all: bool| {
        let parent = "organizations/-".to_owned();
        let request = RevalidateReportsRequest { parent, all, ..Default::default() };
        server.reports().revalidate_reports(request).await.unwrap().into_inner()
    };
    let shadow = given::in_shadow(server, "USR-FEW", given::fewer_than(2)).await;
    assert_eq!(run(false).await.checked, 0);
    let ran = run(true).await;
    assert_eq!((ran.checked, ran.changed), (1, 0));
    assert_eq!(given::stored(server, &shadow.name).await.hit_reports, 1);
    given::moved(server, &shadow, RuleState::Active).await;
    let ran = run(false).await;
    assert_eq!((ran.checked, ran.changed_reports), (1, vec![report.name.clone()]));
    assert!(ran.rule_set.ends_with("+1"));
    let counts = reports::stored(server, &report.name).await.validation.unwrap();
    assert!(counts.warnings == 1 && counts.rule_set.ends_with("+1"));
    assert_eq!(run(false).await.checked, 0);
}

/// On PostgreSQL a second server checks at once with what the first was told; on SQLite the next one
/// over the same file does.
async fn every_server_checks_with_the_rules_of_now(backend: Backend) {
    let first = TestServer::start(backend).await;
    let report = reports::report(&first).await;
    match backend {
        Backend::Postgres => {
            let second = TestServer::over(first.database(), |_| {}).await;
            assert!(!given::found(&given::checked(&second, &report.name).await, "USR-FEW"));
            given::in_force(&first, "USR-FEW", given::fewer_than(2)).await;
            let checked = given::checked(&second, &report.name).await;
            assert!(given::found(&checked, "USR-FEW") && checked.rule_set.ends_with("+1"));
            assert_eq!(generation(&second).await, "1");
            second.stop().await;
            first.stop().await;
        }
        Backend::Sqlite => {
            given::in_force(&first, "USR-FEW", given::fewer_than(2)).await;
            let second = TestServer::over(first.stop().await, |_| {}).await;
            let checked = given::checked(&second, &report.name).await;
            assert!(given::found(&checked, "USR-FEW") && checked.rule_set.ends_with("+1"));
            second.stop().await;
        }
    }
}

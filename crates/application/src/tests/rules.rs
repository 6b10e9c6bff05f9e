use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::CellId;
use nianbao_domain::sheet::Cell;
use nianbao_domain::user_rule::{
    Definition, DefinitionUpdate, Expectation, Given, RuleState, TestVector, UserRule,
    rule_set_version,
};

use super::*;
use crate::access::{Permission, Scope};
use crate::query::{RuleOrigin, RuleQuery};
use crate::reports::View;
use crate::rules::{ListedRule, NewRule, RuleError, TrialSubject, TriedRule};
use crate::store::Store;
use crate::{Error, Resource};

const CELL: &str = "granted.applicants";

fn vector(number: i64, expected: Expectation) -> TestVector {
    let cells = [(CELL.parse::<CellId>().unwrap(), number)].into();
    TestVector { name: String::new(), given: Given { cells, ..Given::default() }, expected }
}

/// Fewer than ten granted.
fn few(code: &str) -> NewRule {
    let definition = Definition {
        title: "不足十件".to_owned(),
        message: Message::new("予以公开不应达到十件", ""),
        basis: String::new(),
        severity: Severity::Warning,
        levels: Vec::new(),
        editions: Vec::new(),
        kinds: Vec::new(),
        expression: format!("{CELL} < 10"),
        vectors: vec![vector(9, Expectation::Holds), vector(10, Expectation::Fails)],
    };
    NewRule { code: code.parse().unwrap(), definition }
}

async fn written(application: &Application<MemoryStore>, new: NewRule) -> UserRule {
    let caller = administrator();
    application.create_rule(&Call::new(&caller, Method::CreateRule), new).await.unwrap()
}

async fn enabled(
    application: &Application<MemoryStore>,
    rule: &UserRule,
    state: RuleState,
) -> Result<UserRule, Error> {
    let caller = administrator();
    let call = Call::new(&caller, Method::EnableRule);
    application.enable_rule(&call, &rule.code, &rule.etag(), state).await
}

async fn in_force(application: &Application<MemoryStore>, new: NewRule) -> UserRule {
    let rule = written(application, new).await;
    let rule = enabled(application, &rule, RuleState::Shadow).await.unwrap();
    enabled(application, &rule, RuleState::Active).await.unwrap()
}

fn granting(number: i64) -> NewReport {
    let mut report = report("a/reports/2024");
    report.content.sheet.set(CELL.parse().unwrap(), Cell::Number(number)).unwrap();
    report
}

async fn created(application: &Application<MemoryStore>, new: NewReport) -> ReportKey {
    let caller = administrator();
    let call = Call::new(&caller, Method::CreateReport);
    application.create_report(&call, new).await.unwrap().head.key
}

#[tokio::test]
async fn a_rule_goes_through_shadow_into_force() {
    let application = with_organ("a").await;
    let draft = written(&application, few("USR-FEW")).await;
    let refused = enabled(&application, &draft, RuleState::Active).await;
    assert!(matches!(refused, Err(Error::Rule(RuleError::IllegalState { .. }))));
    let shadow = enabled(&application, &draft, RuleState::Shadow).await.unwrap();
    assert_eq!(application.rule_set().await.unwrap(), rule_set_version(0));
    let active = enabled(&application, &shadow, RuleState::Active).await.unwrap();
    assert_eq!(active.state, RuleState::Active);
    assert_eq!(application.rule_set().await.unwrap(), rule_set_version(1));
}

#[tokio::test]
async fn what_a_rule_in_shadow_finds_is_counted_and_not_shown() {
    let (application, caller) = (with_organ("a").await, administrator());
    let rule = written(&application, few("USR-FEW")).await;
    let shadow = enabled(&application, &rule, RuleState::Shadow).await.unwrap();
    let key = created(&application, granting(10)).await;
    let counted = application.rule(&caller, &shadow.code).await.unwrap();
    assert_eq!(counted.hit_reports, 1);
    let checked = application.validate_stored(&caller, &key, Default::default()).await.unwrap();
    assert!(!checked.validation.findings.iter().any(|it| it.code == "USR-FEW"));
}

#[tokio::test]
async fn a_rule_in_force_is_checked_at_once_and_stored_with_the_version_of_the_rule_set() {
    let (application, caller) = (with_organ("a").await, administrator());
    let key = created(&application, granting(10)).await;
    in_force(&application, few("USR-FEW")).await;
    let checked = application.validate_stored(&caller, &key, Default::default()).await.unwrap();
    assert!(checked.validation.findings.iter().any(|it| it.code == "USR-FEW"));
    let present = application.report(&caller, &key, View::Working).await.unwrap();
    assert_eq!(present.head.validation.rule_set, rule_set_version(0));
    let next =
        created(&application, NewReport { key: super::key("a/reports/2023"), ..granting(3) });
    let next = application.report(&caller, &next.await, View::Working).await.unwrap();
    assert_eq!(next.head.validation.rule_set, rule_set_version(1));
}

#[tokio::test]
async fn another_expression_makes_a_draft_of_a_rule_and_forgets_its_hits() {
    let (application, caller) = (with_organ("a").await, administrator());
    let rule = in_force(&application, few("USR-FEW")).await;
    created(&application, granting(10)).await;
    assert_eq!(application.rule(&caller, &rule.code).await.unwrap().hit_reports, 1);
    let call = Call::new(&caller, Method::UpdateRule);
    let update = |expression: &str| DefinitionUpdate {
        expression: Some(expression.to_owned()),
        ..Default::default()
    };
    let next = update(&format!("{CELL} <= 9"));
    let draft = application.update_rule(&call, &rule.code, &rule.etag(), next).await.unwrap();
    assert_eq!(draft.state, RuleState::Draft);
    assert_eq!(application.rule(&caller, &rule.code).await.unwrap().hit_reports, 0);
    assert_eq!(application.rule_set().await.unwrap(), rule_set_version(2));
    let broken = update("granted.martians < 10");
    let refused = application.update_rule(&call, &rule.code, &draft.etag(), broken).await;
    assert!(matches!(refused, Err(Error::Rule(RuleError::Expression(_)))));
}

#[tokio::test]
async fn a_rule_that_fails_its_vectors_is_not_enabled() {
    let application = with_organ("a").await;
    let mut new = few("USR-FEW");
    new.definition.vectors.push(vector(11, Expectation::Holds));
    let draft = written(&application, new).await;
    let refused = enabled(&application, &draft, RuleState::Shadow).await;
    let Err(Error::Rule(RuleError::VectorsFail(failures))) = refused else { panic!("{refused:?}") };
    assert_eq!(failures.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [3]);
}

#[tokio::test]
async fn a_rule_taken_back_never_comes_back_and_keeps_its_code() {
    let (application, caller) = (with_organ("a").await, administrator());
    let rule = in_force(&application, few("USR-FEW")).await;
    let call = Call::new(&caller, Method::RetireRule);
    let retired = application.retire_rule(&call, &rule.code, &rule.etag()).await.unwrap();
    assert_eq!(application.rule_set().await.unwrap(), rule_set_version(2));
    let refused = enabled(&application, &retired, RuleState::Shadow).await;
    assert!(matches!(refused, Err(Error::Rule(RuleError::IllegalState { .. }))));
    let call = Call::new(&caller, Method::CreateRule);
    let taken = application.create_rule(&call, few("USR-FEW")).await;
    assert!(matches!(taken, Err(Error::AlreadyExists(Resource::Rule(_)))));
}

#[tokio::test]
async fn a_stale_etag_changes_nothing() {
    let application = with_organ("a").await;
    let draft = written(&application, few("USR-FEW")).await;
    enabled(&application, &draft, RuleState::Shadow).await.unwrap();
    let refused = enabled(&application, &draft, RuleState::Shadow).await;
    assert!(matches!(refused, Err(Error::EtagMismatch { .. })));
}

#[tokio::test]
async fn only_who_sees_the_whole_hierarchy_writes_rules() {
    let application = with_organ("a").await;
    let scope = Scope::Subtrees(vec!["a".parse().unwrap()]);
    let caller = Caller::new("county", [Permission::RuleWrite, Permission::RuleRead], scope);
    let call = Call::new(&caller, Method::CreateRule);
    let refused = application.create_rule(&call, few("USR-FEW")).await;
    assert!(matches!(refused, Err(Error::Denied { permission: Permission::RuleWrite })));
    let query = RuleQuery::parse(Some(RuleOrigin::User), "", 10).unwrap();
    assert!(application.rules(&caller, &query).await.unwrap().rules.is_empty());
}

#[tokio::test]
async fn a_test_runs_vectors_and_reports_and_stores_nothing() {
    let (application, caller) = (with_organ("a").await, administrator());
    let key = created(&application, granting(10)).await;
    let NewRule { code, definition } = few("USR-FEW");
    let rule = TriedRule::Sent(code, Box::new(definition));
    let subjects = vec![TrialSubject::Stored(key)];
    let tried = application.test_rule(&caller, rule, subjects).await.unwrap();
    assert!(tried.trial.passes());
    assert_eq!(tried.reports[0].outcome, Some(Expectation::Fails));
    assert!(tried.reports[0].finding.is_some());
    assert_eq!(application.store().user_rules().await.unwrap(), []);
}

#[tokio::test]
async fn rules_are_listed_page_by_page_the_catalogue_first() {
    let (application, caller) = (with_organ("a").await, administrator());
    written(&application, few("USR-B")).await;
    written(&application, few("USR-A")).await;
    let (mut token, mut listed) = (String::new(), Vec::new());
    loop {
        let query = RuleQuery::parse(None, &token, 50).unwrap();
        let page = application.rules(&caller, &query).await.unwrap();
        listed.extend(page.rules);
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(listed.len(), 121);
    let [.., ListedRule::User(a), ListedRule::User(b)] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!((a.rule.code.as_str(), b.rule.code.as_str()), ("USR-A", "USR-B"));
    assert!(RuleQuery::parse(Some(RuleOrigin::User), "00", 50).is_err());
}

#[tokio::test]
async fn only_checking_a_rule_stores_nothing() {
    let (application, caller) = (with_organ("a").await, administrator());
    let mut call = Call::new(&caller, Method::CreateRule);
    call.validate_only = true;
    application.create_rule(&call, few("USR-FEW")).await.unwrap();
    assert_eq!(application.store().user_rules().await.unwrap(), []);
}

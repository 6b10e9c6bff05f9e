//! Rules that users write, and the version of those that checks run.

use chrono::TimeDelta;
use futures_util::future::join_all;
use nianbao_application::Resource;
use nianbao_application::store::{CommitError, RuleSetVersion, Store, Write};
use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::{Level, OrganType, RulePower};
use nianbao_domain::report::{Head, ReportKind, ValidationSummary};
use nianbao_domain::user_rule::{
    Definition, Expectation, Given, RuleHit, RuleState, TestVector, UserRule,
};
use uuid::Uuid;

use super::given::{commit, head, key, next, now, organ, register, revision, titled};

/// A rule in which everything that can be said is said.
pub(super) fn full(code: &str) -> UserRule {
    let cells = [("granted.applicants".parse().unwrap(), i64::MAX)];
    let given = Given {
        edition: Some(Edition::E2019),
        year: "2020".parse().ok(),
        kind: ReportKind::Consolidated,
        cells: cells.into(),
        previous: Some(cells.into()),
        organization: "甲镇\"\0".to_owned(),
        level: Some(Level::County),
        organ_type: Some(OrganType::Government),
        division_code: "370883".parse().ok(),
        rule_power: RulePower::Lacks,
    };
    let vector = TestVector { name: "例".to_owned(), given, expected: Expectation::NotAssessable };
    let bare =
        TestVector { name: String::new(), given: Given::default(), expected: Expectation::Holds };
    let definition = Definition {
        title: "标题".to_owned(),
        message: Message::new("消息", "message"),
        basis: "依据".to_owned(),
        severity: Severity::Blocking,
        levels: vec![Level::County, Level::Township],
        editions: vec![Edition::E2019],
        kinds: vec![ReportKind::Consolidated],
        expression: "granted.applicants > 0 // \n && true".to_owned(),
        vectors: vec![vector, bare],
    };
    UserRule::draft(code.parse().unwrap(), Uuid::new_v4(), definition, now())
}

async fn written<S: Store>(store: &S, code: &str) -> UserRule {
    let rule = full(code);
    commit(store, Write::CreateRule(Box::new(rule.clone()))).await.unwrap();
    rule
}

fn moved(rule: &UserRule, state: RuleState) -> Box<UserRule> {
    Box::new(rule.clone().moved(state, now() + TimeDelta::seconds(1)))
}

/// What is said of a rule, and every state, comes back; rules are listed by code.
pub async fn a_rule_is_read_back_as_it_was_written<S: Store>(store: &S) {
    let (b, a) = (written(store, "USR-B").await, written(store, "USR-A").await);
    assert_eq!(store.user_rule(&b.code).await.unwrap(), Some(b.clone()));
    assert_eq!(store.user_rules().await.unwrap(), [a, b.clone()]);
    let active = moved(&b, RuleState::Active);
    commit(store, Write::UpdateRule(active.clone(), None)).await.unwrap();
    assert_eq!(store.user_rule(&b.code).await.unwrap(), Some(*active));
    assert_eq!(store.user_rule(&"USR-C".parse().unwrap()).await.unwrap(), None);
}

/// A code is taken for ever.
pub async fn a_rule_exists_once<S: Store>(store: &S) {
    let rule = written(store, "USR-A").await;
    let again = commit(store, Write::CreateRule(Box::new(full("USR-A")))).await;
    assert!(matches!(again, Err(CommitError::Exists(Resource::Rule(code))) if code == rule.code));
}

/// Whoever has not seen the present version changes nothing.
pub async fn a_stale_update_of_a_rule_is_refused<S: Store>(store: &S) {
    let rule = written(store, "USR-A").await;
    let shadow = moved(&rule, RuleState::Shadow);
    commit(store, Write::UpdateRule(shadow.clone(), None)).await.unwrap();
    let stale = commit(store, Write::UpdateRule(moved(&rule, RuleState::Retired), None)).await;
    assert!(matches!(stale, Err(CommitError::VersionConflict(Resource::Rule(_)))));
    let other = UserRule { uid: Uuid::new_v4(), ..*moved(&shadow, RuleState::Active) };
    let stale = commit(store, Write::UpdateRule(Box::new(other), None)).await;
    assert!(matches!(stale, Err(CommitError::VersionConflict(Resource::Rule(_)))));
    assert_eq!(store.user_rule(&rule.code).await.unwrap(), Some(*shadow));
}

const fn version(generation: u64, change: u64) -> RuleSetVersion {
    RuleSetVersion { generation, change }
}

/// A rule and the version of the set are one commit.
pub async fn the_rule_set_moves_with_the_rule_or_not_at_all<S: Store>(store: &S) {
    assert_eq!(store.rule_set().await.unwrap(), version(0, 0));
    let rule = written(store, "USR-A").await;
    let shadow = moved(&rule, RuleState::Shadow);
    commit(store, Write::UpdateRule(shadow.clone(), Some(version(0, 1)))).await.unwrap();
    assert_eq!(store.rule_set().await.unwrap(), version(0, 1));
    let active = moved(&shadow, RuleState::Active);
    let late = commit(store, Write::UpdateRule(active.clone(), Some(version(1, 1)))).await;
    assert!(matches!(late, Err(CommitError::VersionConflict(Resource::Rule(_)))));
    assert_eq!(store.user_rule(&rule.code).await.unwrap(), Some(*shadow));
    commit(store, Write::UpdateRule(active, Some(version(1, 2)))).await.unwrap();
    assert_eq!(store.rule_set().await.unwrap(), version(1, 2));
}

/// Nobody moves the set from a version that another has moved on from.
pub async fn of_concurrent_moves_of_the_rule_set_exactly_one_wins<S: Store>(store: &S) {
    let mut rules = Vec::new();
    for number in 0..8 {
        rules.push(written(store, &format!("USR-{number}")).await);
    }
    let enable = |rule| {
        commit(store, Write::UpdateRule(moved(rule, RuleState::Shadow), Some(version(0, 1))))
    };
    let won = join_all(rules.iter().map(enable)).await.into_iter().filter(Result::is_ok).count();
    let stored = store.user_rules().await.unwrap();
    let enabled = stored.iter().filter(|rule| rule.state.is_enabled()).count();
    assert_eq!((won, enabled), (1, 1));
}

/// The hits of a report are those of its last stored result.
pub async fn what_rules_hit_is_counted_by_report_and_wording<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let hit = |code: &str, wording| RuleHit { code: code.parse().unwrap(), wording };
    let validation =
        |hits: &[RuleHit]| ValidationSummary { hits: hits.to_vec(), ..Default::default() };
    let mut heads = Vec::new();
    for (year, hits) in [
        (2021, vec![hit("USR-A", 1), hit("USR-B", 2)]),
        (2022, vec![hit("USR-A", 1)]),
        (2023, vec![hit("USR-A", 2)]),
        (2024, vec![]),
    ] {
        let head = Head { validation: validation(&hits), ..head(key("siqian", year)) };
        let first = revision(1, titled(""));
        commit(store, Write::CreateReport(head.clone(), first)).await.unwrap();
        heads.push(head);
    }
    let counts = store.rule_hits().await.unwrap();
    let expected = [(hit("USR-A", 1), 2), (hit("USR-A", 2), 1), (hit("USR-B", 2), 1)];
    assert_eq!(counts, expected.into());
    let cured = Head { validation: validation(&[]), ..next(&heads[0]) };
    commit(store, Write::UpdateReport(cured, None)).await.unwrap();
    commit(store, Write::DeleteReport(heads[2].clone())).await.unwrap();
    assert_eq!(store.rule_hits().await.unwrap(), [(hit("USR-A", 1), 1)].into());
}

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::{Level, OrganType, RulePower};
use nianbao_domain::report::ReportKind;
use nianbao_domain::rules::{catalogue, explanation};
use nianbao_domain::user_rule::{
    Definition, DefinitionUpdate, Expectation, Given, RuleState, TestVector, UserRule,
};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use crate::{catalogue_rule, definition, definition_update, explained_rule, name, user_rule};

/// A rule in which everything that can be said is said.
fn full() -> UserRule {
    let cells = [("granted.applicants".parse().unwrap(), i64::MIN)];
    let given = Given {
        edition: Some(Edition::E2019),
        year: "2020".parse().ok(),
        kind: ReportKind::Consolidated,
        cells: cells.into(),
        previous: Some(cells.into()),
        organization: "甲镇".to_owned(),
        level: Some(Level::County),
        organ_type: Some(OrganType::Government),
        division_code: "370883".parse().ok(),
        rule_power: RulePower::Has,
    };
    let vector = TestVector { name: "例".to_owned(), given, expected: Expectation::NotAssessable };
    let bare =
        TestVector { name: String::new(), given: Given::default(), expected: Expectation::Holds };
    let definition = Definition {
        title: "标题".to_owned(),
        message: Message::new("消息", "message"),
        basis: "依据".to_owned(),
        severity: Severity::Blocking,
        levels: vec![Level::County],
        editions: vec![Edition::E2019],
        kinds: vec![ReportKind::Own, ReportKind::Consolidated],
        expression: "true".to_owned(),
        vectors: vec![vector, bare],
    };
    let code = "USR-A".parse().unwrap();
    UserRule::draft(code, Default::default(), definition, Default::default())
}

#[test]
fn a_rule_that_is_sent_says_what_was_written() {
    let rule = full().moved(RuleState::Shadow, Default::default());
    let message = user_rule(&rule, 7);
    assert_eq!((message.name.as_str(), message.hit_reports), ("rules/USR-A", 7));
    assert_eq!((message.state(), message.origin()), (v1::RuleState::Shadow, v1::RuleOrigin::User));
    assert_eq!(definition(message, "rule"), Ok(rule.definition));
}

#[test]
fn only_what_the_mask_names_is_changed() {
    let message = user_rule(&full(), 0);
    let mask = |path: &str| FieldMask { paths: vec![path.to_owned()] };
    let update = definition_update(message.clone(), Some(&mask("message_zh"))).unwrap();
    let message_zh = Some("消息".to_owned());
    assert_eq!(update, DefinitionUpdate { message_zh, ..DefinitionUpdate::default() });
    let all = definition_update(message.clone(), Some(&mask("*"))).unwrap();
    assert_eq!(full().redefined(all, Default::default()).definition, full().definition);
    assert!(definition_update(message, Some(&mask("state"))).is_err());
}

#[test]
fn every_field_that_cannot_be_used_is_named() {
    let mut message = user_rule(&full(), 0);
    message.severity = 0;
    message.levels = vec![1, 9];
    message.vectors[1].expected = 0;
    let cell = message.vectors[0].cells[0];
    message.vectors[0].cells.push(cell);
    message.vectors[0].division_code = "甲".to_owned();
    let refused = definition(message, "rule").unwrap_err();
    let paths: Vec<_> = refused.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "rule.severity",
            "rule.levels[1]",
            "rule.vectors[0].cells[1]",
            "rule.vectors[0].division_code",
            "rule.vectors[1].expected",
        ]
    );
}

#[test]
fn every_rule_of_the_catalogue_has_a_status_severities_and_a_page() {
    for entry in catalogue() {
        let rule = catalogue_rule(entry);
        assert_eq!(rule.name, format!("rules/{}", entry.code));
        let row = rule.catalogue.unwrap();
        assert!(row.status() != v1::RuleStatus::Unspecified && row.page_zh.is_empty());
        assert!(row.missing_values() != v1::MissingValuePolicy::Unspecified);
        let explained = explained_rule(explanation(entry.code).unwrap()).catalogue.unwrap();
        assert!(!explained.page_zh.is_empty() && !explained.page_en.is_empty());
    }
}

#[test]
fn the_name_of_a_rule_is_its_code() {
    assert_eq!(name::rule("rules/T3-001", "name").unwrap(), "T3-001");
    for wrong in
        ["", "rules/", "rules/t3-001", "T3-001", "rules/司", &format!("rules/{}", "A".repeat(33))]
    {
        assert!(name::rule(wrong, "name").is_err(), "{wrong}");
    }
    assert!(name::rule_code("T3-001", "rule_id").is_err());
}

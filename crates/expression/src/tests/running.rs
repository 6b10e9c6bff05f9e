use nianbao_domain::finding::Stage;
use nianbao_domain::organization::{Level, Standing};
use nianbao_domain::rules::Validation;
use nianbao_domain::user_rule::{DEFAULT_BASIS, RuleState, UserRule};

use super::*;
use crate::{CompiledRule, UserRules};

fn rule(code: &str, definition: Definition, state: RuleState) -> UserRule {
    let epoch = Default::default();
    UserRule::draft(code.parse().unwrap(), Default::default(), definition, epoch)
        .moved(state, epoch)
}

fn check(rules: Vec<UserRule>, case: &Case<'_>) -> (Validation, Vec<String>) {
    let mut validation = Validation::default();
    UserRules::compile(rules, 0).check(case, &mut validation);
    let ran = std::mem::take(&mut validation.user_rules);
    (validation, ran.hits.into_iter().map(|hit| hit.code.to_string()).collect())
}

#[test]
fn a_finding_says_what_the_record_says_and_shows_the_numbers() {
    let content = content(&[("granted.applicants", 3)]);
    let rules = vec![rule("USR-A", definition("granted.applicants == 4"), RuleState::Active)];
    let (validation, hits) = check(rules, &Case::new(&content));
    let [finding] = &validation.findings[..] else { panic!("{validation:?}") };
    assert_eq!((finding.code.as_ref(), finding.basis.as_ref()), ("USR-A", DEFAULT_BASIS));
    assert_eq!(finding.severity, Severity::Blocking);
    let seen = &finding.observation;
    assert_eq!(seen.message, Message::new("消息", "message"));
    assert_eq!(seen.cells, [cell("granted.applicants")]);
    assert_eq!(
        (seen.expected.as_str(), seen.found.as_str()),
        ("granted.applicants == 4", "granted.applicants = 3")
    );
    assert_eq!(hits, ["USR-A"]);
}

#[test]
fn a_rule_in_shadow_is_counted_and_not_shown() {
    let content = content(&[]);
    let rules = vec![
        rule("USR-A", definition("1 > 2"), RuleState::Shadow),
        rule("USR-B", definition("granted.applicants > 0"), RuleState::Shadow),
        rule("USR-C", definition("1 > 2"), RuleState::Draft),
        rule("USR-D", definition("1 > 2"), RuleState::Retired),
    ];
    let (validation, hits) = check(rules, &Case::new(&content));
    assert_eq!(validation, Validation::default());
    assert_eq!(hits, ["USR-A"]);
}

#[test]
fn nothing_that_users_write_blocks_a_published_page() {
    let content = content(&[]);
    let mut case = Case::new(&content);
    case.stage = Stage::PublishedPage;
    let (validation, _) = check(vec![rule("USR-A", definition("false"), RuleState::Active)], &case);
    assert!(!validation.blocks() && validation.findings.len() == 1);
}

#[test]
fn a_rule_for_some_levels_leaves_others_alone_and_asks_for_the_level() {
    let content = content(&[]);
    let limited = Definition { levels: vec![Level::County], ..definition("false") };
    let rules = || vec![rule("USR-A", limited.clone(), RuleState::Active)];
    let mut case = Case::new(&content);
    let (validation, hits) = check(rules(), &case);
    assert_eq!(
        (hits.len(), validation.not_assessed[0].missing.clone()),
        (0, vec!["level".to_owned()])
    );
    case.standing = Standing { level: Some(Level::Township), ..Standing::default() };
    assert_eq!(check(rules(), &case), (Validation::default(), Vec::new()));
    case.standing = Standing { level: Some(Level::County), ..Standing::default() };
    assert_eq!(check(rules(), &case).1, ["USR-A"]);
}

#[test]
fn a_rule_that_can_no_longer_be_read_is_told_and_passes_nothing() {
    let content = content(&[]);
    let rules = vec![rule("USR-A", definition("gone.away > 1"), RuleState::Active)];
    let (validation, _) = check(rules, &Case::new(&content));
    assert_eq!(validation.not_assessed[0].code, "USR-A");
    assert!(validation.not_assessed[0].reason.zh.contains("gone.away"));
}

#[test]
fn vectors_are_reports_with_what_they_give_and_nothing_else() {
    let mut definition = definition(
        "granted.applicants == previous.granted.applicants + 1 && organization.level == 'county'",
    );
    let given = Given {
        cells: [(cell("granted.applicants"), 2)].into(),
        previous: Some([(cell("granted.applicants"), 1)].into()),
        level: Some(Level::County),
        ..Given::default()
    };
    let other = Given { previous: Some([(cell("granted.applicants"), 2)].into()), ..given.clone() };
    let vector = |given: &Given, expected| TestVector {
        name: "例".to_owned(),
        given: given.clone(),
        expected,
    };
    definition.vectors = vec![
        vector(&given, Expectation::Holds),
        vector(&other, Expectation::Fails),
        vector(&Given::default(), Expectation::NotAssessable),
        vector(&given, Expectation::Fails),
    ];
    let trial = CompiledRule::compile("USR-A".parse().unwrap(), definition).unwrap().try_vectors();
    assert!(!trial.passes());
    let failed: Vec<_> = trial.failures().map(|(number, result)| (number, result.found)).collect();
    assert_eq!(failed, [(4, Some(Expectation::Holds))]);
}

#[test]
fn a_vector_that_cannot_be_made_says_why() {
    let mut definition = definition("year > 0");
    definition.editions = vec![Edition::E2021];
    definition.vectors[0].given.cells = [(cell("government_rules.newly_made"), 1)].into();
    definition.vectors[1].given.edition = Some(Edition::E2019);
    let trial = CompiledRule::compile("USR-A".parse().unwrap(), definition).unwrap().try_vectors();
    let reasons: Vec<_> = trial.results.iter().map(|it| it.reason.zh.as_str()).collect();
    assert!(reasons[0].contains("government_rules.newly_made"), "{reasons:?}");
    assert!(reasons[1].contains("不适用"), "{reasons:?}");
}

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::finding::{
    Finding, Message, NotAssessed, Observation, Quote, Severity, SuggestedChange, Suggestion,
};
use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::rules::Validation;
use nianbao_domain::sheet::Reading;
use nianbao_proto::v1;

use crate::{finding, not_assessed, outcome, removed_line};

fn seen(severity: Severity) -> Finding {
    let quote = Quote { section: 1, line: 12, text: "共 2 件".to_owned(), ordinal: 1 };
    let observation = Observation::new("中文", "English")
        .about([CellId::new(Line::GovernmentRules, Column::NewlyMade)])
        .expected(0, 2)
        .quoting(quote)
        .read(Reading::BlanksAsZero);
    Finding::new("SEM-001", severity, "立法法", observation)
}

#[test]
fn a_finding_is_told_whole() {
    let seen = seen(Severity::Blocking);
    let told = finding(&seen);
    let expected = v1::Finding {
        code: "SEM-001".to_owned(),
        severity: v1::Severity::Blocking.into(),
        cells: vec![v1::CellReference {
            line: v1::Line::GovernmentRules.into(),
            column: v1::Column::NewlyMade.into(),
        }],
        expected: "0".to_owned(),
        found: "2".to_owned(),
        quote: Some(v1::Quote { section: 1, line: 12, text: "共 2 件".to_owned() }),
        message_zh: "中文".to_owned(),
        message_en: "English".to_owned(),
        basis: "立法法".to_owned(),
        identity: seen.identity(),
        evidence: seen.evidence(),
        caused_by: String::new(),
        reading: v1::Reading::BlanksAsZero.into(),
        suggestions: vec![],
        answer: None,
    };
    assert_eq!(told, expected);
}

#[test]
fn a_suggestion_is_told_with_the_numbers_as_people_write_them() {
    let money = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    let blank = CellId::new(Line::Granted, Column::Applicants);
    let changes = vec![
        SuggestedChange { cell: money, from: Some(1_500_000), to: 2_000_000 },
        SuggestedChange { cell: blank, from: None, to: 6 },
    ];
    let message = Message::new("总计漏填", "the total was left out");
    let mut seen = seen(Severity::Blocking);
    seen.caused_by = Some("0123".to_owned());
    seen.suggestions.push(Suggestion { unique: true, changes, message });
    let told = finding(&seen);
    assert_eq!(told.caused_by, "0123");
    let [suggestion] = &told.suggestions[..] else { panic!("{:?}", told.suggestions) };
    let numbers: Vec<_> =
        suggestion.changes.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect();
    assert_eq!(numbers, [("1.5", "2"), ("", "6")]);
    assert!(suggestion.unique);
    assert_eq!(suggestion.message_zh, "总计漏填");
    assert_eq!(suggestion.message_en, "the total was left out");
}

#[test]
fn a_rule_that_was_not_assessed_says_what_was_missing() {
    let rule = NotAssessed {
        code: "XYR-001".into(),
        reason: Message::new("缺上年", "no previous year"),
        missing: vec!["previous_year".to_owned()],
    };
    let told = not_assessed(&rule);
    assert_eq!((told.code.as_str(), told.reason.as_str()), ("XYR-001", "缺上年"));
    assert_eq!((told.reason_en.as_str(), told.missing), ("no previous year", rule.missing));
}

#[test]
fn the_gravest_finding_decides_the_outcome() {
    let of = |severities: &[Severity]| {
        let findings = severities.iter().copied().map(seen).collect();
        outcome(&Validation { findings, ..Validation::default() })
    };
    assert_eq!(of(&[]), v1::ValidationOutcome::Valid);
    assert_eq!(of(&[Severity::Info]), v1::ValidationOutcome::Valid);
    assert_eq!(of(&[Severity::Info, Severity::Warning]), v1::ValidationOutcome::Warnings);
    assert_eq!(of(&[Severity::Warning, Severity::Blocking]), v1::ValidationOutcome::Invalid);
}

#[test]
fn a_removed_line_keeps_its_place() {
    let told = removed_line(&PlacedText { line: 3, text: "关闭窗口".to_owned() });
    assert_eq!(told, v1::RemovedLine { line: 3, text: "关闭窗口".to_owned() });
}

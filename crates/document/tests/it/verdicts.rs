//! The figures of real reports, judged: what is known to be wrong is found, nothing else is called a
//! failure.

use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::finding::{Severity, Stage};
use nianbao_domain::organization::Standing;
use nianbao_domain::report::Content;
use nianbao_domain::rules::{Case, Validation, validate};
use nianbao_domain::sheet::{Reading, Sheet};

use crate::figures;

fn judged(sheet: Sheet, organ: &str, year: i64) -> Validation {
    let content = Content::blank(sheet);
    let document = DocumentEvidence { figures_only: true, ..DocumentEvidence::default() };
    let mut case = Case::new(&content);
    case.document = Some(&document);
    case.stage = Stage::PublishedPage;
    case.year = year.try_into().ok();
    case.standing = Standing::of(None, None, Some(organ));
    validate(&case)
}

/// The codes of the tables that a published page is warned about.
fn warned(validation: &Validation) -> Vec<&str> {
    let of_tables = |code: &str| ["T2-", "T3-", "T4-", "SEM", "EDN", "UNT"].contains(&&code[..3]);
    let grave = validation.findings.iter().filter(|it| it.severity < Severity::Info);
    let mut codes: Vec<_> =
        grave.map(|it| it.code.as_ref()).filter(|code| of_tables(code)).collect();
    codes.dedup();
    codes
}

#[test]
fn a_city_whose_blanks_stand_for_zeros_fails_nowhere_and_balances_in_the_second_reading() {
    let validation = judged(figures::shanghai().sheet(), "上海市人民政府办公厅", 2019);
    assert_eq!(warned(&validation), ["T3-006"]);
    for code in ["T3-001", "T3-002", "T3-003"] {
        let undecided = validation.not_assessed.iter().find(|it| it.code == code).unwrap();
        assert!(undecided.reason.zh.contains("空白按 0 计算时，这些关系成立"), "{code}");
    }
}

#[test]
fn the_same_city_with_one_wrong_number_fails_in_the_second_reading_only() {
    let mut sheet = figures::shanghai().sheet();
    let cell = "granted.natural_person".parse().unwrap();
    sheet.set(cell, nianbao_domain::sheet::Cell::Number(259)).unwrap();
    let validation = judged(sheet, "上海市人民政府办公厅", 2019);
    let arithmetic = validation.findings.iter().filter(|it| it.code.starts_with("T3-00"));
    let mut failures = arithmetic.filter(|it| it.code != "T3-006").peekable();
    assert!(failures.peek().is_some());
    assert!(failures.all(|it| it.observation.reading == Reading::BlanksAsZero));
    assert!(!validation.blocks());
}

#[test]
fn a_city_without_a_fault_is_not_warned_about() {
    let validation = judged(figures::suqian().sheet(), "宿迁市人民政府", 2023);
    assert_eq!(warned(&validation), [""; 0]);
    assert!(!validation.not_assessed.iter().any(|it| it.code.starts_with("T3-00")));
}

#[test]
fn the_township_has_its_form_its_rules_and_its_unit_against_it() {
    let validation = judged(figures::siqian().sheet(), "司前镇人民政府办公室", 2024);
    assert_eq!(warned(&validation), ["EDN-001", "SEM-001", "UNT-002"]);
}

//! What user rules cost: reading one, and ten on top of a check. Limit: ten rules in 50 µs.

use divan::Bencher;
use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::Edition;
use nianbao_domain::report::Content;
use nianbao_domain::rules::{Case, Validation};
use nianbao_domain::sheet::{Cell, Sheet};
use nianbao_domain::user_rule::{Definition, UserRuleCode};
use nianbao_expression::{CompiledRule, Program, UserRules};

fn main() {
    divan::main();
}

const EXPRESSIONS: [&str; 10] = [
    "granted.natural_person + granted.legal_entity == granted.applicants",
    "handled.applicants <= new_requests.applicants + carried_over.applicants",
    "kind != 'own' || granted.applicants * 100 >= handled.applicants * 10",
    "[granted.applicants, partly_granted.applicants, not_held.applicants].all(x, x >= 0)",
    "administrative_charges.amount_collected >= 0 && year >= 2021",
    "organization.level in ['county', 'township'] ? government_rules.issued == 0 : true",
    "reconsideration.upheld + reconsideration.rectified + reconsideration.other_outcome + reconsideration.pending == reconsideration.cases",
    "!has(previous.granted.applicants) || granted.applicants < previous.granted.applicants * 10",
    "organization.name.contains('镇') || organization.name.endsWith('局')",
    "edition == '2021' && !(granted.enterprise > granted.applicants)",
];

fn content() -> Content {
    let mut sheet = Sheet::blank(Edition::E2021);
    for cell in Edition::E2021.layout().cells() {
        sheet.set(*cell, Cell::Number(7)).ok();
    }
    Content {
        title: "司前镇人民政府2024年政府信息公开工作年度报告".to_owned(),
        ..Content::blank(sheet)
    }
}

fn rule(number: usize, expression: &str) -> Option<CompiledRule> {
    let code: UserRuleCode = format!("USR-{number}").parse().ok()?;
    let definition = Definition {
        title: String::new(),
        message: Message::default(),
        basis: String::new(),
        severity: Severity::Warning,
        levels: Vec::new(),
        editions: Vec::new(),
        kinds: Vec::new(),
        expression: expression.to_owned(),
        vectors: Vec::new(),
    };
    CompiledRule::compile(code, definition).ok()
}

#[divan::bench]
fn ten_rules_on_a_report(bencher: Bencher<'_, '_>) {
    let rules: Vec<_> = (0..).zip(EXPRESSIONS).filter_map(|(n, it)| rule(n, it)).collect();
    assert_eq!(rules.len(), EXPRESSIONS.len());
    let (rules, content) = (UserRules::active(rules), content());
    bencher.bench_local(|| {
        let mut validation = Validation::default();
        let mut case = Case::new(&content);
        case.year = "2024".parse().ok();
        rules.check(&case, &mut validation);
        validation
    });
}

#[divan::bench]
fn reading_one_rule(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Program::compile(EXPRESSIONS[0], &Edition::ALL));
}

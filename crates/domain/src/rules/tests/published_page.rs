//! A page as townships publish them: the trial form years after it was replaced, rules that a
//! township cannot make, an amount without a unit, and words that agree with the figures.

use super::super::{Case, trial, validate};
use crate::evidence::{DocumentEvidence, PlacedText};
use crate::finding::{Severity, Stage};
use crate::form::{CellId, Column, Edition, Line};
use crate::organization::Standing;
use crate::report::Content;
use crate::sheet::{Amount, Cell, samples::consistent};

const ORGAN: &str = "青石镇人民政府办公室";
const OVERVIEW: &str = "2024年，青石镇人民政府办公室按照《中华人民共和国政府信息公开条例》做好各项公开工作，现报告如下：
（一）主动公开。本年通过县政府网站公开信息20条,其中年度报告2条,规章文件2条,规划计划2条,工作动态8条、业务工作3条,统计信息1条,其他2条。
（二）依申请公开。2024年,未收到和办理依申请公开。
（三）信息管理。网站上可以查阅现行有效的文件。";
const PROBLEMS: &str = "一是有的信息公开得不够及时；二是形式还不够多样。下一步加强培训，明确分工。";
const OTHER: &str = "2025年，我镇将继续做好政府信息公开工作。";

fn page() -> Content {
    let mut content = trial::on(Edition::E2019);
    content.title = format!("{ORGAN}2024年政府信息公开工作年度报告");
    content.narrative.sections =
        [(1, OVERVIEW), (2, ""), (3, ""), (4, ""), (5, PROBLEMS), (6, OTHER)]
            .map(|(number, text)| trial::section(number, text))
            .to_vec();
    content.sheet = consistent(Edition::E2019, |_| 0);
    let mut set = |line, column, number| {
        content.sheet.set(CellId::new(line, column), Cell::Number(number)).unwrap();
    };
    for column in [Column::NewlyMade, Column::NewlyDisclosed, Column::TotalDisclosed] {
        set(Line::GovernmentRules, column, 2);
    }
    let amount: Amount = "863732.45".parse().unwrap();
    set(Line::GovernmentProcurement, Column::ProcurementItems, 31);
    set(Line::GovernmentProcurement, Column::ProcurementAmount, amount.millionths);
    content
}

fn seen(stage: Stage) -> Vec<(String, Severity)> {
    let content = page();
    let chrome = vec![PlacedText { line: 1, text: "今天是:".to_owned() }];
    let document = DocumentEvidence { chrome, ..DocumentEvidence::default() };
    let mut case = Case::new(&content);
    case.stage = stage;
    case.year = Some(2024.try_into().unwrap());
    case.standing = Standing::of(None, None, Some(ORGAN));
    case.document = Some(&document);
    validate(&case).findings.into_iter().map(|it| (it.code.into_owned(), it.severity)).collect()
}

#[test]
fn its_edition_and_its_rules_block_and_nothing_else_does() {
    let seen = seen(Stage::Draft);
    let blocking = seen.iter().filter(|(_, severity)| *severity == Severity::Blocking);
    let blocking: Vec<_> = blocking.map(|(code, _)| code.as_str()).collect();
    assert_eq!(blocking, ["EDN-001", "SEM-001"]);
    assert!(seen.contains(&("UNT-002".to_owned(), Severity::Warning)));
    assert!(seen.contains(&("CNT-006".to_owned(), Severity::Info)));
}

#[test]
fn a_page_that_is_already_published_is_never_blocked() {
    assert!(seen(Stage::PublishedPage).iter().all(|(_, severity)| *severity > Severity::Blocking));
}

#[test]
fn every_finding_says_what_and_where_in_both_languages() {
    let content = page();
    let mut case = Case::new(&content);
    case.year = Some(2024.try_into().unwrap());
    case.standing = Standing::of(None, None, Some(ORGAN));
    let findings = validate(&case).findings;
    let said = |code: &str| {
        let finding = findings.iter().find(|it| it.code == code).unwrap();
        (finding.observation.message.zh.as_str(), finding.observation.message.en.as_str())
    };
    let (zh, en) = said("SEM-001");
    assert!(zh.contains("“规章·本年新制作数量”") && en.contains("government_rules.newly_made"));
    let (zh, en) = said("UNT-002");
    assert!(zh.contains("863732.45") && en.contains("863732.45"));
}

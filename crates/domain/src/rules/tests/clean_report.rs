//! A report without a fault raises nothing: whatever its figures, as long as they add up.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::{Case, Validation, trial, validate};
use crate::evidence::{DocumentEvidence, Heading, PlacedText, TableEvidence, TablePresence};
use crate::finding::{NotAssessed, Stage};
use crate::form::{CellId, Column, Edition, Line, TableId};
use crate::organization::{Level, LevelSource, Organization, RulePower, Standing};
use crate::report::{Content, Publication, ReportKind};
use crate::sheet::{Sheet, samples::consistent};

/// Evidence that the report itself cannot give.
const ELSEWHERE: [&str; 3] = ["previous_year", "siblings", "children"];

/// Consistent figures; nothing is carried over, so that every column receives what it handles, and
/// everything that was issued is in force.
fn figures(edition: Edition, values: &[i64]) -> Sheet {
    let cells = edition.layout().cells();
    let leaf = |n: usize| match cells[n] {
        CellId { line: Line::CarriedOver, .. } => 0,
        CellId { column: Column::InForce, .. } => 1000 + values[n],
        _ => values[n],
    };
    consistent(edition, leaf)
}

fn report(sheet: Sheet, year: u16) -> Content {
    let cell = |line, column| sheet.printed_number(CellId::new(line, column));
    let received = cell(Line::NewRequests, Column::Applicants);
    let natural = cell(Line::NewRequests, Column::NaturalPerson);
    let mut content = trial::on(sheet.edition());
    content.title = format!("青石市人民政府{year}年政府信息公开工作年度报告");
    content.narrative.preamble = format!("本报告的统计期限为{year}年1月1日至12月31日。");
    let overview = match received.as_str() {
        "0" => format!("{year}年，我市未收到政府信息公开申请。"),
        _ => format!("全年收到政府信息公开申请{received}件，其中自然人{natural}件。"),
    };
    let topics = "主动公开信息30条，其中公文12条、动态10条、其他8条；网站发布前经负责人审核，举办培训2次。公开工作纳入年度考核和社会评议，未发生责任追究。";
    content.narrative.sections = vec![
        trial::section(1, &format!("{overview}\n{topics}")),
        trial::section(5, "公开的形式还比较单一，已经增加图解3篇。"),
        trial::section(6, "应当收取信息处理费的，已经发出收费通知。"),
    ];
    content.sheet = sheet;
    content.publication = Some(Publication {
        uri: "https://www.example.gov.cn/nb.html".to_owned(),
        publish_date: NaiveDate::from_ymd_opt(i32::from(year) + 1, 3, 31),
    });
    content
}

fn document(sheet: &Sheet) -> DocumentEvidence {
    let section = |section: &crate::form::Section| Heading {
        section: section.number,
        title: PlacedText { line: 9, text: section.title.to_owned() },
        official: true,
    };
    let table = |table| TableEvidence {
        table,
        presence: TablePresence::Present,
        missing_labels: Vec::new(),
        extra_blocks: Vec::new(),
    };
    let code = PlacedText { line: 3, text: "11370883004325769B".to_owned() };
    DocumentEvidence {
        headings: sheet.edition().form().sections.iter().map(section).collect(),
        tables: TableId::ALL.map(table).to_vec(),
        credit_codes: vec![code],
        ..DocumentEvidence::default()
    }
}

fn case<'a>(content: &'a Content, organ: &'a Organization, year: u16) -> Case<'a> {
    let mut case = Case::new(content);
    case.stage = Stage::Submission;
    case.year = Some(i64::from(year).try_into().unwrap());
    case.organization = Some(organ);
    case.titled_organization = Some(organ);
    case.kind = ReportKind::Consolidated;
    case.standing = Standing {
        level: Some(Level::Prefecture),
        source: LevelSource::Record,
        rule_power: RulePower::Has,
    };
    case
}

fn city() -> Organization {
    let mut organ = trial::organization("city", "青石市人民政府");
    organ.credit_code = Some("11370883004325769B".parse().unwrap());
    organ.division_code = Some("370883".parse().unwrap());
    organ
}

fn checked(edition: Edition, values: &[i64]) -> Validation {
    let year = edition.form().first_year;
    let content = report(figures(edition, values), year);
    let organ = city();
    let document = document(&content.sheet);
    let mut case = case(&content, &organ, year);
    case.document = Some(&document);
    validate(&case)
}

/// Nothing is found, and what is not assessed lacks nothing but reports of other years or organs.
fn only_other_reports_missing(validation: Validation) -> Result<(), Validation> {
    let of_others = |missing: &String| ELSEWHERE.contains(&missing.as_str());
    let needs_others = |it: &NotAssessed| it.missing.iter().all(of_others);
    let clean = validation.findings.is_empty() && validation.not_assessed.iter().all(needs_others);
    if clean { Ok(()) } else { Err(validation) }
}

proptest! {
    #[test]
    fn a_consistent_report_raises_nothing(values in proptest::collection::vec(0i64..1000, 200)) {
        prop_assert_eq!(only_other_reports_missing(checked(Edition::E2021, &values)), Ok(()));
    }
}

#[test]
fn a_report_of_zeros_raises_nothing() {
    for edition in Edition::ALL {
        assert_eq!(only_other_reports_missing(checked(edition, &[0; 200])), Ok(()));
    }
}

#[test]
fn without_a_document_what_a_document_shows_is_not_assessed() {
    let content = report(figures(Edition::E2021, &[1; 200]), 2023);
    let organ = city();
    let validation = validate(&case(&content, &organ, 2023));
    assert_eq!(validation.findings, []);
    for code in ["EDN-003", "IDN-005", "CNT-006", "IMP-002", "IMP-003"] {
        assert!(validation.not_assessed.iter().any(|it| it.code == code), "{code}");
    }
}

#[test]
fn a_report_that_says_nothing_yet_is_never_a_pass_and_never_crashes() {
    for edition in Edition::ALL {
        let validation = validate(&Case::new(&trial::on(edition)));
        assert!(validation.blocks());
        assert!(validation.not_assessed.iter().any(|it| it.code == "T3-001"));
    }
}

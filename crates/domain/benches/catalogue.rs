//! The whole catalogue on a typical report: limit 150 µs, with 5 KB of narrative and without other
//! reports to compare with.

use divan::{Bencher, black_box};
use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::organization::{Level, LevelSource, RulePower, Standing};
use nianbao_domain::report::{Content, Narrative, SectionText};
use nianbao_domain::rules::{Case, validate};
use nianbao_domain::sheet::{Cell, Sheet};

fn main() {
    divan::main();
}

/// The figures that the text speaks of.
const FIGURES: &[(Line, Column, i64)] = &[
    (Line::NormativeDocuments, Column::Issued, 12),
    (Line::NormativeDocuments, Column::Repealed, 7),
    (Line::NormativeDocuments, Column::InForce, 138),
    (Line::AdministrativeLicensing, Column::Decisions, 51_200),
    (Line::AdministrativePenalties, Column::Decisions, 8_400),
    (Line::NewRequests, Column::NaturalPerson, 838),
    (Line::NewRequests, Column::Enterprise, 73),
    (Line::CarriedOver, Column::NaturalPerson, 24),
    (Line::CarriedOver, Column::Enterprise, 2),
    (Line::Granted, Column::NaturalPerson, 386),
    (Line::PartlyGranted, Column::NaturalPerson, 58),
    (Line::ProcessInformation, Column::NaturalPerson, 92),
    (Line::NotHeld, Column::NaturalPerson, 193),
    (Line::NotHeld, Column::Enterprise, 75),
    (Line::Duplicate, Column::NaturalPerson, 67),
    (Line::AbandonedWithoutCorrection, Column::NaturalPerson, 34),
    (Line::CarriedForward, Column::NaturalPerson, 32),
    (Line::Reconsideration, Column::Upheld, 15),
    (Line::Reconsideration, Column::Rectified, 6),
    (Line::Reconsideration, Column::OtherOutcome, 4),
    (Line::Reconsideration, Column::Pending, 3),
    (Line::DirectLitigation, Column::Upheld, 5),
    (Line::LitigationAfterReconsideration, Column::Upheld, 4),
];

#[expect(clippy::unwrap_used, reason = "the figures are on the form and in range")]
fn report() -> Content {
    let mut sheet = Sheet::blank(Edition::E2021);
    for (line, column, number) in FIGURES {
        sheet.set(CellId::new(*line, *column), Cell::Number(*number)).unwrap();
    }
    let mut content = Content::blank(sheet.with_blanks_as_zero());
    content.title = "青石县人民政府2024年政府信息公开工作年度报告".to_owned();
    let section =
        |number, text: &str| SectionText { number, title: String::new(), text: text.to_owned() };
    content.narrative = Narrative {
        preamble: "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号要求编制。本报告由总体情况等六个部分组成，统计期限为2024年1月1日至2024年12月31日。".to_owned(),
        sections: vec![
            section(1, include_str!("report.txt")),
            section(2, ""),
            section(3, ""),
            section(4, ""),
            section(5, "存在的主要问题：一是部分栏目更新不够及时；二是政策解读形式比较单一。改进情况：已建立更新提醒制度，增加图解和视频解读。"),
            section(6, "本年度未收取信息处理费。"),
        ],
        closing: String::new(),
    };
    content
}

#[divan::bench]
fn whole_catalogue(bencher: Bencher<'_, '_>) {
    let content = report();
    bencher.bench_local(|| {
        let mut case = Case::new(black_box(&content));
        case.year = 2024.try_into().ok();
        case.standing = Standing {
            level: Some(Level::County),
            source: LevelSource::Record,
            rule_power: RulePower::Lacks,
        };
        validate(&case)
    });
}

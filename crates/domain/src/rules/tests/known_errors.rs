//! Errors that stand in published reports, with their figures: each is found, and by the rule for it.

use super::super::{Case, Previous, Validation, rules, trial};
use crate::form::{CellId, Column, Edition, Line};
use crate::report::Content;
use crate::sheet::{Cell, Sheet};

/// What the rules about words say, as `code expected found`.
fn told(case: &Case<'_>) -> Vec<String> {
    let mut validation = Validation::default();
    let is_about_words = |code: &str| code.starts_with("TXT") || code == "HIR-004";
    rules()
        .filter(|rule| is_about_words(rule.entry.code))
        .for_each(|it| it.run(case, &mut validation));
    let told = validation.findings.into_iter();
    told.map(|it| format!("{} {} {}", it.code, it.observation.expected, it.observation.found))
        .collect()
}

fn saying(text: &str, sheet: Sheet) -> Content {
    let mut content = trial::saying(text);
    content.sheet = sheet;
    content
}

/// Totals of some lines; every other cell is zero.
fn totals(lines: &[(Line, Column, i64)]) -> Sheet {
    let mut sheet = Sheet::blank(Edition::E2021).with_blanks_as_zero();
    for (line, column, number) in lines {
        sheet.set(CellId::new(*line, *column), Cell::Number(*number)).unwrap();
    }
    sheet
}

/// 上海市政府办公厅 2019: natural persons, enterprises, legal services, others; no totals of outcomes.
fn shanghai() -> Sheet {
    let columns = [
        Column::NaturalPerson,
        Column::Enterprise,
        Column::LegalServiceInstitution,
        Column::OtherLegalEntity,
    ];
    let lines = [
        (Line::NewRequests, [821, 35, 2, 1]),
        (Line::CarriedOver, [18, 0, 0, 0]),
        (Line::Granted, [258, 12, 1, 1]),
        (Line::PartlyGranted, [3, 0, 0, 0]),
        (Line::StateSecret, [14, 0, 0, 0]),
        (Line::InternalAffairs, [5, 0, 0, 0]),
        (Line::ProcessInformation, [3, 1, 0, 0]),
        (Line::AdministrativeInquiry, [10, 2, 0, 0]),
        (Line::NotHeld, [252, 12, 1, 0]),
        (Line::RequiresCreation, [44, 3, 0, 0]),
        (Line::StillUnclear, [25, 0, 0, 0]),
        (Line::ComplaintOrPetition, [148, 1, 0, 0]),
        (Line::Duplicate, [5, 4, 0, 0]),
        (Line::CarriedForward, [72, 0, 0, 0]),
    ];
    let mut sheet = Sheet::blank(Edition::E2019);
    let mut set = |line, column, number| {
        if number > 0 {
            sheet.set(CellId::new(line, column), Cell::Number(number)).unwrap();
        }
    };
    for (line, numbers) in lines {
        columns.iter().zip(numbers).for_each(|(column, number)| set(line, *column, number));
    }
    for (line, total) in [(Line::NewRequests, 859), (Line::CarriedOver, 18), (Line::Handled, 805)] {
        set(line, Column::Applicants, total);
    }
    set(Line::CarriedForward, Column::Applicants, 72);
    for (column, number) in [(Column::Upheld, 5), (Column::Pending, 2), (Column::Cases, 7)] {
        set(Line::Reconsideration, column, number);
    }
    for (column, number) in [(Column::Upheld, 8), (Column::Pending, 1), (Column::Cases, 9)] {
        set(Line::DirectLitigation, column, number);
    }
    sheet
}

#[test]
fn shanghai_2019_contradicts_its_table_in_words_shares_and_outcomes_of_cases() {
    let text = "全年收到政府信息公开申请859件，上年结转18件，答复805件，结转下年度72件。其中，予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。因政府信息公开引起的行政复议7件，行政诉讼9件，均获维持。";
    let content = saying(text, shanghai());
    assert_eq!(
        told(&Case::new(&content)),
        [
            "TXT-006 275 258",
            "TXT-006 337 265",
            "TXT-006 877 788",
            "TXT-007 32.0% 33.9%",
            "TXT-007 4.35% 4.34%",
            "TXT-010 0 2, 1",
        ]
    );
}

#[test]
fn suqian_2024_counts_cases_of_the_year_and_errs_in_its_growth() {
    let text = "2024年，全市共办理政府信息公开申请3646件，同比增长1.05%。因政府信息公开引起的行政复议134件，行政诉讼57件。";
    let before = [
        (Line::NewRequests, Column::Applicants, 3511),
        (Line::CarriedOver, Column::Applicants, 96),
    ];
    let cases = [
        (Line::NewRequests, Column::Applicants, 3525),
        (Line::CarriedOver, Column::Applicants, 121),
        (Line::Reconsideration, Column::Cases, 170),
        (Line::DirectLitigation, Column::Cases, 25),
        (Line::LitigationAfterReconsideration, Column::Cases, 52),
    ];
    let (mut content, previous) = (saying(text, totals(&cases)), saying("", totals(&before)));
    content.title = "宿迁市人民政府2024年政府信息公开工作年度报告".to_owned();
    let mut case = Case::new(&content);
    case.year = Some(2024.try_into().unwrap());
    case.previous = Previous::Report(trial::related(&previous));
    assert_eq!(told(&case), ["TXT-007 1.08% 1.05%", "TXT-008 170 134", "TXT-008 77 57"]);
}

#[test]
fn answers_carried_requests_and_documents_are_held_against_their_cells() {
    let sheet = || {
        totals(&[
            (Line::NewRequests, Column::Applicants, 78),
            (Line::CarriedOver, Column::Applicants, 3),
            (Line::Handled, Column::Applicants, 78),
            (Line::CarriedForward, Column::Applicants, 3),
            (Line::NormativeDocuments, Column::Issued, 4),
            (Line::NormativeDocuments, Column::InForce, 20),
        ])
    };
    // 硚口区政府办 2025
    let text = "新收到依申请公开政府信息78件，结转上年度办理3件。其中，答复依申请公开政府信息75件，均在法定期限内予以答复，结转下年度继续办理3件。";
    let content = saying(text, sheet());
    assert_eq!(told(&Case::new(&content)), ["TXT-004 78 75"]);
    // 濂溪区 2024
    let right = "制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。";
    let content = saying(right, sheet());
    assert_eq!(told(&Case::new(&content)), [""; 0]);
    let content = saying(&right.replace("20件", "21件").replace("4件", "3件"), sheet());
    assert_eq!(told(&Case::new(&content)), ["TXT-011 4 3", "TXT-011 20 21"]);
    let content = saying("上年结转政府信息公开申请4件，结转下年度3件。", sheet());
    assert_eq!(told(&Case::new(&content)), ["TXT-005 3 4"]);
}

#[test]
fn sentences_of_real_reports_that_are_right_raise_nothing() {
    let sheet = || {
        let column = Column::Applicants;
        totals(&[
            (Line::NewRequests, column, 133),
            (Line::Handled, column, 117),
            (Line::CarriedForward, column, 16),
            (Line::Granted, column, 46),
            (Line::PartlyGranted, column, 22),
            (Line::ThirdPartyRights, column, 15),
            (Line::NotHeld, column, 27),
            (Line::AbandonedWithoutCorrection, column, 2),
            (Line::OtherReason, column, 5),
        ])
    };
    for text in [
        // 祁阳市 2024
        "收到政府信息公开申请133件，予以公开46件，部分公开22件，不予公开15件，无法提供27件，不予处理0件，逾期不补正2件，其他5件，结转下年度16件。",
        // 环县 2025, 硚口区审计局 2025, 蓬江区发改局 2024
        "全年公开信息60931条，其中中央及省市媒体13635条、县政府网站12365条、政务新媒体32526条、其他渠道2405条。",
        "网站公开10条，其中年报1条、目录1条、统计1条、事项目录1条、法治1条、审计2条、预决算3条。",
        "主动公开188条，其中目录信息102条、专题86条。",
        // 司前镇 2024
        "共主动公开各类信息20条,其中政府信息公开工作年度报告2条,规章文件2条,规划计划2条,工作动态8条、业务工作3条,统计信息1条,其他2条。",
        "自然人申请120件、法人申请13件、合计133件。",
    ] {
        let content = saying(text, sheet());
        assert_eq!(told(&Case::new(&content)), [""; 0], "{text}");
    }
}

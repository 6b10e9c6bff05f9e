//! TXT-003 to TXT-006, TXT-008, TXT-011: counts in the text agree with the tables.
//!
//! One check for all: what a statement is about names its cells, in every reading that it allows. It
//! is held against the table only where it is understood from end to end and reaches the whole report,
//! and a finding needs all its readings to fail.

use super::comparison::{Answer, Reach, answer, reach};
use super::outcome_sum;
use super::readings;
use crate::finding::{Message, Observation};
use crate::form::CellId;
use crate::rules::naming::{self, section, section_en};
use crate::rules::told::Claim;
use crate::rules::{Case, Rule, Sink};
use crate::sheet::Reading;
use crate::statement::{About, Intake, Quantity, Said, Statement};

pub(super) const RECEIVED: Rule = Rule::new("TXT-003", |case, sink| {
    let is_denial = |it: &Statement, count: i64| {
        count == 0 && matches!(it.about, About::Received(Intake::Received | Intake::New))
    };
    check(case, sink, |it, count| {
        matches!(it.about, About::Received(_) | About::Processed) && !is_denial(it, count)
    });
});

pub(super) const ANSWERED: Rule = Rule::new("TXT-004", |case, sink| {
    check(case, sink, |it, _| matches!(it.about, About::Answered { .. }));
});

pub(super) const CARRIED: Rule = Rule::new("TXT-005", |case, sink| {
    check(case, sink, |it, _| matches!(it.about, About::Carried(_)));
});

/// The outcomes one by one, and their sum against what was received.
pub(super) const OUTCOMES: Rule = Rule::new("TXT-006", |case, sink| {
    check(case, sink, |it, _| matches!(it.about, About::Outcomes(_)));
    outcome_sum::check(case, sink);
});

/// Cases, where the sentence says what they are about: an organ may also decide those of others. That
/// there were none is the matter of TXT-009.
pub(super) const CASES: Rule = Rule::new("TXT-008", |case, sink| {
    check(case, sink, |it, count| {
        matches!(it.about, About::Proceedings(_)) && it.scope.is_of_disclosure && count > 0
    });
});

pub(super) const DOCUMENTS: Rule = Rule::new("TXT-011", |case, sink| {
    check(case, sink, |it, _| matches!(it.about, About::Documents { .. }));
});

/// Holds the statements that a rule is about against the table.
fn check(case: &Case<'_>, sink: &mut Sink<'_>, applies: impl Fn(&Statement, i64) -> bool) {
    let mut missing = Vec::new();
    for claim in case.claims() {
        let Said::Count(quantity) = claim.statement.said else { continue };
        let Some(least) = least(&quantity).filter(|least| applies(claim.statement, *least)) else {
            continue;
        };
        match reach(case, &claim) {
            Reach::Part => continue,
            Reach::UnknownYear => {
                missing.push("year".to_owned());
                continue;
            }
            Reach::Whole => {}
        }
        let edition = case.content.sheet.edition();
        let readings = readings::cells(claim.statement, edition, case.year);
        let most = i128::from(least) + i128::from(quantity.rounding.millionths / 1_000_000);
        let counted = |sum: i128| within(i128::from(least), most, sum);
        match answer(case, readings, counted) {
            Answer::Differs { cells, sum, reading } => {
                let seen = observation(case, &claim, &quantity, &cells, sum);
                let quote = case.sentences().quote(&claim.sentence);
                sink.raise(seen.quoting(quote).read(reading));
            }
            Answer::Unknown(cells) => missing.extend(cells.iter().map(ToString::to_string)),
            Answer::Agrees | Answer::Incomparable => {}
        }
    }
    not_assessable(sink, missing);
}

/// The whole number that is stated, where it is no approximation; 4.5万 is one, within its last digit.
fn least(quantity: &Quantity) -> Option<i64> {
    let whole = quantity.value.millionths % 1_000_000 == 0;
    (whole && !quantity.is_vague).then_some(quantity.value.millionths / 1_000_000)
}

/// A rounded number stands for what is at most one unit of its last digit away.
fn within(least: i128, most: i128, sum: i128) -> bool {
    (2 * least - most..=most).contains(&sum)
}

/// Says what is missing, once.
pub(super) fn not_assessable(sink: &mut Sink<'_>, mut missing: Vec<String>) {
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() {
        let reason = Message::new(
            "文字中有数字，缺少可以对照的数字或年份，无法判断",
            "the text states a number; a figure or the year to compare it with is missing",
        );
        sink.not_assessable(missing, reason);
    }
}

fn observation(
    case: &Case<'_>,
    claim: &Claim<'_>,
    quantity: &Quantity,
    cells: &[CellId],
    sum: i128,
) -> Observation {
    let layout = case.content.sheet.layout();
    let (sums_zh, sums_en) = if cells.len() > 1 { ("之和", " sum to") } else { ("", " says") };
    let blanks = match reading_of(case, cells) {
        Reading::AsPrinted => "",
        Reading::BlanksAsZero => "（空白按 0 计）",
    };
    let stated = quantity.value;
    Observation::new(
        format!(
            "{}第 {} 行写的是 {stated} {}，表中{}{sums_zh}为 {sum}{blanks}；请核对文字和表格",
            section(claim.sentence.section),
            claim.sentence.line,
            quantity.classifier,
            naming::cells(layout, cells),
        ),
        format!(
            "the {} states {stated}, yet {}{sums_en} {sum}",
            section_en(claim.sentence.section),
            naming::codes(cells),
        ),
    )
    .about(cells.iter().copied())
    .expected(sum, stated)
}

fn reading_of(case: &Case<'_>, cells: &[CellId]) -> Reading {
    let printed = cells.iter().all(|cell| case.content.sheet.number(*cell).is_some());
    if printed { Reading::AsPrinted } else { Reading::BlanksAsZero }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    /// A report whose every cell is zero, but for these lines of all applicants.
    fn saying(text: &str, lines: &[(Line, i64)]) -> crate::report::Content {
        let mut content = trial::saying(text);
        content.title = "青石县财政局2024年政府信息公开工作年度报告".to_owned();
        content.sheet = crate::sheet::samples::consistent(Edition::E2021, |_| 0);
        for (line, number) in lines {
            let cell = CellId::new(*line, Column::Applicants);
            content.sheet.set(cell, Cell::Number(*number)).unwrap();
        }
        content
    }

    fn of(code: &str, text: &str, lines: &[(Line, i64)]) -> Validation {
        let content = saying(text, lines);
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        trial::of(code, &case)
    }

    /// What a rule expects and finds.
    fn seen(code: &str, text: &str, lines: &[(Line, i64)]) -> Vec<(String, String)> {
        let findings = of(code, text, lines).findings;
        findings.into_iter().map(|it| (it.observation.expected, it.observation.found)).collect()
    }

    const NEW: Line = Line::NewRequests;
    const OVER: Line = Line::CarriedOver;

    #[test]
    fn a_number_received_that_no_reading_explains_is_told_with_the_cell() {
        // 长春市退役军人事务局 2023
        let text = "2024年受理政府信息公开申请2件。";
        assert_eq!(seen("TXT-003", text, &[(NEW, 3)]), [("3".to_owned(), "2".to_owned())]);
        let observation = of("TXT-003", text, &[(NEW, 3)]).findings.remove(0).observation;
        assert_eq!(observation.cells, [CellId::new(NEW, Column::Applicants)]);
        assert_eq!(
            observation.quote.map(|it| (it.section, it.line, it.text)),
            Some((1, 1, text.to_owned()))
        );
    }

    #[test]
    fn what_was_carried_over_may_be_included() {
        // 余杭区 2024
        let text = "共受理政府信息公开申请件2025件（包含上年结转71件）。";
        assert_eq!(seen("TXT-003", text, &[(NEW, 1954), (OVER, 71)]), []);
        assert_eq!(seen("TXT-003", text, &[(NEW, 2025), (OVER, 71)]).len(), 1);
        // 宿迁市 2023
        let text = "全年办理政府信息公开申请3607件。";
        assert_eq!(seen("TXT-003", text, &[(NEW, 3511), (OVER, 96)]), []);
        assert_eq!(
            seen("TXT-003", "新收政府信息公开申请3607件。", &[(NEW, 3511), (OVER, 96)]).len(),
            1
        );
    }

    #[test]
    fn a_statement_that_is_limited_or_about_somebody_else_is_not_compared() {
        for text in [
            "通过网络收到政府信息公开申请2件。",
            "上半年收到政府信息公开申请2件。",
            "2023年收到政府信息公开申请2件。",
            "县住建局收到政府信息公开申请2件。",
            "县住建局高度重视，收到政府信息公开申请2件。",
            "全县收到政府信息公开申请2件。",
            "收到行政复议申请2件。",
            "收到政府信息公开申请2余件。",
            "收到涉及土地的政府信息公开申请2件。",
        ] {
            assert_eq!(of("TXT-003", text, &[(NEW, 3)]), Validation::default(), "{text}");
        }
        for text in ["县财政局收到政府信息公开申请2件。", "我局2024年收到政府信息公开申请2件。"]
        {
            assert_eq!(seen("TXT-003", text, &[(NEW, 3)]).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_kind_of_applicants_is_compared_with_its_column() {
        let text = "收到政府信息公开申请25件，其中自然人24件、法人1件，合计25件。";
        let mut content = saying(text, &[(NEW, 25)]);
        let natural = CellId::new(NEW, Column::NaturalPerson);
        content.sheet.set(natural, Cell::Number(24)).unwrap();
        content.sheet.set(CellId::new(NEW, Column::Enterprise), Cell::Number(1)).unwrap();
        assert_eq!(trial::of("TXT-003", &Case::new(&content)), Validation::default());
        content.sheet.set(natural, Cell::Number(23)).unwrap();
        let findings = trial::of("TXT-003", &Case::new(&content)).findings;
        assert_eq!(findings[0].observation.cells, [natural]);
    }

    #[test]
    fn blanks_are_read_as_zero_and_the_finding_says_so() {
        let mut content = saying("收到政府信息公开申请2件。", &[(NEW, 3)]);
        content.sheet.set(CellId::new(OVER, Column::Applicants), Cell::Blank).unwrap();
        let findings = trial::of("TXT-003", &Case::new(&content)).findings;
        assert_eq!(findings.len(), 1);
        let blank = trial::saying("收到政府信息公开申请2件。");
        let validation = trial::of("TXT-003", &Case::new(&blank));
        assert_eq!(validation.findings, []);
        assert!(validation.not_assessed[0].missing.contains(&"new_requests.applicants".to_owned()));
    }

    #[test]
    fn a_year_is_asked_for_where_the_text_names_one() {
        let content = saying("2024年收到政府信息公开申请2件。", &[(NEW, 3)]);
        let validation = trial::of("TXT-003", &Case::new(&content));
        assert_eq!(validation.not_assessed[0].missing, ["year"]);
    }
}

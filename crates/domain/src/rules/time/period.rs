//! TIM-004: the period that the text states for its statistics is the report year.
//!
//! Only a period that is stated as such is read: 统计期限, 统计时间 and the like directly before a first
//! and a last day. A date that has lost digits is IMP-004's. An organ that was founded or dissolved
//! within the year reports on a part of it.

use chrono::{Datelike, NaiveDate};

use crate::finding::Observation;
use crate::report::ReportYear;
use crate::rules::digits::{Run, Unit, by_sentence};
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("TIM-004", check);

/// The words that a period is stated with.
const MARKS: [&str; 8] = [
    "统计期限",
    "统计时限",
    "统计期间",
    "统计时间",
    "统计周期",
    "统计年度",
    "数据期限",
    "报告期限",
];
/// How many characters may stand between those words and the first day: 自, 为, 从, a colon.
const REACH: usize = 6;

/// A first and a last day.
type Period = (NaiveDate, NaiveDate);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for runs in by_sentence(case.digits()) {
        let Some(period) = stated(runs) else { continue };
        let expected = case.year.or_else(|| ReportYear::try_from(i64::from(period.0.year())).ok());
        let Some(expected) = expected.and_then(whole) else { continue };
        if period != expected && !is_partial(case, expected) {
            let sentence = runs[0].sentence;
            let (right, found) = (printed(expected), printed(period));
            sink.raise(
                Observation::new(
                    format!(
                        "{}第 {} 行的统计期限是{found}，应当是{right}；请改正，并核对数据属于哪一年",
                        section(sentence.section),
                        sentence.line
                    ),
                    format!(
                        "the {} states another period than the report year: {} to {}",
                        section_en(sentence.section),
                        period.0,
                        period.1
                    ),
                )
                .expected(right, found)
                .quoting(case.sentences().quote(&sentence)),
            );
        }
    }
}

/// The period that a sentence states for its statistics.
fn stated(runs: &[Run<'_>]) -> Option<Period> {
    let (at, first) = (0..runs.len()).find_map(|at| Some((at, date(&runs[at..], None)?)))?;
    let before = runs[at].before();
    let mark = MARKS.iter().find_map(|mark| Some(before.rfind(mark)? + mark.len()))?;
    if before[mark..].chars().count() > REACH {
        return None;
    }
    let behind = &runs[at + 3..];
    let is_year = behind.first()?.year().is_some();
    let last = date(behind, (!is_year).then_some(first.year()))?;
    Some((first, last))
}

/// The date that runs begin with; one without its year is of the year given.
fn date(runs: &[Run<'_>], year: Option<i32>) -> Option<NaiveDate> {
    let (year, rest) = match year {
        Some(year) => (year, runs),
        None => (i32::from(runs.first()?.year()?), runs.get(1..)?),
    };
    let part = |at: usize, unit: Unit| match rest.get(at)?.part()? {
        (number, it) if it == unit => u32::try_from(number).ok(),
        _ => None,
    };
    NaiveDate::from_ymd_opt(year, part(0, Unit::Month)?, part(1, Unit::Day)?)
}

fn whole(year: ReportYear) -> Option<Period> {
    let day = |month, day| NaiveDate::from_ymd_opt(i32::from(year.get()), month, day);
    Some((day(1, 1)?, day(12, 31)?))
}

/// Whether the organ is registered as having existed for a part of the period only.
fn is_partial(case: &Case<'_>, period: Period) -> bool {
    let within = |day: Option<NaiveDate>| day.is_some_and(|it| it > period.0 && it <= period.1);
    case.organization.is_some_and(|organ| within(organ.valid_from) || within(organ.valid_to))
}

fn printed((first, last): Period) -> String {
    let day = |it: NaiveDate| format!("{}年{}月{}日", it.year(), it.month(), it.day());
    format!("{}至{}", day(first), day(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(text: &str, year: Option<i64>) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let mut case = Case::new(&content);
        case.year = year.map(|year| year.try_into().unwrap());
        let findings = trial::of("TIM-004", &case).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn the_whole_year_raises_nothing_however_it_is_written() {
        for text in [
            "本报告所列数据的统计期限自2024年1月1日起，至2024年12月31日止。",
            "统计期限为２０２４年１月１日至12月31日。",
            "数据统计时间：2024年1月1日-2024年12月31日。",
        ] {
            assert_eq!(of(text, Some(2024)), [], "{text}");
            assert_eq!(of(text, None), [], "{text}");
        }
    }

    #[test]
    fn another_period_warns_with_the_right_one() {
        let found = "2023年1月1日至2023年12月31日".to_owned();
        let text = "统计期限自2023年1月1日起至2023年12月31日止。";
        assert_eq!(of(text, Some(2024)), [(Severity::Warning, found)]);
        assert_eq!(of("统计期限为2024年1月1日至2024年11月30日。", None).len(), 1);
    }

    #[test]
    fn a_period_of_something_else_or_with_lost_digits_is_not_judged() {
        for text in [
            "2023年1月1日至6月30日，公开信息20条。",
            "统计期限内公开的信息中，2023年1月1日至6月30日的有20条。",
            "统计期限自202411日至20241231日。",
            "统计期限至202020年12月31日。",
            "统计期限为全年。",
        ] {
            assert_eq!(of(text, Some(2024)), [], "{text}");
        }
    }

    #[test]
    fn an_organ_founded_within_the_year_reports_on_a_part_of_it() {
        let content = trial::saying("统计期限为2024年3月1日至2024年12月31日。");
        let mut organ = trial::organization("a", "某局");
        organ.valid_from = NaiveDate::from_ymd_opt(2024, 3, 1);
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        assert_eq!(trial::of("TIM-004", &case).findings.len(), 1);
        case.organization = Some(&organ);
        assert_eq!(trial::of("TIM-004", &case).findings, []);
    }
}

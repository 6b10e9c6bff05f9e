//! TXT-013: what the text tells of the year is told of the report year.
//!
//! Reports may speak of other years in many ways: they compare, plan, cite and carry over. Only a
//! sentence of the sections about the work that begins with a year beside the report year and goes on
//! to tell what was disclosed or received is taken for one of last year's report. All of them are one
//! finding, since they have one cause.

use crate::finding::Observation;
use crate::rules::digits::Run;
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("TXT-013", check);

/// What was done.
const DONE: [&str; 8] =
    ["公开信息", "公开政府信息", "公开各类", "主动公开", "收到", "受理", "发布信息", "发布各类"];
/// What gives a sentence another relation to the year it begins with.
const RELATIONS: [&str; 33] = [
    "较",
    "比",
    "同期",
    "上年",
    "上一年",
    "去年",
    "往年",
    "结转",
    "预算",
    "决算",
    "计划",
    "规划",
    "将",
    "拟",
    "要点",
    "《",
    "以来",
    "截至",
    "至",
    "—",
    "-",
    "～",
    "~",
    "年报",
    "报告",
    "总结",
    "下一步",
    "继续",
    "印发",
    "制定",
    "出台",
    "发现",
    "整改",
];
/// How far behind the year it must say what was done, in characters.
const REACH: usize = 40;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(year) = case.year else { return };
    let own = year.get();
    let beside = |run: &Run<'_>| run.year().filter(|it| *it + 1 == own || *it == own + 1);
    let told: Vec<_> = case
        .digits()
        .iter()
        .filter(|run| (1..=4).contains(&run.sentence.section))
        .filter_map(|run| Some((beside(run)?, run)))
        .filter(|(_, run)| tells(run, &own.to_string()))
        .collect();
    let Some((said, first)) = told.first() else { return };
    let (sentence, count) = (first.sentence, told.len());
    let times = if count > 1 { format!("等 {count} 处") } else { String::new() };
    sink.raise(
        Observation::new(
            format!(
                "{}第 {} 行{times}叙述的是 {said} 年的工作，报告年度是 {year} 年；请核对年份，以及数据是不是照抄的",
                section(sentence.section),
                sentence.line
            ),
            format!(
                "the {} tells of {said}, the report is on {year}: {count} times",
                section_en(sentence.section)
            ),
        )
        .expected(year, said)
        .quoting(case.sentences().quote(&sentence)),
    );
}

/// Whether a sentence begins with this year and tells what was done in it, and nothing else.
fn tells(run: &Run<'_>, own: &str) -> bool {
    let text = run.sentence.text;
    let Some(behind) = run.behind().strip_prefix('年') else { return false };
    let behind = behind.strip_prefix('度').unwrap_or(behind);
    let near = behind.char_indices().nth(REACH).map_or(behind, |(end, _)| &behind[..end]);
    let is_date = behind.starts_with(|c: char| c.is_numeric());
    begins(run.before())
        && !is_date
        && DONE.iter().any(|it| near.contains(it))
        && !text.contains(own)
        && !RELATIONS.iter().any(|it| text.contains(it))
}

/// Whether nothing but a number of a list, or a heading with a colon, stands before.
fn begins(before: &str) -> bool {
    let before = before.trim();
    let numbering = |c: char| c.is_ascii_digit() || "（）()一二三四五六七八九十、.．是".contains(c);
    before.ends_with(['：', ':']) || before.chars().all(numbering)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(number: u8, text: &str) -> Vec<(Severity, String)> {
        let mut content = trial::content();
        content.narrative.sections.push(trial::section(number, text));
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        let findings = trial::of("TXT-013", &case).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn sentences_about_the_year_before_are_one_warning() {
        let text = "2023年度通过门户网站主动公开信息10条。\n（二）2023年，我镇收到申请1件。";
        assert_eq!(of(1, text), [(Severity::Warning, "2023".to_owned())]);
        assert_eq!(of(1, "依申请公开：2025 年受理申请1件。")[0].1, "2025");
    }

    #[test]
    fn other_years_may_be_spoken_of() {
        for text in [
            "2024年主动公开信息10条。",
            "2023年主动公开信息10条，2024年12条。",
            "2023年结转的申请1件已经受理。",
            "主动公开2023年度决算信息10条。",
            "2023年5月，主动公开信息10条。",
            "2023年度部门决算主动公开。",
            "2025年，我镇将主动公开更多信息。",
            "较2023年多收到申请1件。",
            "2023年网站改版。",
            "2022年主动公开信息10条。",
        ] {
            assert_eq!(of(1, text), [], "{text}");
        }
    }

    #[test]
    fn problems_and_plans_may_be_of_any_year() {
        assert_eq!(of(5, "2023年主动公开信息10条，内容不够全面。"), []);
        assert_eq!(of(6, "2025年，主动公开信息。"), []);
    }
}

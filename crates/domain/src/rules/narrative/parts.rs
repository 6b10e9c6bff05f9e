//! TXT-015: a preamble that counts the parts of the report counts six.
//!
//! The names it lists are not counted: 政府信息公开行政复议、行政诉讼情况 has the mark of a list in it.

use crate::finding::Observation;
use crate::rules::{Case, Rule, Sink};
use crate::statement::numeral;

pub(super) const RULE: Rule = Rule::new("TXT-015", check);

/// What a report consists of, and may be counted with.
const COUNTED: [&str; 2] = ["部分", "项内容"];
/// How a sentence speaks of this report as a whole.
const REPORT: [&str; 4] = ["本报告", "年度报告", "本年报", "报告全文"];
/// That it speaks of what the report consists of.
const CONSISTS: [&str; 6] = ["组成", "构成", "包括", "包含", "分为", "内容"];
/// No number is further before what it counts, in characters.
const LONGEST: usize = 4;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for sentence in case.sentences().narrative() {
        if sentence.section > 1 {
            break;
        }
        let Some(count) = stated(sentence.text).filter(|count| *count != 6) else { continue };
        sink.raise(
            Observation::new(
                format!("编制说明说报告有 {count} 个部分，格式是六个部分；请核对"),
                format!("the preamble counts {count} parts, the form has six"),
            )
            .expected(6, count)
            .quoting(case.sentences().quote(&sentence)),
        );
    }
}

/// How many parts a sentence says the report has.
fn stated(text: &str) -> Option<i64> {
    COUNTED.iter().find_map(|counted| {
        let at = text.find(counted)?;
        let before = text[..at].trim_end_matches(['个', '大']);
        let is_about = REPORT.iter().any(|it| before.contains(it))
            && CONSISTS.iter().any(|it| text.contains(it));
        if is_about { count_at_end(before) } else { None }
    })
}

/// The number that words end with; 第六 counts nothing.
fn count_at_end(words: &str) -> Option<i64> {
    let mut starts: Vec<_> = words.char_indices().rev().take(LONGEST).map(|(at, _)| at).collect();
    starts.sort_unstable();
    let read = |at: usize| {
        let numeral = numeral::read(&words[at..])?;
        (at + numeral.len == words.len()).then_some((at, numeral.value.millionths / 1_000_000))
    };
    let (at, count) = starts.into_iter().find_map(read)?;
    (!words[..at].ends_with(['第', '.', '年']) && count > 0).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(preamble: &str) -> Vec<(Severity, String)> {
        let mut content = trial::content();
        content.narrative.preamble = preamble.to_owned();
        let findings = trial::of("TXT-015", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn another_number_of_parts_than_six_is_noted() {
        for (text, count) in [
            ("本报告由总体情况、主动公开政府信息情况等四个部分组成。", "4"),
            ("本报告包括五项内容：总体情况等。", "5"),
            ("年度报告全文包括5大部分。", "5"),
        ] {
            assert_eq!(of(text), [(Severity::Info, count.to_owned())], "{text}");
        }
    }

    #[test]
    fn six_parts_and_parts_of_something_else_raise_nothing() {
        for text in [
            "本报告由六个部分组成。",
            "本年度报告包括6项内容。",
            "本报告的第五部分包括问题和改进情况。",
            "本报告大部分内容来自统计。",
            "公开指南由三个部分组成。",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}

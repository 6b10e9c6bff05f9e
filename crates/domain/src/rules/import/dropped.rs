//! IMP-004: no digits were dropped from years, dates and numbers of documents.
//!
//! Pages set digits in elements of their own, which a careless copy loses together with 年 and 月:
//! `202511日`, `〔202130号`, `至年12月31日`. Nothing is guessed; what does not parse is shown.

use crate::finding::Observation;
use crate::rules::digits::{Run, Unit};
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("IMP-004", check);

/// Brackets that open and close the year of a document.
const OPEN: [char; 3] = ['〔', '［', '['];
const CLOSE: [char; 3] = ['〕', '］', ']'];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut last = None;
    for run in case.digits() {
        let Some(broken) = broken(run) else { continue };
        if last.replace(run.sentence) == Some(run.sentence) {
            continue;
        }
        let sentence = run.sentence;
        let place = match sentence.line {
            0 => "标题".to_owned(),
            line => format!("{}第 {line} 行", section(sentence.section)),
        };
        sink.raise(
            Observation::new(
                format!("{place}的“{broken}”不成日期或文号，可能丢了字；请对照原件补全"),
                format!(
                    "“{broken}” in the {} is no date and no number of a document",
                    section_en(sentence.section)
                ),
            )
            .found(broken)
            .quoting(case.sentences().quote(&sentence)),
        );
    }
}

/// The words around a run that cannot be meant as they stand.
fn broken(run: &Run<'_>) -> Option<String> {
    let (before, behind, digits) = (run.before(), run.behind(), run.narrow());
    let is_long = digits.len() > 4 && digits.starts_with("20");
    let unit = match run.part() {
        Some((_, Unit::Year)) => "年",
        Some((_, Unit::Month)) => "月",
        Some((_, Unit::Day)) => "日",
        None => "",
    };
    let open = before.chars().next_back().filter(|c| OPEN.contains(c));
    let follows_year = ["自年", "至年", "从年", "到年"].iter().any(|it| before.ends_with(it));
    match open {
        Some(open) if is_long && behind.starts_with('号') => Some(format!("{open}{digits}号")),
        Some(open) if digits.len() == 4 && behind.starts_with(|c| CLOSE.contains(&c)) => {
            let number = behind.trim_start_matches(CLOSE);
            let is_lost = number.starts_with('号');
            is_lost.then(|| format!("{open}{digits}〕号"))
        }
        _ if is_long && !unit.is_empty() => Some(format!("{digits}{unit}")),
        _ if follows_year && unit == "月" => Some(format!("年{digits}月")),
        _ if digits.len() == 4 && behind.starts_with("年月日") => {
            Some(format!("{digits}年月日"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity;
    use crate::rules::{Case, trial};

    fn of(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let findings = trial::of("IMP-004", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn dates_and_numbers_that_do_not_parse_are_shown() {
        for (text, found) in [
            ("统计期限自202511日起。", "202511日"),
            ("截至202020年12月31日。", "202020年"),
            ("国办公开办函〔202130号", "〔202130号"),
            ("国办公开办函〔2021〕号", "〔2021〕号"),
            ("自2024年1月1日至年12月31日。", "年12月"),
            ("截至2024年月日。", "2024年月日"),
        ] {
            assert_eq!(of(text), [(Severity::Warning, found.to_owned())], "{text}");
        }
    }

    #[test]
    fn whole_dates_counts_and_numbers_raise_nothing() {
        for text in [
            "自2024年1月1日起至2024年12月31日止，国办公开办函〔2021〕30号。",
            "公开信息202511条，访问20250101次。",
            "电话2025111号楼",
            "今年12月，每年1月，2024年月均公开3条。",
            "新政办〔2019〕6号、第202130号提案",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn one_sentence_is_one_finding() {
        assert_eq!(of("自202411日至202412月31日。202511日。").len(), 2);
    }
}

//! CNT-006: the lines of the page that are no part of the report, so that nobody has to guess what
//! import left out; and those that were left within a section, which have to go.

use crate::chrome::is_chrome;
use crate::evidence::PlacedText;
use crate::finding::{Observation, Quote, StageSeverity};
use crate::rules::naming::{list_en, list_zh, section, section_en, shortened};
use crate::rules::{Case, Rule, Sink, absence};

pub(super) const RULE: Rule = Rule::new("CNT-006", check);

/// Within a section a shorter line may be a heading or a cell: 微信, 打印, 首页.
const SHORTEST: usize = 4;
/// What lines of a table or a note may begin with as well.
const ORDINARY: [&str; 7] = ["时间", "日期", "来源", "信息来源", "作者", "编辑", "附件"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    remaining(case, sink);
    removed(case, sink);
}

/// The lines within the sections that only a page prints.
fn remaining(case: &Case<'_>, sink: &mut Sink<'_>) {
    let in_sections = |number| (1..=6).contains(&number);
    for sentence in case.sentences().narrative().filter(|it| in_sections(it.section)) {
        let words = sentence.text;
        let letters = words.chars().filter(|c| c.is_alphanumeric()).take(SHORTEST).count();
        let is_ordinary = ORDINARY.iter().any(|it| words.starts_with(it));
        if letters < SHORTEST || !is_chrome(words) || is_ordinary {
            continue;
        }
        let seen = Observation::new(
            format!(
                "{}第 {} 行的“{}”是网页文字，不是报告内容；请删去",
                section(sentence.section),
                sentence.line,
                shortened(words)
            ),
            format!("text of the page is left in the {}", section_en(sentence.section)),
        );
        let quote = case.sentences().quote(&sentence);
        sink.raise_as(StageSeverity::WARNING, seen.found(shortened(words)).quoting(quote));
    }
}

fn removed(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(document) = case.document else {
        return sink.not_assessable(["document"], absence::document());
    };
    let Some(first) = document.chrome.first() else { return };
    let lines: Vec<_> = document.chrome.iter().map(line).collect();
    let count = lines.len();
    let quote = Quote { line: first.line, text: shortened(first.text.trim()), ..Quote::default() };
    sink.raise(
        Observation::new(
            format!(
                "导入时去除了 {count} 行网页文字：{}；如果其中有报告内容，请补入正文",
                list_zh(&lines, "行")
            ),
            format!("{count} lines of the page are no part of the report: {}", list_en(&lines)),
        )
        .found(count)
        .quoting(quote),
    );
}

fn line(chrome: &PlacedText) -> String {
    format!("{}：{}", chrome.line, chrome.text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::DocumentEvidence;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};

    #[test]
    fn removed_lines_are_listed_with_their_numbers() {
        let placed = |line, text: &str| PlacedText { line, text: text.to_owned() };
        let chrome = vec![placed(1, "今天是："), placed(90, "关闭窗口")];
        let document = DocumentEvidence { chrome, ..DocumentEvidence::default() };
        let findings = trial::reading("CNT-006", &trial::content(), &document).findings;
        assert_eq!((findings.len(), findings[0].severity), (1, Severity::Info));
        assert_eq!(findings[0].observation.found, "2");
        assert!(findings[0].observation.message.zh.contains("“90：关闭窗口”"));
    }

    #[test]
    fn a_line_of_chrome_within_a_section_warns() {
        let content =
            trial::saying("公开信息20条。\n【字体：大 中 小】 打印本页 关闭窗口\n微信公众号\n打印");
        let findings = trial::of("CNT-006", &Case::new(&content)).findings;
        assert_eq!((findings.len(), findings[0].severity), (1, Severity::Warning));
        assert_eq!(findings[0].observation.quote.as_ref().map(|quote| quote.line), Some(2));
    }

    #[test]
    fn prose_and_short_lines_of_a_section_are_no_chrome() {
        let lines = "微信\n首页\n|\n来源：统计数据\n时间：2024年5月\n通过微信公众号公开信息12条";
        let content = trial::saying(lines);
        assert_eq!(trial::of("CNT-006", &Case::new(&content)).findings, []);
    }

    #[test]
    fn a_page_without_chrome_raises_nothing() {
        let document = DocumentEvidence::default();
        let validation = trial::reading("CNT-006", &trial::content(), &document);
        assert_eq!(validation, Validation::default());
    }
}

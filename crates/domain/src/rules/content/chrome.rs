//! CNT-006: the lines of the page that are no part of the report, so that nobody has to guess what
//! import left out.

use crate::evidence::PlacedText;
use crate::finding::{Observation, Quote};
use crate::rules::naming::{list_en, list_zh, shortened};
use crate::rules::{Case, Rule, Sink, absence};

pub(super) const RULE: Rule = Rule::new("CNT-006", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
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
    fn a_page_without_chrome_raises_nothing() {
        let document = DocumentEvidence::default();
        let validation = trial::reading("CNT-006", &trial::content(), &document);
        assert_eq!(validation, Validation::default());
    }
}

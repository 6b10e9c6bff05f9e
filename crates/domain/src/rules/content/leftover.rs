//! CNT-001: nothing of the template is left in the text.
//!
//! A placeholder that was not filled in blocks where it is beyond doubt: `××条`, `为XX`, `___`,
//! `【请填写】`. Crosses may also stand for a name that is withheld (`张××`), so that elsewhere they
//! warn. A sentence of the drafting instructions warns. 此处 and 表格如下 are ordinary prose.

use super::placeholder::{Placeholder, placeholders};
use crate::finding::{Observation, StageSeverity};
use crate::rules::naming::{list_en, list_zh, section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-001", check);

/// 该部分以表格形式报告, whatever the part is called.
const INSTRUCTION: &str = "以表格形式报告";

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for sentence in case.sentences().with_title() {
        let found = placeholders(sentence.text);
        let (severity, seen) = if !found.is_empty() {
            judged(&sentence, &found)
        } else if sentence.text.contains(INSTRUCTION) {
            (StageSeverity::WARNING, instruction(&sentence))
        } else {
            continue;
        };
        sink.raise_as(severity, seen.quoting(case.sentences().quote(&sentence)));
    }
}

fn judged(sentence: &Sentence<'_>, found: &[Placeholder<'_>]) -> (StageSeverity, Observation) {
    let certain = found.iter().any(|it| it.is_certain);
    let words: Vec<_> = found.iter().map(|it| it.text).collect();
    let place = place(sentence);
    let listed = list_zh(&words, "处");
    let (severity, zh) = if certain {
        (StageSeverity::BLOCKING, format!("{place}有未填的占位符{listed}；请填写实际内容"))
    } else {
        (
            StageSeverity::WARNING,
            format!("{place}的{listed}可能是未填的占位符；请核对，该填的填上实际内容"),
        )
    };
    let en = format!("placeholders in the {}: {}", section_en(sentence.section), list_en(&words));
    (severity, Observation::new(zh, en).found(words.join("、")))
}

fn instruction(sentence: &Sentence<'_>) -> Observation {
    Observation::new(
        format!("{}留有格式的填写说明“{INSTRUCTION}”；请删去这一句", place(sentence)),
        format!("a drafting instruction is left in the {}", section_en(sentence.section)),
    )
    .found(INSTRUCTION)
}

fn place(sentence: &Sentence<'_>) -> String {
    match sentence.line {
        0 => "标题".to_owned(),
        line => format!("{}第 {line} 行", section(sentence.section)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn seen(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let findings = trial::of("CNT-001", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn an_unfilled_placeholder_blocks_once_a_sentence() {
        let found = [(Severity::Blocking, "××、XX".to_owned())];
        assert_eq!(seen("全年公开信息××条，收到申请XX件。"), found);
    }

    #[test]
    fn a_name_that_may_be_withheld_warns() {
        assert_eq!(seen("张××不服答复。"), [(Severity::Warning, "××".to_owned())]);
    }

    #[test]
    fn a_drafting_instruction_warns_and_ordinary_prose_does_not() {
        assert_eq!(seen("该部分以表格形式报告。")[0].0, Severity::Warning);
        assert_eq!(seen("表格如下：此处不再赘述。"), []);
    }

    #[test]
    fn the_title_is_read_too() {
        let mut content = trial::content();
        content.title = "××镇人民政府2024年政府信息公开工作年度报告".to_owned();
        let findings = trial::of("CNT-001", &Case::new(&content)).findings;
        assert!(findings[0].observation.message.zh.starts_with("标题"));
    }
}

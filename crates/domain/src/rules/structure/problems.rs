//! STR-009: section 五 tells the problems and what was done about them.
//!
//! It blocks only where nothing is said at all: no words, or a bare 无. A text of a few characters
//! warns; whether a longer one names real problems is for people to judge.

use crate::finding::{Observation, StageSeverity};
use crate::form::fold;
use crate::report::SectionText;
use crate::rules::naming;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("STR-009", check);

/// What says nothing, folded.
const NOTHING: [&str; 12] = [
    "",
    "无",
    "没有",
    "暂无",
    "略",
    "不适用",
    "无内容",
    "无问题",
    "暂无问题",
    "没有问题",
    "无存在问题",
    "不存在问题",
];
/// Fewer characters cannot name a problem and what was done about it.
const SHORTEST: usize = 10;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.is_figures_only() {
        return sink.not_assessable(["narrative"], naming::without_words());
    }
    let Some(section) = case.content.narrative.section(5) else { return };
    let words = fold(&section.text);
    let length = words.chars().count();
    if NOTHING.contains(&words.as_str()) {
        sink.raise(observation(case, section, "没有内容", "says nothing"));
    } else if length < SHORTEST {
        let (zh, en) = (format!("只有 {length} 个字"), format!("has {length} characters"));
        sink.raise_as(StageSeverity::WARNING, observation(case, section, &zh, &en));
    }
}

fn observation(case: &Case<'_>, section: &SectionText, zh: &str, en: &str) -> Observation {
    let seen = Observation::new(
        format!("第五部分{zh}；请写明存在的主要问题和改进情况"),
        format!("section 5 {en}"),
    )
    .found(naming::shortened(section.text.trim()));
    match case.sentences().narrative().find(|sentence| sentence.section == 5) {
        Some(sentence) => seen.quoting(case.sentences().quote(&sentence)),
        None => seen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(text: &str) -> Vec<Severity> {
        let mut content = trial::content();
        content.narrative.sections.push(trial::section(5, text));
        let findings = trial::of("STR-009", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.severity).collect()
    }

    #[test]
    fn a_section_that_says_nothing_blocks() {
        for text in ["", " \n", "无", "无。", "（无）", "/", "暂无。"] {
            assert_eq!(of(text), [Severity::Blocking], "{text}");
        }
    }

    #[test]
    fn a_few_characters_warn() {
        assert_eq!(of("公开不够及时。"), [Severity::Warning]);
    }

    #[test]
    fn a_problem_with_its_remedy_raises_nothing() {
        assert_eq!(of("公开的形式还比较单一，已经增加图解3篇。"), []);
    }

    #[test]
    fn a_section_that_is_missing_is_another_rules() {
        let content = trial::content();
        assert_eq!(trial::of("STR-009", &Case::new(&content)), crate::rules::Validation::default());
    }
}

//! STR-007 and STR-010: section 一 says something, and speaks of its five topics.
//!
//! The notice asks for 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障. Organs word and
//! merge them as they like, so that any word that only makes sense under a topic is enough for it.

use crate::finding::Observation;
use crate::rules::naming::{self, list_en, list_zh};
use crate::rules::{Case, Rule, Sink};

/// STR-007.
pub(super) const TOPICS: Rule = Rule::new("STR-007", |case, sink| {
    let Some(text) = overview(case, sink) else { return };
    if !has_substance(case) {
        return;
    }
    let missing: Vec<_> = FIVE.iter().filter(|topic| !topic.is_in(text)).collect();
    if !missing.is_empty() {
        sink.raise(silent_on(&missing));
    }
});

/// STR-010.
pub(super) const SUBSTANCE: Rule = Rule::new("STR-010", |case, sink| {
    let Some(text) = overview(case, sink) else { return };
    if has_substance(case) {
        return;
    }
    let (zh, en) = match text.trim() {
        "" => ("第一部分没有内容", "section 1 is empty"),
        _ => ("第一部分只有编制说明，没有写工作情况", "section 1 holds only the preamble"),
    };
    let first = case.sentences().narrative().find(|sentence| sentence.section == 1);
    let seen = Observation::new(
        format!("{zh}；请写明主动公开、依申请公开、政府信息管理、平台建设和监督保障的情况"),
        en,
    );
    sink.raise(match first {
        Some(sentence) => seen.quoting(case.sentences().quote(&sentence)),
        None => seen,
    });
});

/// A topic of section 一, and the words of which one is enough.
struct Topic {
    zh: &'static str,
    en: &'static str,
    words: &'static [&'static str],
}

const FIVE: [Topic; 5] = [
    Topic {
        zh: "主动公开",
        en: "proactive disclosure",
        words: &[
            "主动公开",
            "主动发布",
            "公开信息",
            "公开各类",
            "公开内容",
            "公开工作信息",
            "发布信息",
            "发布各类",
            "重点领域",
            "政务公开",
        ],
    },
    Topic { zh: "依申请公开", en: "disclosure on request", words: &["申请"] },
    Topic {
        zh: "政府信息管理",
        en: "management of information",
        words: &[
            "信息管理",
            "规范性文件",
            "公开目录",
            "公开指南",
            "审查",
            "审核",
            "保密",
            "动态调整",
            "更新",
            "清理",
            "管理制度",
            "信息发布制度",
            "公开制度",
            "属性",
            "归档",
            "台账",
            "校对",
            "源头",
        ],
    },
    Topic {
        zh: "平台建设",
        en: "platforms",
        words: &[
            "平台",
            "网站",
            "新媒体",
            "公众号",
            "专栏",
            "栏目",
            "微信",
            "微博",
            "门户",
            "客户端",
            "公开栏",
            "公示栏",
            "查阅点",
            "查阅场所",
        ],
    },
    Topic {
        zh: "监督保障",
        en: "supervision and support",
        words: &[
            "监督", "保障", "考核", "培训", "评议", "领导", "责任", "检查", "督查", "督促", "人员",
            "机制", "评估", "自查",
        ],
    },
];

impl Topic {
    fn is_in(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word))
    }
}

/// Marks of a sentence that tells on what ground, for which time and how the report was made.
const PREAMBLE: [&str; 17] = [
    "统计期限",
    "统计时限",
    "报告如下",
    "公布如下",
    "通报如下",
    "现公布",
    "现将",
    "编制本",
    "编制了本",
    "编制而成",
    "本报告",
    "年度报告",
    "联系电话",
    "邮政编码",
    "如有疑问",
    "如对",
    "电子版",
];

/// The text of section 一, where there is one; a section that is missing is STR-001's.
fn overview<'a>(case: &Case<'a>, sink: &mut Sink<'_>) -> Option<&'a str> {
    if case.is_figures_only() {
        sink.not_assessable(["narrative"], naming::without_words());
        return None;
    }
    case.content.narrative.section(1).map(|section| section.text.as_str())
}

/// Whether section 一 has a sentence that is no preamble.
pub(in crate::rules) fn has_substance(case: &Case<'_>) -> bool {
    let mut sentences = case.sentences().narrative().filter(|sentence| sentence.section == 1);
    sentences.any(|it| {
        let is_word = it.text.contains(char::is_alphanumeric);
        is_word && !PREAMBLE.iter().any(|mark| it.text.contains(mark))
    })
}

fn silent_on(missing: &[&Topic]) -> Observation {
    let zh: Vec<_> = missing.iter().map(|topic| topic.zh).collect();
    let en: Vec<_> = missing.iter().map(|topic| topic.en).collect();
    Observation::new(
        format!("第一部分没有写到{}；没有开展的也请写明", list_zh(&zh, "个方面")),
        format!("section 1 does not speak of {}", list_en(&en)),
    )
    .expected("主动公开、依申请公开、政府信息管理、平台建设、监督保障", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    fn said(code: &str, text: &str) -> Vec<String> {
        let content = trial::saying(text);
        let findings = trial::of(code, &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.message.zh).collect()
    }

    const PREAMBLE: &str = "根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。本报告由六个部分组成。所列数据的统计期限自2024年1月1日起至2024年12月31日止。";

    #[test]
    fn a_topic_that_no_word_of_section_one_belongs_to_is_named() {
        let said = said("STR-007", "通过政府网站主动公开信息20条，其中公文2条。");
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("“依申请公开”、“政府信息管理”、“监督保障”"), "{}", said[0]);
    }

    #[test]
    fn topics_in_words_of_ones_own_are_there() {
        let merged = "（一）主动公开。公开信息30条。（二）依申请公开。未收到申请。（三）信息发布经负责人签发、审核。（四）专栏改版，并对人员培训2次。";
        assert_eq!(said("STR-007", merged), [""; 0]);
    }

    #[test]
    fn a_section_one_of_nothing_but_preamble_is_one_warning() {
        assert_eq!(said("STR-010", PREAMBLE).len(), 1);
        assert_eq!(said("STR-007", PREAMBLE), [""; 0]);
        assert_eq!(
            said("STR-010", ""),
            [
                "第一部分没有内容；请写明主动公开、依申请公开、政府信息管理、平台建设和监督保障的情况"
            ]
        );
    }

    #[test]
    fn one_sentence_about_the_work_is_substance() {
        assert_eq!(said("STR-010", &format!("{PREAMBLE}\n全年公开信息20条。")), [""; 0]);
    }

    #[test]
    fn a_report_of_figures_is_not_judged_by_its_words() {
        let document =
            crate::evidence::DocumentEvidence { figures_only: true, ..Default::default() };
        for code in ["STR-007", "STR-010"] {
            let validation = trial::reading(code, &trial::content(), &document);
            assert_eq!(validation.not_assessed[0].missing, ["narrative"]);
        }
    }
}

//! CNT-008: section 一 tells what this organ did, not what organs do.
//!
//! Three signs, each of which may be harmless alone: no figures, no word about oneself, and talk of
//! 部分地区 and 多数部门. Two of them together warn. An organ whose name is not known has no word about
//! itself to look for but 我 and 本.

use crate::finding::Observation;
use crate::rules::digits::Run;
use crate::rules::sentence::Sentence;
use crate::rules::structure::overview;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-008", check);

/// What an essay about everybody says.
const EVERYBODY: [&str; 10] = [
    "部分地区",
    "一些地区",
    "各地区各部门",
    "多数部门",
    "一些部门",
    "部分部门",
    "有的地区",
    "有的部门",
    "某些地区",
    "某些部门",
];
/// How an organ speaks of itself.
const SELF: [&str; 16] = [
    "我局",
    "我镇",
    "我乡",
    "我县",
    "我市",
    "我区",
    "我办",
    "我委",
    "我厅",
    "我街",
    "我单位",
    "我省",
    "本机关",
    "本单位",
    "本部门",
    "全",
];
/// Counts in Chinese numerals: 四十余条.
const CLASSIFIERS: &str = "件条次篇份项场期个名人宗起余";
const NUMERALS: &str = "一二两三四五六七八九十百千万";

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(section) = case.content.narrative.section(1) else { return };
    if !overview::has_substance(case) {
        return;
    }
    let everybody = EVERYBODY.iter().find(|word| section.text.contains(*word));
    let signs = [
        has_no_figures(case).then_some(("没有具体数字", "gives no figures")),
        speaks_of_nobody(case, &section.text)
            .then_some(("没有写到本机关", "never speaks of the organ")),
        everybody.map(|_| ("泛谈其他地区、部门", "speaks of regions and departments at large")),
    ];
    let signs: Vec<_> = signs.into_iter().flatten().collect();
    if signs.len() >= 2 {
        let zh: Vec<_> = signs.iter().map(|(zh, _)| *zh).collect();
        let en: Vec<_> = signs.iter().map(|(_, en)| *en).collect();
        let seen = Observation::new(
            format!("第一部分{}；请写明本机关本年做了什么，有多少件", zh.join("，")),
            format!("section 1 {}", en.join(" and ")),
        )
        .found(zh.join("、"));
        let quoted = case
            .sentences()
            .narrative()
            .filter(|sentence| sentence.section == 1)
            .find(|sentence| everybody.is_none_or(|word| sentence.text.contains(word)));
        sink.raise(match quoted {
            Some(sentence) => seen.quoting(case.sentences().quote(&sentence)),
            None => seen,
        });
    }
}

/// Whether section 一 counts nothing: years, dates, decrees and items of lists are no counts.
fn has_no_figures(case: &Case<'_>) -> bool {
    let counts = |run: &&Run<'_>| {
        run.sentence.section == 1
            && !run.behind().starts_with(['年', '月', '日', '号', '、', '.', '．', '）', ')'])
            && !run.behind().starts_with(['〕', ']', '】'])
    };
    let mut sentences = case.sentences().narrative().filter(|it| it.section == 1);
    !case.digits().iter().any(|run| counts(&run)) && !sentences.any(|it| counts_in_words(&it))
}

fn counts_in_words(sentence: &Sentence<'_>) -> bool {
    let chars = sentence.text.chars();
    chars
        .clone()
        .zip(chars.skip(1))
        .any(|(c, next)| NUMERALS.contains(c) && CLASSIFIERS.contains(next))
}

fn speaks_of_nobody(case: &Case<'_>, text: &str) -> bool {
    let mut names = case.organ_names().peekable();
    names.peek().is_some()
        && !SELF.iter().any(|it| text.contains(it))
        && !names.any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(text: &str) -> Vec<(Severity, String)> {
        let mut content = trial::saying(text);
        content.title = "青石县财政局2024年政府信息公开工作年度报告".to_owned();
        let findings = trial::of("CNT-008", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn an_essay_about_others_warns_with_its_signs() {
        let essay = "2024年，政府信息公开工作不断深入，但一些地区重视不够，多数部门公开不及时。";
        let found = "没有具体数字、没有写到本机关、泛谈其他地区、部门".to_owned();
        assert_eq!(of(essay), [(Severity::Warning, found)]);
        assert_eq!(of("认真做好主动公开和监督保障工作。").len(), 1);
    }

    #[test]
    fn one_sign_alone_is_harmless() {
        for text in [
            "我局认真做好主动公开和监督保障工作。",
            "主动公开信息20条。",
            "主动公开信息四十余条。",
            "青石县财政局按规定公开信息。",
            "我局公开信息20条，一些部门反馈及时。",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}

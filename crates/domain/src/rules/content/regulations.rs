//! CNT-004: the Regulations are cited by their decree, 国务院令第711号.
//!
//! Only a number that stands directly behind the name of the Regulations is theirs; a sentence may cite
//! other decrees as well.

use crate::finding::Observation;
use crate::rules::digits::Run;
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-004", check);

const NAME: &str = "信息公开条例";
/// The decree of the Regulations in force, and that of 2007, which it replaced in 2019.
const IN_FORCE: u64 = 711;
const REPLACED: u64 = 492;
const FIRST_YEAR: u16 = 2019;
/// What may stand between the name and the number, apart from brackets and spaces.
const BETWEEN: [&str; 5] = ["中华人民共和国", "国务院", "国令", "令", "第"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for run in case.digits() {
        if run.len() != 3 || !run.behind().starts_with('号') {
            continue;
        }
        let Some((decree, number)) = decree(run) else { continue };
        let Some((zh, en)) = judged(case, decree, number, run.sentence.text) else { continue };
        let sentence = run.sentence;
        sink.raise(
            Observation::new(
                format!("{}第 {} 行{zh}", section(sentence.section), sentence.line),
                format!("the {} {en}", section_en(sentence.section)),
            )
            .expected("国务院令第711号", format!("{decree}{number}号"))
            .quoting(case.sentences().quote(&sentence)),
        );
    }
}

/// The words between the Regulations and the number of a decree, where nothing else stands there.
fn decree<'a>(run: &Run<'a>) -> Option<(&'a str, u64)> {
    let before = run.before();
    let words = before[before.rfind(NAME)? + NAME.len()..]
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut rest = words;
    while let Some(known) = BETWEEN.iter().find_map(|it| rest.strip_prefix(it)) {
        rest = known.trim_start();
    }
    let names_a_decree = words.contains("令") || run.behind().starts_with("号令");
    (rest.is_empty() && names_a_decree).then_some((words, run.value()?))
}

fn judged(
    case: &Case<'_>,
    decree: &str,
    number: u64,
    sentence: &str,
) -> Option<(&'static str, &'static str)> {
    let is_recent = case.year.is_some_and(|year| year.get() >= FIRST_YEAR);
    match number {
        IN_FORCE if decree.contains("国令") => Some((
            "把国务院令写作“国令”；请写“国务院令第711号”",
            "abbreviates the name of the decree",
        )),
        IN_FORCE => None,
        REPLACED if !is_recent || sentence.contains("修订") || sentence.contains("711") => None,
        REPLACED => Some((
            "引用的是 2007 年公布的条例（国务院令第492号），2019 年 5 月 15 日起施行的是国务院令第711号；请改正",
            "cites the decree of 2007, which was replaced on 15 May 2019",
        )),
        _ => Some((
            "引用的国务院令号数不是政府信息公开条例的；条例由国务院令第711号公布，请改正",
            "cites another decree than that of the Regulations",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let mut case = Case::new(&content);
        case.year = Some(2025.try_into().unwrap());
        let findings = trial::of("CNT-004", &case).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn a_decree_that_is_not_the_regulations_warns() {
        for (text, found) in [
            ("根据《中华人民共和国政府信息公开条例》（国令第711号）", "国令第711号"),
            (
                "《政府信息公开条例》（中华人民共和国国务院令第492号）",
                "中华人民共和国国务院令第492号",
            ),
            ("《政府信息公开条例》(国务院令 第171号)", "国务院令 第171号"),
            ("《政府信息公开条例》（国务院第717号令）", "国务院第717号"),
        ] {
            assert_eq!(of(text), [(Severity::Warning, found.to_owned())], "{text}");
        }
    }

    #[test]
    fn the_decree_in_force_and_those_of_other_laws_raise_nothing() {
        for text in [
            "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）",
            "《政府信息公开条例》（国务院令第７１１号修订）",
            "《政府信息公开条例》（国务院令第492号公布，第711号修订）",
            "《政府信息公开条例》和《行政法规制定程序条例》（国务院令第694号）",
            "《政府信息公开条例》公开信息 100号",
            "《政府信息公开条例》",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}

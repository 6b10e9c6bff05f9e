//! IDN-004: the text speaks as the organ itself, not as the one it was copied from.
//!
//! Only what an organ cannot say of itself is reported: a county that says 我镇, a city that says 我县,
//! a government that says 我局, a township that keeps 县政府现行有效规章. An organ may well speak of the
//! divisions above it (我县 in a township), and of their web sites.

use std::collections::BTreeMap;

use crate::finding::{Message, Observation};
use crate::organization::Level;
use crate::rules::naming::{section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("IDN-004", check);

/// How a text calls the organ it speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    Town,
    Township,
    Subdistrict,
    County,
    Banner,
    Bureau,
}

const VOICES: [(&str, Voice); 6] = [
    ("镇", Voice::Town),
    ("乡", Voice::Township),
    ("街道", Voice::Subdistrict),
    ("县", Voice::County),
    ("旗", Voice::Banner),
    ("局", Voice::Bureau),
];
/// Ends of the names of organs that are no bureau and have none above them in the same organ.
const NO_BUREAU: [&str; 6] = ["政府", "办公室", "办公厅", "街道办事处", "镇", "乡"];
/// How the name of a superior government ends.
const SUPERIORS: [&str; 6] = ["县", "市", "区", "州", "旗", "省"];
/// What an organ does with documents of others.
const PASSING_ON: [&str; 8] = ["转发", "转载", "学习", "贯彻", "落实", "宣传", "解读", "链接"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut heard: BTreeMap<Voice, (Sentence<'_>, usize)> = BTreeMap::new();
    for sentence in case.sentences().narrative() {
        for voice in voices(sentence.text) {
            heard.entry(voice).or_insert((sentence, 0)).1 += 1;
        }
        if case.standing.level == Some(Level::Township) && keeps_documents(sentence.text) {
            sink.raise(superior(&sentence).quoting(case.sentences().quote(&sentence)));
        }
    }
    let mut missing = Vec::new();
    for (voice, (sentence, count)) in heard {
        match is_foreign(case, voice) {
            Ok(false) => {}
            Ok(true) => {
                let seen = foreign(case, voice, &sentence, count);
                sink.raise(seen.quoting(case.sentences().quote(&sentence)));
            }
            Err(evidence) => missing.push(evidence),
        }
    }
    missing.dedup();
    if !missing.is_empty() {
        let reason = Message::new(
            "机关的名称或层级不明，无法判断文中的自称",
            "the name or the level of the organ is not known, so that its voice cannot be judged",
        );
        sink.not_assessable(missing, reason);
    }
}

/// How a sentence calls the organ it speaks for: 我镇, 我县, 我局; not what it quotes.
fn voices(text: &str) -> impl Iterator<Item = Voice> {
    text.match_indices('我').filter_map(move |(at, mark)| {
        let (before, behind) = (&text[..at], &text[at + mark.len()..]);
        let (unit, voice) = VOICES.into_iter().find(|(unit, _)| behind.starts_with(unit))?;
        let runs_on = behind[unit.len()..].starts_with(['村', '面', '限']);
        let is_quoted = before.matches('《').count() > before.matches('》').count()
            || before.matches('“').count() > before.matches('”').count();
        (!runs_on && !is_quoted && !before.ends_with('自')).then_some(voice)
    })
}

/// Whether the organ cannot speak so of itself, or what is missing to tell.
fn is_foreign(case: &Case<'_>, voice: Voice) -> Result<bool, &'static str> {
    let names: Vec<_> = case.organ_names().collect();
    let is_named =
        |words: &[&str]| names.iter().any(|name| words.iter().any(|it| name.contains(it)));
    let level = case.standing.level.ok_or("level");
    match voice {
        Voice::Bureau if names.is_empty() => Err("organization"),
        Voice::Bureau => {
            let is_none = |name: &&str| NO_BUREAU.iter().any(|end| name.ends_with(end));
            Ok(!is_named(&["局"]) && names.iter().all(is_none))
        }
        Voice::Town | Voice::Township | Voice::Subdistrict => {
            Ok(level? != Level::Township && !is_named(&["镇", "乡", "街道"]))
        }
        Voice::County | Voice::Banner => match level? {
            Level::Township => Ok(false),
            Level::County => Ok(is_named(&["市", "区"]) && !is_named(&["县", "旗"])),
            Level::Prefecture | Level::Province => Ok(!is_named(&["县", "旗"])),
        },
    }
}

fn foreign(case: &Case<'_>, voice: Voice, sentence: &Sentence<'_>, count: usize) -> Observation {
    let unit = VOICES.iter().find(|(_, it)| *it == voice).map_or("", |(unit, _)| *unit);
    let organ = case.organ_names().next().unwrap_or("本机关");
    let times = if count > 1 { format!("等 {count} 处") } else { String::new() };
    Observation::new(
        format!(
            "{}第 {} 行{times}自称“我{unit}”，与“{organ}”不符，可能是照抄其他机关的文字；请改成本机关的情况",
            section(sentence.section),
            sentence.line
        ),
        format!(
            "the {} speaks as “我{unit}”, which “{organ}” is not: {count} times",
            section_en(sentence.section)
        ),
    )
    .expected(organ, format!("我{unit}"))
}

/// Whether a sentence says that the rules or documents of a superior government are kept or
/// published, as only that government or its office does.
fn keeps_documents(text: &str) -> bool {
    text.match_indices("政府现行有效").any(|(at, mark)| {
        let before = text[..at].trim_end_matches("人民");
        let clause = text[at + mark.len()..].split(['，', ',', '；', '。']).next();
        let kept = clause.unwrap_or_default();
        SUPERIORS.iter().any(|end| before.ends_with(end))
            && (kept.contains("规章") || kept.contains("规范性文件"))
            && !PASSING_ON.iter().any(|word| text.contains(word))
    })
}

fn superior(sentence: &Sentence<'_>) -> Observation {
    Observation::new(
        format!(
            "{}第 {} 行写的是上级政府的规章、规范性文件，不像本机关的口吻，可能是照抄上级的文字；请改成本机关的情况",
            section(sentence.section),
            sentence.line
        ),
        format!(
            "the {} speaks of keeping the rules of a superior government, as that government would",
            section_en(sentence.section)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::Standing;
    use crate::rules::{Validation, trial};

    fn of(organ: &str, text: &str) -> Validation {
        let mut content = trial::saying(text);
        content.title = format!("{organ}2024年政府信息公开工作年度报告");
        let mut case = Case::new(&content);
        case.standing = Standing::of(None, None, Some(organ));
        trial::of("IDN-004", &case)
    }

    fn found(organ: &str, text: &str) -> Vec<String> {
        of(organ, text).findings.into_iter().map(|it| it.observation.found).collect()
    }

    #[test]
    fn a_township_that_keeps_the_rules_of_the_county_was_copied() {
        for text in [
            "通过县政府门户网站权威渠道集中公开县政府现行有效行政规章和规范性文件,并提供在线查阅。",
            "依托县政府门户网站统一栏目存放县政府现行有效规章和规范性文件,群众可以在线查看。",
        ] {
            assert_eq!(found("司前镇人民政府办公室", text).len(), 1, "{text}");
            assert_eq!(found("始兴县人民政府办公室", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_organ_may_speak_of_those_above_it() {
        for text in [
            "我县统一部署，我镇按要求落实，我市组织培训。",
            "通过县政府门户网站公开信息20条。",
            "学习宣传县政府现行有效的规范性文件。",
            "网站上可以查阅现行有效的文件。",
        ] {
            assert_eq!(of("司前镇人民政府办公室", text), Validation::default(), "{text}");
        }
    }

    #[test]
    fn nobody_is_a_unit_below_himself() {
        assert_eq!(found("环县人民政府", "我镇公开信息20条。我镇未收到申请。"), ["我镇"]);
        assert_eq!(found("司前镇人民政府", "我局公开信息20条。"), ["我局"]);
        assert_eq!(found("环县财政局", "我局公开信息20条，克服自我局限，我乡村。"), [""; 0]);
    }

    #[test]
    fn what_is_quoted_is_somebody_elses_voice() {
        assert_eq!(found("环县人民政府", "发布《我镇的一天》、“我镇有约”。"), [""; 0]);
    }

    #[test]
    fn without_level_or_name_nothing_is_decided() {
        assert_eq!(of("某市某某中心", "我镇公开信息。").not_assessed[0].missing, ["level"]);
        assert_eq!(of("", "我局公开信息。").not_assessed[0].missing, ["organization"]);
    }
}

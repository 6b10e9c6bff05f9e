//! CNT-007: nothing in the text that no organ writes: advertisements of mirrors, control characters,
//! private-use and replacement characters.
//!
//! Words of gambling and the like are told only where they are offered; a sentence that fights them is
//! ordinary prose.

use crate::finding::Observation;
use crate::rules::naming::{list_en, list_zh, section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-007", check);

/// Offers that pages which copy a report put into it, by their first character.
const OFFERS: [&str; 27] = [
    "澳门新葡京",
    "新葡京",
    "葡京娱乐",
    "威尼斯人娱乐",
    "太阳城娱乐",
    "老虎机",
    "真人娱乐",
    "真人荷官",
    "时时彩",
    "六合彩",
    "北京赛车",
    "棋牌游戏",
    "娱乐城",
    "百家乐",
    "足球投注",
    "体育投注",
    "皇冠体育",
    "开元棋牌",
    "彩票平台",
    "博彩公司",
    "成人视频",
    "成人电影",
    "裸聊",
    "外围女",
    "一夜情",
    "办证刻章",
    "代孕",
];
/// What tells that a sentence speaks of fighting such offers.
const FOUGHT: [&str; 9] = ["打击", "查处", "整治", "治理", "禁止", "非法", "违法", "涉赌", "举报"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for sentence in case.sentences().with_title() {
        let strange = strange(sentence.text);
        let offers = if strange.may_offer { offers(sentence.text) } else { Vec::new() };
        let seen = match (offers.is_empty(), strange.characters) {
            (false, _) => offered(&sentence, &offers),
            (true, 0) => continue,
            (true, count) => unprintable(&sentence, count),
        };
        sink.raise(seen.quoting(case.sentences().quote(&sentence)));
    }
}

/// What one pass over a sentence shows.
struct Strange {
    characters: usize,
    may_offer: bool,
}

fn strange(text: &str) -> Strange {
    let mut seen = Strange { characters: 0, may_offer: false };
    for c in text.chars() {
        match c {
            '\t' => {}
            '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '\u{F0000}'.. => seen.characters += 1,
            '澳' | '葡' | '娱' | '虎' | '彩' | '赛' | '棋' | '百' | '投' | '冠' | '赌' | '成'
            | '裸' | '围' | '夜' | '刻' | '孕' | '荷' => seen.may_offer = true,
            c if c.is_control() => seen.characters += 1,
            _ => {}
        }
    }
    seen
}

fn offers(text: &str) -> Vec<&'static str> {
    if FOUGHT.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    OFFERS.into_iter().filter(|offer| text.contains(offer)).collect()
}

fn offered(sentence: &Sentence<'_>, offers: &[&str]) -> Observation {
    Observation::new(
        format!(
            "{}有与报告无关的词语{}；请核对网页是否被篡改",
            place(sentence),
            list_zh(offers, "个")
        ),
        format!("the {} holds foreign words: {}", section_en(sentence.section), list_en(offers)),
    )
    .found(offers.join("、"))
}

fn unprintable(sentence: &Sentence<'_>, count: usize) -> Observation {
    Observation::new(
        format!("{}有 {count} 个不能显示的字符；请对照原件改正", place(sentence)),
        format!("the {} holds {count} characters that print nothing", section_en(sentence.section)),
    )
    .found(count)
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

    fn of(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let findings = trial::of("CNT-007", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn an_offer_warns_and_a_sentence_that_fights_it_does_not() {
        assert_eq!(
            of("澳门新葡京2025年政府")[0],
            (Severity::Warning, "澳门新葡京、新葡京".to_owned())
        );
        assert_eq!(of("依法打击六合彩等赌博活动，查处娱乐城2家。"), []);
        assert_eq!(of("投资项目100个，成人教育2次，彩色图解3篇。"), []);
    }

    #[test]
    fn every_offer_has_a_character_that_is_looked_for() {
        assert!(OFFERS.iter().all(|offer| strange(offer).may_offer));
    }

    #[test]
    fn characters_that_print_nothing_are_counted() {
        assert_eq!(
            of("公开\u{E001}信息\u{0007}\u{FFFD}20条。"),
            [(Severity::Warning, "3".to_owned())]
        );
        assert_eq!(of("公开\t信息20条，𠮷、①、㎡。"), []);
    }
}

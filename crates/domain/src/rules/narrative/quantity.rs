//! Quantities: numbers with the classifier of what they count.

use super::numeral::{self, Numeral};
use crate::sheet::Amount;

/// A counted number in a sentence. Numbers without a classifier (years, dates, percentages, articles
/// of law) are no quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    /// The number.
    pub value: Amount,
    /// How far it may be rounded.
    pub rounding: Amount,
    /// What is counted.
    pub classifier: &'static str,
    /// Whether it is an approximation, a range or a number for each.
    pub is_vague: bool,
    /// Where it begins.
    pub start: usize,
    /// Where it ends, behind the classifier.
    pub end: usize,
}

/// Classifiers, longer ones first, with the words that they must not be the beginning of.
const CLASSIFIERS: [(&str, &[&str]); 39] = [
    ("人次", &[]),
    ("件次", &[]),
    ("条次", &[]),
    ("场次", &[]),
    ("件", &[]),
    ("条", &["例", "款", "规定", "龙"]),
    ("个", &["工作日", "月", "百分点", "小时", "自然日"]),
    ("份", &[]),
    ("篇", &[]),
    ("次", &["数"]),
    ("项", &["目"]),
    ("宗", &[]),
    ("起", &["草", "诉", "来", "到"]),
    ("期", &["间"]),
    ("人", &["民", "大"]),
    ("家", &[]),
    ("场", &[]),
    ("部", &["门", "分"]),
    ("则", &[]),
    ("封", &[]),
    ("幅", &[]),
    ("张", &[]),
    ("页", &[]),
    ("批", &["准", "复"]),
    ("户", &[]),
    ("处", &["理", "罚", "置"]),
    ("套", &[]),
    ("类", &[]),
    ("块", &[]),
    ("册", &[]),
    ("例", &[]),
    ("笔", &[]),
    ("名", &["单", "录"]),
    ("元", &[]),
    ("字", &[]),
    ("台", &[]),
    ("本", &["机关", "单位", "级"]),
    ("门", &[]),
    ("辆", &[]),
];
const VAGUE_BEFORE: [&str; 14] =
    ["约", "近", "超", "逾", "超过", "不少于", "至少", "突破", "各", "每", "均", "-", "~", "～"];
const VAGUE_AFTER: [&str; 7] = ["余", "多", "几", "以上", "左右", "上下", "来"];
/// Before 一 these make a word: 统一.
const WORDS_WITH_ONE: [char; 8] = ['统', '唯', '同', '逐', '任', '单', '之', '万'];

/// Every quantity of a sentence, in its order.
pub(super) fn quantities(sentence: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = sentence[at..].chars().next() {
        if !numeral::is_start(c) {
            at += c.len_utf8();
            continue;
        }
        match numeral::read(&sentence[at..]) {
            Some(numeral) => {
                found.extend(quantity(sentence, at, &numeral));
                at += numeral.len;
            }
            // No number at all, but a run of digits: none of its tails is one either.
            None => at = skip_run(sentence, at),
        }
    }
    found
}

fn skip_run(sentence: &str, at: usize) -> usize {
    let run = |c: char| numeral::is_start(c) || matches!(c, '.' | '．' | ',');
    at + sentence[at..].find(|c| !run(c)).unwrap_or(sentence.len() - at)
}

fn quantity(sentence: &str, start: usize, numeral: &Numeral) -> Option<Quantity> {
    let before = sentence[..start].trim_end();
    let (number, behind) = sentence[start..].split_at(numeral.len);
    let named = before.ends_with(|c: char| c == '第' || c.is_ascii_alphabetic());
    if named || number == "一" && before.ends_with(WORDS_WITH_ONE) {
        return None;
    }
    let (behind, vague_number) = without_vagueness(behind.trim_start());
    let (classifier, _) = CLASSIFIERS.iter().find(|(classifier, not)| {
        let rest = behind.strip_prefix(classifier);
        rest.is_some_and(|rest| !not.iter().any(|word| rest.starts_with(word)))
    })?;
    let rest = &behind[classifier.len()..];
    let vague_count = VAGUE_AFTER[..6].iter().any(|word| rest.starts_with(word));
    let vague_before = VAGUE_BEFORE.iter().any(|word| before.ends_with(word))
        || number.starts_with('十') && before.ends_with(['数', '几']);
    Some(Quantity {
        value: numeral.value,
        rounding: numeral.rounding,
        classifier,
        is_vague: vague_number || vague_count || vague_before || is_range(before),
        start,
        end: sentence.len() - rest.len(),
    })
}

fn without_vagueness(behind: &str) -> (&str, bool) {
    match VAGUE_AFTER.iter().find_map(|word| behind.strip_prefix(word)) {
        Some(rest) => (rest.trim_start(), true),
        None => (behind, false),
    }
}

/// `3至5条`, `3—5条`
fn is_range(before: &str) -> bool {
    let first = before.trim_end_matches(['至', '—', '－']);
    first.len() < before.len() && first.ends_with(numeral::is_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Vec<String> {
        let said = |it: Quantity| {
            let vague = if it.is_vague { "?" } else { "" };
            format!("{}{}{vague}", it.value, it.classifier)
        };
        quantities(sentence).into_iter().map(said).collect()
    }

    #[test]
    fn a_number_with_a_classifier_is_a_quantity() {
        assert_eq!(read("清单总数20条，统一件"), ["20条"]);
        assert_eq!(
            read("公开20条、文件 3 件，收费1.2万元，申请一件"),
            ["20条", "3件", "12000元", "1件"]
        );
    }

    #[test]
    fn years_dates_shares_articles_and_terms_are_none() {
        let sentence = "2024年12月31日，占35.5%，依据第二十条、条例第20条第3项，3项目，20个工作日，2个月，12345热线";
        assert_eq!(read(sentence), [""; 0]);
    }

    #[test]
    fn approximations_ranges_and_numbers_for_each_are_vague() {
        for sentence in [
            "约20条",
            "20余条",
            "20条以上",
            "3至5条",
            "3-5条",
            "各20条",
            "四十多条",
            "数十条",
            "近 20条",
        ] {
            let read = read(sentence);
            assert!(read.last().is_some_and(|it| it.ends_with('?')), "{sentence} {read:?}");
        }
    }

    #[test]
    fn a_run_of_digits_that_is_no_number_has_no_tail_that_is_one() {
        assert_eq!(read("99999999999999999999条"), [""; 0]);
    }
}

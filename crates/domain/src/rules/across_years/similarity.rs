//! How similar two texts are, apart from numbers and names.
//!
//! A text is reduced to its characters without spaces and punctuation; a run of digits or Chinese
//! numerals becomes one mark, and so do the organ's names and 我局, 本镇 and the like. What is compared
//! are all sequences of three characters, packed whole into 64 bits, so that none is mistaken for
//! another. The similarity is twice the number of common sequences, by how often each occurs, over
//! the number of all (Dice). A character that differs spoils three sequences: texts of which nine
//! tenths agree have a similarity of about 0.7, so that 0.9 means that about one character in thirty
//! differs.
//!
//! Common characters bound common sequences from above: one pass that counts characters settles all
//! but near duplicates. Every pass is linear in the length of the texts; only what may be a near
//! duplicate is sorted.

/// How many characters make a sequence.
const LENGTH: usize = 3;
/// Buckets of characters; those that share one only make the bound less tight.
const BUCKETS: usize = 1024;
/// Stands for a number.
const NUMBER: char = '#';
/// Stands for the organ.
const ORGAN: char = '@';
/// What follows 我 or 本 where an organ speaks of itself.
const KINDS: &str = "局镇乡县市区州盟旗省委办厅院街站处部所校";
/// 0.9 as a fraction.
const THRESHOLD: (usize, usize) = (9, 10);

/// A text, reduced to what is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reduced {
    characters: Vec<char>,
}

impl Reduced {
    /// Reduces a text in which these names are the organ's own.
    pub fn of(text: &str, names: &[String]) -> Self {
        let masked = names.iter().filter(|name| !name.is_empty()).fold(
            std::borrow::Cow::Borrowed(text),
            |text, name| match text.contains(name.as_str()) {
                true => text.replace(name.as_str(), "@").into(),
                false => text,
            },
        );
        let mut characters = Vec::with_capacity(masked.len() / 3 + 1);
        let mut rest = masked.chars().peekable();
        while let Some(c) = rest.next() {
            let itself =
                matches!(c, '我' | '本') && rest.next_if(|next| KINDS.contains(*next)).is_some();
            match if itself { Some(ORGAN) } else { reduced(c) } {
                Some(NUMBER) if characters.last() == Some(&NUMBER) => {}
                Some(c) => characters.push(c),
                None => {}
            }
        }
        Self { characters }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.characters.len()
    }

    /// The similarity in thousandths, rounded down, where it is 0.9 or more.
    pub fn near_duplicate(&self, other: &Self) -> Option<usize> {
        let all = self.sequences() + other.sequences();
        let is_near = |common: usize| all > 0 && 2 * common * THRESHOLD.1 >= all * THRESHOLD.0;
        // The shorter text bounds what is common, and so do the common characters.
        if !is_near(self.sequences().min(other.sequences()))
            || !is_near(self.common_characters(other))
        {
            return None;
        }
        let common = common(&self.sorted(), &other.sorted());
        is_near(common).then(|| 2000 * common / all)
    }

    fn sequences(&self) -> usize {
        (self.len() + 1).saturating_sub(LENGTH)
    }

    fn common_characters(&self, other: &Self) -> usize {
        let mut counts = vec![0usize; BUCKETS];
        self.characters.iter().for_each(|c| counts[bucket(*c)] += 1);
        let mut common = 0;
        for c in &other.characters {
            let count = &mut counts[bucket(*c)];
            if *count > 0 {
                *count -= 1;
                common += 1;
            }
        }
        common
    }

    /// Every sequence, three times 21 bits, in order.
    fn sorted(&self) -> Vec<u64> {
        let packed = |it: &[char]| it.iter().fold(0, |packed, c| packed << 21 | u64::from(*c));
        let mut all: Vec<u64> = self.characters.windows(LENGTH).map(packed).collect();
        all.sort_unstable();
        all
    }
}

fn bucket(c: char) -> usize {
    u32::from(c).wrapping_mul(0x9e37_79b1) as usize >> 7 & (BUCKETS - 1)
}

/// A character as it is compared; nothing for spaces and punctuation.
fn reduced(c: char) -> Option<char> {
    match c {
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        | '百' | '千' | '万' | '亿' | '两' => Some(NUMBER),
        '\u{4e00}'..='\u{9fff}' => Some(c),
        '0'..='9' | '０'..='９' => Some(NUMBER),
        ORGAN => Some(ORGAN),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase())
        }
        _ if c.is_alphanumeric() => Some(c.to_ascii_lowercase()),
        _ => None,
    }
}

/// How many elements two sorted lists have in common, by how often each occurs.
fn common(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut common) = (0, 0);
    for sequence in one {
        while other.get(at).is_some_and(|it| it < sequence) {
            at += 1;
        }
        if other.get(at) == Some(sequence) {
            at += 1;
            common += 1;
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "存在的主要问题：一是部分栏目更新不够及时；二是政策解读形式比较单一。\n改进情况：青石县财政局已建立更新提醒制度，逐月检查，2024年增加图解和视频解读12篇。";

    fn reduced(text: &str) -> Reduced {
        Reduced::of(text, &["青石县财政局".to_owned(), "白河县财政局".to_owned()])
    }

    fn near(one: &str, other: &str) -> Option<usize> {
        reduced(one).near_duplicate(&reduced(other))
    }

    #[test]
    fn numbers_names_and_punctuation_make_no_difference() {
        let copy = TEXT
            .replace("2024", "２０２５")
            .replace("12篇", "三十二篇")
            .replace("青石县财政局", "白河县财政局")
            .replace('；', "。\n");
        assert_eq!(near(TEXT, &copy), Some(1000));
        assert_eq!(near(TEXT, &TEXT.replace("青石县财政局", "我局")), Some(1000));
    }

    #[test]
    fn a_word_that_was_exchanged_makes_a_near_duplicate_and_several_do_not() {
        let once = TEXT.replace("逐月", "按季");
        assert!(near(TEXT, &once).is_some_and(|it| (900..1000).contains(&it)));
        let several =
            once.replace("提醒", "督办").replace("政策解读", "回应关切").replace("栏目", "信息");
        assert_eq!(near(TEXT, &several), None);
    }

    #[test]
    fn another_text_on_the_same_subject_is_none() {
        let other = "公开的深度还不够，有的信息查找不方便。我们调整了目录，增加了检索入口，对过去的信息重新分类，今后继续完善公开的内容和形式。";
        assert_eq!(near(TEXT, other), None);
        assert_eq!(near("", ""), None);
        assert_eq!(near("无。", "无。"), None);
    }

    #[test]
    fn the_same_words_in_another_order_are_no_copy() {
        let backwards: String = TEXT.chars().rev().collect();
        assert_eq!(near(TEXT, &backwards), None);
    }

    /// The similarity without any bound.
    fn dice(one: &Reduced, other: &Reduced) -> usize {
        let all = one.sequences() + other.sequences();
        2000 * common(&one.sorted(), &other.sorted()) / all.max(1)
    }

    proptest! {
        #[test]
        fn the_bounds_never_hide_a_near_duplicate(
            text in "[公开信息年报]{3,60}", at in 0usize..60, word in "[公开信息年报]{0,4}",
        ) {
            let mut changed: Vec<char> = text.chars().collect();
            let at = at.min(changed.len());
            changed.splice(at..at, word.chars());
            let (one, other) = (reduced(&text), reduced(&changed.into_iter().collect::<String>()));
            let expected = Some(dice(&one, &other)).filter(|it| *it >= 900);
            prop_assert_eq!(one.near_duplicate(&other), expected);
        }
    }
}

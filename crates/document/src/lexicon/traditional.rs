//! Characters of the forms as mirrors in traditional characters print them.
//!
//! Only labels and headings are compared so: what a page says is kept as it says it.

use std::borrow::Cow;
use std::sync::LazyLock;

/// Every character of the forms that has a traditional one: the traditional, then the form's.
const PAIRS: &str = "萬万業业為为爲为舉举於于會会體体關关內内決决況况減减辦办務务動动區区單单發发\
    後后國国處处復复複复覆复審审對对屬属廢废開开強强當当總总執执護护報报據据數数無无機机權权\
    條条構构沒没現现確确祕秘穩稳類类係系糾纠納纳組组織织經经結结繼继續续維维繳缴罰罚範范獲获補补\
    規规計计認认議议許许訟讼訪访訴诉詢询請请購购費费轉转過过這这進进採采問问項项題题額额製制\
    與与個个";

static KNOWN: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let characters: Vec<char> = PAIRS.chars().filter(|c| !c.is_whitespace()).collect();
    let mut known: Vec<(char, char)> =
        characters.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    known.sort_unstable();
    known
});

/// The character as the forms print it, if they print it.
pub(crate) fn simplified(c: char) -> char {
    if c < '\u{4e00}' {
        return c;
    }
    match KNOWN.binary_search_by_key(&c, |(traditional, _)| *traditional) {
        Ok(at) => KNOWN[at].1,
        Err(_) => c,
    }
}

/// Words with such characters as the forms print them; as many bytes as before.
pub(crate) fn simplified_words(words: &str) -> Cow<'_, str> {
    match words.chars().all(|c| simplified(c) == c) {
        true => Cow::Borrowed(words),
        false => Cow::Owned(words.chars().map(simplified).collect()),
    }
}

/// The characters of the forms that have traditional ones.
#[cfg(test)]
pub(super) fn forms() -> impl Iterator<Item = char> {
    KNOWN.iter().map(|(_, form)| *form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_length() {
        let words = "收到和處理政府信息公開申請情況";
        assert_eq!(simplified_words(words), "收到和处理政府信息公开申请情况");
        assert!(KNOWN.iter().all(|(from, to)| from.len_utf8() == to.len_utf8()));
    }

    #[test]
    fn no_character_stands_for_two_and_none_for_itself() {
        assert!(KNOWN.windows(2).all(|pair| pair[0].0 != pair[1].0));
        assert!(KNOWN.iter().all(|(from, to)| from != to && simplified(*to) == *to));
    }
}

//! The words of the form, and how words on real pages are compared with them.

use unicode_normalization::UnicodeNormalization;

/// A label as printed on the official form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The words, with their numbering: `（三）不予公开`.
    pub text: &'static str,
    /// The note printed behind the words, with its brackets.
    pub note: Option<&'static str>,
    /// Other wordings seen on real pages that mean this line and no other.
    pub aliases: &'static [&'static str],
}

impl Label {
    /// A label without note or aliases.
    pub const fn new(text: &'static str) -> Self {
        Self { text, note: None, aliases: &[] }
    }

    /// The label with the note that the form prints behind it.
    pub const fn noted(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// The label with wordings that real pages use for it.
    pub const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    /// The words with their note, as a renderer prints them.
    pub fn printed(&self) -> String {
        format!("{}{}", self.text, self.note.unwrap_or_default())
    }

    /// Every folded wording under which a page may show this label, the official one first.
    pub fn wordings(&self) -> Vec<String> {
        let mut wordings =
            vec![fold(self.text), fold(&self.printed()), fold(unnumbered(self.text))];
        wordings.extend(self.aliases.iter().map(|alias| fold(alias)));
        wordings.retain(|wording| !wording.is_empty());
        let mut seen = std::collections::BTreeSet::new();
        wordings.retain(|wording| seen.insert(wording.clone()));
        wordings
    }
}

/// Folds the words of a page for comparison: NFKC, without spaces, brackets, quotes and punctuation.
///
/// Digits and Chinese numerals stay: `3.其他` and `其他` are different labels.
pub fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    match words.chars().all(is_normal) {
        true => folded.extend(words.chars().filter(|c| c.is_alphanumeric())),
        false => folded.extend(words.nfkc().filter(|c| c.is_alphanumeric())),
    }
    folded
}

/// Whether NFKC keeps a character whatever stands beside it: ASCII and ideographs, of which most labels are.
fn is_normal(c: char) -> bool {
    c.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The words behind the numbering of a printed label: `（三）不予公开` → `不予公开`.
pub fn unnumbered(label: &str) -> &str {
    let numbering = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（(".contains(c);
    let behind = label.trim_start_matches(numbering);
    match behind.strip_prefix(['、', '.', '）', ')', '．']) {
        Some(words) if behind.len() < label.len() => words,
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_width_spaces_brackets_and_quotes_but_no_digits() {
        assert_eq!(fold("（三）　不予 公开"), fold("(三)不予公开"));
        assert_eq!(fold("3.危及\"三安全一稳定\""), fold("3．危及“三安全一稳定”"));
        assert_ne!(fold("3.其他"), fold("其他"));
    }

    proptest::proptest! {
        #[test]
        fn words_that_normalization_keeps_are_folded_as_all_are(words in "[a(（ 一龥９㈠\u{301}\u{f900}]{0,6}") {
            let normalized: String = words.nfkc().filter(|c| c.is_alphanumeric()).collect();
            proptest::prop_assert_eq!(fold(&words), normalized);
        }
    }

    #[test]
    fn numbering_is_what_stands_before_the_mark() {
        assert_eq!(unnumbered("（三）不予公开"), "不予公开");
        assert_eq!(unnumbered("1.属于国家秘密"), "属于国家秘密");
        assert_eq!(unnumbered("三、本年度办理结果"), "本年度办理结果");
        assert_eq!(unnumbered("规章"), "规章");
    }

    #[test]
    fn a_note_is_part_of_what_is_printed_but_not_needed_for_recognition() {
        let label = Label::new("（二）部分公开").noted("（区分处理的）");
        assert_eq!(label.printed(), "（二）部分公开（区分处理的）");
        assert_eq!(label.wordings(), ["二部分公开", "二部分公开区分处理的", "部分公开"]);
    }
}

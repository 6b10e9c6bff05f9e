//! The narrative, sentence by sentence, with the place of each.

use std::cell::OnceCell;

use super::naming::shortened;
use super::quotation::Ordinals;
use crate::finding::Quote;
use crate::report::Content;

/// A sentence of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence<'a> {
    /// 1 to 6; 0 for title, preamble and closing.
    pub section: u8,
    /// The line within the text of its part, from 1; 0 for the title.
    pub line: u32,
    /// The words, with the mark that ends them.
    pub text: &'a str,
    at: usize,
}

/// The sentences of a report, split once, with what is needed to quote them.
#[derive(Clone, Debug)]
pub(super) struct Sentences<'a> {
    all: Vec<Sentence<'a>>,
    ordinals: OnceCell<Vec<u32>>,
}

const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];

impl<'a> Sentences<'a> {
    /// The title, then every sentence of the narrative, in reading order.
    pub(super) fn of(content: &'a Content) -> Self {
        let mut all = vec![Sentence { section: 0, line: 0, text: content.title.trim(), at: 0 }];
        for part in content.narrative.parts() {
            for (line, words) in (1..).zip(part.text.lines()) {
                let texts = words.split_inclusive(ENDS).map(str::trim);
                for text in texts.filter(|text| !text.is_empty()) {
                    all.push(Sentence { section: part.section, line, text, at: all.len() });
                }
            }
        }
        Self { all, ordinals: OnceCell::new() }
    }

    /// The title, then the narrative.
    pub(super) fn with_title(&self) -> impl Iterator<Item = Sentence<'a>> {
        self.all.iter().copied()
    }

    /// The narrative.
    pub(super) fn narrative(&self) -> impl Iterator<Item = Sentence<'a>> {
        self.with_title().skip(1)
    }

    /// A sentence as a quotation; the first one costs a pass over all of them.
    pub(super) fn quote(&self, sentence: &Sentence<'_>) -> Quote {
        let ordinals = self.ordinals.get_or_init(|| {
            let mut ordinals = Ordinals::default();
            let quote = |it: &Sentence<'_>| ordinals.quote(it.section, it.line, it.text).ordinal;
            self.all.iter().map(quote).collect()
        });
        let ordinal = ordinals.get(sentence.at).copied().unwrap_or_default();
        let Sentence { section, line, text, .. } = *sentence;
        Quote { section, line, text: shortened(text), ordinal }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::report::SectionText;
    use crate::sheet::Sheet;

    fn content(text: &str) -> Content {
        let mut content = Content::blank(Sheet::blank(Edition::E2021));
        content.title = "标题".to_owned();
        let section = SectionText { number: 1, text: text.to_owned(), ..SectionText::default() };
        content.narrative.sections.push(section);
        content
    }

    #[test]
    fn a_sentence_knows_its_section_and_line() {
        let content = content("第一句。第二句！\n\n第三句");
        let sentences = Sentences::of(&content);
        let seen: Vec<_> = sentences.narrative().map(|it| (it.line, it.text)).collect();
        assert_eq!(seen, [(1, "第一句。"), (1, "第二句！"), (3, "第三句")]);
        assert_eq!(sentences.with_title().next().map(|it| it.text), Some("标题"));
    }

    #[test]
    fn equal_sentences_are_told_apart_by_their_number() {
        let content = content("公开2条。公开3条。收到1件。");
        let sentences = Sentences::of(&content);
        let ordinals: Vec<_> =
            sentences.narrative().map(|it| sentences.quote(&it).ordinal).collect();
        assert_eq!(ordinals, [0, 1, 0]);
    }

    #[test]
    fn a_long_sentence_is_quoted_in_part() {
        let content = content(&"长".repeat(1000));
        let sentences = Sentences::of(&content);
        let sentence = sentences.narrative().next().unwrap();
        assert_eq!(sentences.quote(&sentence).text.chars().count(), 161);
    }
}

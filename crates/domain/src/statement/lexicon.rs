//! The words that the reader knows.
//!
//! At every place of a text the longest word counts, so that 办理 is no 办 and 3部门 no 3部. Wordings
//! of the form come from its tree; Traditional characters are written here in their simplified form and
//! found in both.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::term::{Term, Word};
use super::wordings::{COLUMNS, LINES, TRADITIONAL, WORDS};
use crate::form::{Column, Edition, Label, Line, Node, TableId};

/// The words by their first characters, longer ones first: made in a moment, and a place of a text is
/// compared with a handful of them.
pub(super) struct Lexicon {
    /// For every character of the basic plane the number of its words in `groups`; 0 for none.
    first: Vec<u16>,
    groups: Vec<Range<usize>>,
    /// The second character of every word, or none where it has but one: most words differ in it.
    seconds: Vec<Option<char>>,
    entries: Vec<(String, Word)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The lexicon, made once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn new() -> Self {
        let mut words = BTreeMap::new();
        for word in known().into_iter().chain(of_the_form()) {
            for wording in wordings(word.text) {
                words.entry(wording).or_insert(word);
            }
        }
        let mut entries: Vec<_> = words.into_iter().collect();
        entries.sort_by_key(|(text, _)| (text.chars().next(), std::cmp::Reverse(text.len())));
        let mut lexicon = Self {
            first: vec![0; 1 << 16],
            groups: vec![Range::default()],
            seconds: entries.iter().map(|(text, _)| text.chars().nth(1)).collect(),
            entries: Vec::new(),
        };
        for (at, (text, _)) in entries.iter().enumerate() {
            lexicon.add(at, text.chars().next().unwrap_or_default());
        }
        Self { entries, ..lexicon }
    }

    /// Counts the word at a place among those that begin with a character.
    fn add(&mut self, at: usize, first: char) {
        let groups = self.groups.len();
        let Some(group) = self.first.get_mut(first as usize) else { return };
        match self.groups.get_mut(usize::from(*group)).filter(|_| *group > 0) {
            Some(range) => range.end = at + 1,
            None => {
                *group = u16::try_from(groups).unwrap_or_default();
                self.groups.push(at..at + 1);
            }
        }
    }

    /// The longest word that a text begins with, and its length. `first` is its first character.
    pub(super) fn word(&self, text: &str, first: char) -> Option<(Word, usize)> {
        let group = *self.first.get(first as usize).filter(|group| **group > 0)?;
        let group = self.groups.get(usize::from(group))?.clone();
        let second = text.get(first.len_utf8()..)?.chars().next();
        let seconds = self.seconds.get(group.clone())?.iter();
        let mut near = group.zip(seconds).filter(|(_, it)| it.is_none() || **it == second);
        near.find_map(|(at, _)| {
            let (wording, word) = self.entries.get(at)?;
            text.starts_with(wording.as_str()).then_some((*word, wording.len()))
        })
    }
}

fn known() -> Vec<Word> {
    let word = |term| move |text: &&'static str| Word { term, text, line: None, column: None };
    let simple = WORDS.iter().flat_map(|(term, texts)| texts.iter().map(word(*term)));
    let lines = LINES.iter().flat_map(|(term, line, texts)| {
        texts.iter().map(move |text| Word { line: Some(*line), ..word(*term)(text) })
    });
    let columns = COLUMNS.iter().flat_map(|(column, texts)| {
        texts.iter().map(move |text| Word { column: Some(*column), ..word(Term::Applicant)(text) })
    });
    lines.chain(columns).chain(simple).collect()
}

/// The outcomes of table 3 beneath its headings, and the kinds of applicants, as every edition words
/// them. 其他 is not among them: it says nothing alone.
fn of_the_form() -> Vec<Word> {
    let mut words = Vec::new();
    for edition in Edition::ALL.into_iter().rev() {
        let blocks = edition.form().table(TableId::Requests).map_or(&[][..], |table| table.blocks);
        for block in blocks {
            leaves(block.rows, 0, &mut |line: Line, text| {
                words.push(Word { term: Term::Outcome, text, line: Some(line), column: None });
            });
            leaves(block.columns, 1, &mut |column: Column, text| {
                words.push(Word { term: Term::Applicant, text, line: None, column: Some(column) });
            });
        }
    }
    words.retain(|word| !word.text.starts_with("其他") || word.text.chars().count() > 4);
    words
}

/// The wordings of leaves beneath at least two headings, or one (`depth` 1).
fn leaves<K: Copy>(axis: &'static [Node<K>], depth: usize, add: &mut impl FnMut(K, &'static str)) {
    for node in axis {
        match node {
            Node::Leaf(key, label) if depth >= 2 => {
                texts(label).for_each(|text| add(*key, text));
            }
            Node::Leaf(..) | Node::Total(..) => {}
            Node::Group(_, _, inner) => leaves(inner, depth + 1, add),
        }
    }
}

fn texts(label: &'static Label) -> impl Iterator<Item = &'static str> {
    let official = std::iter::once(crate::form::unnumbered(label.text));
    official.chain(label.aliases.iter().copied())
}

/// A word as it is written in simplified and in Traditional characters.
fn wordings(text: &str) -> Vec<String> {
    let mut wordings = vec![text.to_owned()];
    for choice in 0..2 {
        let traditional = |c| {
            let (_, chars) = TRADITIONAL.iter().find(|(simplified, _)| *simplified == c)?;
            chars.chars().nth(choice).or_else(|| chars.chars().next())
        };
        let wording: String = text.chars().map(|c| traditional(c).unwrap_or(c)).collect();
        if !wordings.contains(&wording) {
            wordings.push(wording);
        }
    }
    wordings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(mut text: &str) -> Vec<(Term, &str)> {
        let mut found = Vec::new();
        while let Some((word, len)) = text.chars().next().and_then(|c| lexicon().word(text, c)) {
            found.push((word.term, &text[..len]));
            text = &text[len..];
        }
        found
    }

    #[test]
    fn no_word_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, texts) in WORDS {
            for text in *texts {
                assert!(seen.insert(*text), "{text}");
            }
        }
    }

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(
            terms("收到行政复议申请"),
            [(Term::Receive, "收到"), (Term::Review, "行政复议申请")]
        );
        assert_eq!(terms("未收到政府信息公开申请")[2], (Term::Request, "政府信息公开申请"));
        assert_eq!(terms("不予公开"), [(Term::Outcome, "不予公开")]);
    }

    #[test]
    fn wordings_of_the_form_are_words() {
        let line = lexicon().word("属于国家秘密", '属').map(|(word, _)| word.line);
        assert_eq!(line, Some(Some(Line::StateSecret)));
        let column = lexicon().word("科研机构", '科').map(|(word, _)| word.column);
        assert_eq!(column, Some(Some(Column::ResearchInstitution)));
    }

    #[test]
    fn traditional_characters_are_read_as_simplified_ones() {
        assert_eq!(terms("結轉")[0].0, Term::Carry);
        assert_eq!(terms("行政複議")[0].0, Term::Review);
        assert_eq!(terms("行政復議")[0].0, Term::Review);
    }
}

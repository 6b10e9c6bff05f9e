//! The words that the reader knows.
//!
//! At every place of a text the longest word counts, so that 办理 is no 办 and 3部门 no 3部. Wordings
//! of the form come from its tree; Traditional characters are written here in their simplified form and
//! found in both.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::numeral;
use super::term::{Term, Word};
use super::wordings::{COLUMNS, LINES, TRADITIONAL, WORDS};
use crate::form::{Column, Edition, Label, Line, Node, TableId};

/// The words by their first characters, longer ones first: made in a moment, and a place of a text is
/// compared with a handful of them.
pub(super) struct Lexicon {
    /// For every character of the basic plane the number of its words in `groups`, and what it is
    /// besides; 0 for most.
    first: Vec<u16>,
    groups: Vec<Range<usize>>,
    /// The second character of every word, or none where it has but one, close together: most words
    /// are ruled out by it.
    seconds: Vec<Option<char>>,
    entries: Vec<Entry>,
}

/// A word from its third character on.
struct Entry {
    third: Option<char>,
    rest: String,
    len: usize,
    word: Word,
}

/// What the first character of a text can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beginning(u16);

/// A number can begin with the character.
const NUMERAL: u16 = 1 << 15;
/// The character separates nothing: spaces and quotation marks.
const SPACE: u16 = 1 << 14;
const GROUP: u16 = SPACE - 1;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The lexicon, made once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Beginning {
    /// Whether it is a character of unknown words.
    pub(super) fn is_plain(self) -> bool {
        self.0 == 0
    }

    pub(super) fn is_numeral(self) -> bool {
        self.0 & NUMERAL != 0
    }

    pub(super) fn is_space(self) -> bool {
        self.0 & SPACE != 0
    }
}

impl Lexicon {
    fn new() -> Self {
        let mut words = BTreeMap::new();
        for word in known().into_iter().chain(of_the_form()) {
            for wording in wordings(word.text) {
                words.entry(wording).or_insert(word);
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by_key(|(text, _)| (text.chars().next(), std::cmp::Reverse(text.len())));
        let mut lexicon = Self {
            first: characters(),
            groups: vec![Range::default()],
            seconds: Vec::new(),
            entries: Vec::new(),
        };
        for (text, word) in &words {
            lexicon.add(text, *word);
        }
        lexicon
    }

    /// Adds a word behind those that begin with the same character.
    fn add(&mut self, text: &str, word: Word) {
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return };
        let (at, groups) = (self.entries.len(), self.groups.len());
        let Some(character) = self.first.get_mut(first as usize) else { return };
        match self.groups.get_mut(usize::from(*character & GROUP)) {
            Some(group) if *character & GROUP > 0 => group.end = at + 1,
            _ => {
                *character |= u16::try_from(groups).unwrap_or_default() & GROUP;
                self.groups.push(at..at + 1);
            }
        }
        let (second, third) = (chars.next(), chars.next());
        let rest = chars.as_str().to_owned();
        self.seconds.push(second);
        self.entries.push(Entry { third, rest, len: text.len(), word });
    }

    /// What a character can begin.
    pub(super) fn beginning(&self, first: char) -> Beginning {
        Beginning(self.first.get(first as usize).copied().unwrap_or_default())
    }

    /// The longest word that a text begins with, and its length.
    pub(super) fn word(&self, text: &str, beginning: Beginning) -> Option<(Word, usize)> {
        let group = usize::from(beginning.0 & GROUP);
        if group == 0 {
            return None;
        }
        let mut chars = text.chars();
        chars.next();
        let (second, third) = (chars.next(), chars.next());
        let behind = chars.as_str();
        let is_it = |entry: &&Entry| {
            (entry.third.is_none() || entry.third == third)
                && (entry.rest.is_empty() || behind.starts_with(&entry.rest))
        };
        let group = self.groups.get(group)?.clone();
        let seconds = self.seconds.get(group.clone())?;
        let near = group.zip(seconds).filter(|(_, it)| it.is_none() || **it == second);
        let mut entries = near.filter_map(|(at, _)| self.entries.get(at));
        entries.find(is_it).map(|entry| (entry.word, entry.len))
    }
}

/// What characters are besides the first ones of words.
fn characters() -> Vec<u16> {
    let of = |code: u32| match char::from_u32(code) {
        Some(c) if numeral::is_start(c) => NUMERAL,
        Some(c) if is_space(c) => SPACE,
        Some(_) | None => 0,
    };
    (0..1 << 16).map(of).collect()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || "“”‘’\"'「」『』".contains(c)
}

fn known() -> Vec<Word> {
    let word = |term| move |text| Word { term, text, line: None, column: None };
    let simple = WORDS.iter().flat_map(|(term, texts)| texts.split(' ').map(word(*term)));
    let lines = LINES.iter().flat_map(|(term, line, texts)| {
        texts.split(' ').map(move |text| Word { line: Some(*line), ..word(*term)(text) })
    });
    let columns = COLUMNS.iter().flat_map(|(column, texts)| {
        let of_column = |text| Word { column: Some(*column), ..word(Term::Applicant)(text) };
        texts.split(' ').map(of_column)
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
            let mut traditional = TRADITIONAL.split(' ').find_map(|it| it.strip_prefix(c))?.chars();
            let first = traditional.next();
            if choice == 0 { first } else { traditional.next().or(first) }
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

    fn word(text: &str) -> Option<(Word, usize)> {
        lexicon().word(text, lexicon().beginning(text.chars().next()?))
    }

    fn terms(mut text: &str) -> Vec<(Term, &str)> {
        let mut found = Vec::new();
        while let Some((word, len)) = word(text) {
            found.push((word.term, &text[..len]));
            text = &text[len..];
        }
        found
    }

    #[test]
    fn no_word_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, texts) in WORDS {
            for text in texts.split(' ') {
                assert!(!text.is_empty() && seen.insert(text), "{text}");
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
        let line = word("属于国家秘密").map(|(word, _)| word.line);
        assert_eq!(line, Some(Some(Line::StateSecret)));
        let column = word("科研机构").map(|(word, _)| word.column);
        assert_eq!(column, Some(Some(Column::ResearchInstitution)));
    }

    #[test]
    fn traditional_characters_are_read_as_simplified_ones() {
        assert_eq!(terms("結轉")[0].0, Term::Carry);
        assert_eq!(terms("行政複議")[0].0, Term::Review);
        assert_eq!(terms("行政復議")[0].0, Term::Review);
    }
}

//! From text to tokens, in one pass.

use std::ops::Range;

use super::lexicon::{Beginning, Lexicon, lexicon};
use super::numeral::{self, Numeral};
use super::term::{Term, Terms, Word};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number.
    Number(Numeral),
    /// A word of the lexicon.
    Word(Word),
    /// Words that the reader does not know.
    Unknown,
}

const TELLING: Terms = Terms::of(&[
    Term::Some,
    Term::Odd,
    Term::Not,
    Term::Without,
    Term::Upheld,
    Term::NeverLost,
    Term::Own,
]);

impl Token {
    fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, start: range.start, end: range.end }
    }
}

/// The tokens of a text: every character is in one of them, except spaces and quotation marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    // Most words have two characters of three bytes.
    let mut tokens = Vec::with_capacity(text.len() / 6 + 4);
    let (lexicon, mut at, mut unknown) = (lexicon(), 0, 0);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let beginning = lexicon.beginning(c);
        if beginning.is_plain() {
            at += c.len_utf8();
            continue;
        }
        match token(&text[at..], lexicon, beginning) {
            Some((kind, len)) => {
                push_unknown(unknown..at, &mut tokens);
                tokens.push(Token::new(kind, at..at + len));
                at += len;
                unknown = at;
            }
            None if beginning.is_space() => {
                push_unknown(unknown..at, &mut tokens);
                at += c.len_utf8();
                unknown = at;
            }
            None => at += c.len_utf8(),
        }
    }
    push_unknown(unknown..text.len(), &mut tokens);
    tokens
}

/// The word or number that a text begins with, and its length.
fn token(text: &str, lexicon: &Lexicon, beginning: Beginning) -> Option<(Kind, usize)> {
    if let Some((word, len)) = lexicon.word(text, beginning) {
        return Some((Kind::Word(word), len));
    }
    if !beginning.is_numeral() {
        return None;
    }
    Some(match numeral::read(text) {
        Some(numeral) => (Kind::Number(numeral), numeral.len),
        // No number at all, but a run of digits: none of its tails is one either.
        None => (Kind::Unknown, end_of_run(text)),
    })
}

fn push_unknown(range: Range<usize>, tokens: &mut Vec<Token>) {
    if !range.is_empty() {
        tokens.push(Token::new(Kind::Unknown, range));
    }
}

fn end_of_run(text: &str) -> usize {
    let run = |c: char| numeral::is_start(c) || matches!(c, '.' | '．' | ',');
    text.find(|c| !run(c)).unwrap_or(text.len())
}

impl Token {
    /// The word, where it is one.
    pub(super) fn word(&self) -> Option<Word> {
        match self.kind {
            Kind::Word(word) => Some(word),
            Kind::Number(_) | Kind::Unknown => None,
        }
    }

    /// Whether a sentence can say something that the reader follows only if it has such tokens: a
    /// number, a negation, a verdict, or somebody who speaks of himself.
    pub(super) fn may_say(&self) -> bool {
        match self.kind {
            Kind::Number(_) => true,
            Kind::Word(word) => TELLING.has(word.term),
            Kind::Unknown => false,
        }
    }

    /// What the word is, where it is one.
    pub(super) fn term(&self) -> Option<Term> {
        self.word().map(|word| word.term)
    }

    /// Whether it is this word.
    pub(super) fn is(&self, term: Term) -> bool {
        self.term() == Some(term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let said = |it: &Token| match it.kind {
            Kind::Number(numeral) => numeral.value.to_string(),
            Kind::Word(word) => format!("{:?}", word.term),
            Kind::Unknown => text[it.start..it.end].to_owned(),
        };
        tokens(text).iter().map(said).collect()
    }

    #[test]
    fn numbers_words_and_what_is_unknown_alternate() {
        assert_eq!(
            read("青石镇收到申请20件。"),
            ["青石", "Organ", "Receive", "Bare", "20", "Classifier", "Stop"]
        );
        assert_eq!(read("共 1,234.5 万条"), ["Total", "1234.5", "万", "Classifier"]);
        assert_eq!(read("四十余条"), ["40", "Odd", "Classifier"]);
    }

    #[test]
    fn quotation_marks_separate_nothing_and_a_number_may_begin_within_a_word() {
        assert_eq!(read("“予以公开”17件"), ["Outcome", "17", "Classifier"]);
        assert_eq!(read("三类十三类"), ["3", "Classifier", "13", "Classifier"]);
    }

    #[test]
    fn a_run_of_digits_that_is_no_number_is_unknown_whole() {
        assert_eq!(read("99999999999999999999条"), ["99999999999999999999", "Classifier"]);
    }
}

//! Tokens put together: numbers with their classifiers, years, dates, shares.

use super::numeral::Numeral;
use super::quantity::{Percentage, Quantity};
use super::term::{Term, Word};
use super::token::{Kind, Token};
use crate::sheet::Amount;

/// A piece of a sentence that means one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it means.
    pub kind: Sense,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What a piece means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A word of the lexicon.
    Word(Word),
    /// A count.
    Quantity(Quantity),
    /// A year by its number.
    Year(u16),
    /// A date, and whether it is the first or the last day of a year.
    Date { is_edge: bool },
    /// A share, or a rate.
    Percentage(Percentage),
    /// Anything else, also a number that counts nothing.
    Unknown,
}

/// The pieces of a text, put together from its tokens, in its order.
pub(super) fn pieces(text: &str, tokens: &[Token]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((first, _)) = rest.split_first() {
        let reader = Reader { text, rest, before: &tokens[..tokens.len() - rest.len()] };
        let (kind, taken) = reader.next(first);
        let end = rest.get(taken.saturating_sub(1)).map_or(first.end, |last| last.end);
        pieces.push(Piece { kind, start: first.start, end });
        rest = rest.get(taken..).unwrap_or_default();
    }
    pieces
}

/// The tokens that are still to be read, and those before them.
struct Reader<'a> {
    text: &'a str,
    rest: &'a [Token],
    before: &'a [Token],
}

impl Reader<'_> {
    /// The sense that begins here, and how many tokens it takes.
    fn next(&self, first: &Token) -> (Sense, usize) {
        match first.kind {
            Kind::Number(_) if self.is_named() => (Sense::Unknown, 1),
            Kind::Number(numeral) => self.number(&numeral).unwrap_or((Sense::Unknown, 1)),
            Kind::Word(word) if word.term == Term::Some || word.text == "几" => {
                self.nobody_knows().unwrap_or((Sense::Unknown, 1))
            }
            Kind::Word(word) if word.term == Term::Classifier => (Sense::Unknown, 1),
            Kind::Word(word) => (Sense::Word(word), 1),
            Kind::Unknown => (Sense::Unknown, 1),
        }
    }

    fn term(&self, at: usize) -> Option<Term> {
        self.rest.get(at).and_then(Token::term)
    }

    /// 第20条, A20: a name and no number.
    fn is_named(&self) -> bool {
        let Some(last) = self.before.last() else { return false };
        let letter =
            |token: &Token| self.text[..token.end].ends_with(|c: char| c.is_ascii_alphabetic());
        last.is(Term::Ordinal) || matches!(last.kind, Kind::Unknown) && letter(last)
    }

    fn number(&self, numeral: &Numeral) -> Option<(Sense, usize)> {
        let is_odd = self.term(1) == Some(Term::Odd);
        let behind = if is_odd { 2 } else { 1 };
        match self.term(behind)? {
            Term::Classifier => Some(self.quantity(numeral, behind, is_odd)),
            Term::Percent => {
                let decimals = self
                    .rest
                    .first()
                    .map_or(0, |token| decimals(&self.text[token.start..token.end]));
                let is_vague = is_odd || self.is_approximate();
                Some((
                    Sense::Percentage(Percentage { value: numeral.value, decimals, is_vague }),
                    behind + 1,
                ))
            }
            Term::Year if !is_odd => Some((Sense::Year(year(numeral)?), 2)),
            Term::ThisYear if !is_odd => Some((Sense::Year(year(numeral)?), 1)),
            Term::Month if !is_odd => Some(self.date(numeral)),
            _ => None,
        }
    }

    /// `20余条`, `20条左右`
    fn quantity(&self, numeral: &Numeral, at: usize, is_odd: bool) -> (Sense, usize) {
        let classifier = self.rest.get(at).and_then(Token::word).map_or("", |word| word.text);
        let is_odd_behind = self
            .rest
            .get(at + 1)
            .and_then(Token::word)
            .is_some_and(|word| word.term == Term::Odd && word.text != "来");
        let quantity = Quantity {
            value: numeral.value,
            rounding: numeral.rounding,
            classifier,
            is_vague: is_odd || is_odd_behind || self.is_approximate(),
        };
        (Sense::Quantity(quantity), at + 1 + usize::from(is_odd_behind))
    }

    /// `数十条`: a quantity, and nobody knows which.
    fn nobody_knows(&self) -> Option<(Sense, usize)> {
        let word =
            self.rest.get(1).and_then(Token::word).filter(|word| word.term == Term::Classifier)?;
        let none = Amount::default();
        let quantity =
            Quantity { value: none, rounding: none, classifier: word.text, is_vague: true };
        Some((Sense::Quantity(quantity), 2))
    }

    /// `约20条`, `各20条`, `3至5条`
    fn is_approximate(&self) -> bool {
        let term = |back: usize| {
            self.before.get(self.before.len().checked_sub(back)?).and_then(Token::term)
        };
        let is_number = |back: usize| {
            let token = self.before.len().checked_sub(back).and_then(|at| self.before.get(at));
            token.is_some_and(|token| {
                matches!(token.kind, Kind::Number(_))
                    || token.is(Term::Classifier)
                    || token.is(Term::Percent)
            })
        };
        match term(1) {
            Some(Term::About | Term::Each | Term::All) => true,
            Some(Term::To) => is_number(2),
            _ => false,
        }
    }

    /// `12月31日`, `10月起`
    fn date(&self, month: &Numeral) -> (Sense, usize) {
        let day = self.rest.get(2).and_then(|token| match token.kind {
            Kind::Number(day) if self.term(3) == Some(Term::Day) => Some(day),
            Kind::Number(_) | Kind::Word(_) | Kind::Unknown => None,
        });
        let (is_edge, taken) = match day {
            Some(day) => {
                let date = (month.value.millionths / 1_000_000, day.value.millionths / 1_000_000);
                (matches!(date, (1, 1) | (12, 31)), 4)
            }
            None => (false, 2),
        };
        let since =
            self.rest.get(taken).and_then(Token::word).is_some_and(|word| word.text == "起");
        (Sense::Date { is_edge }, taken + usize::from(since))
    }
}

fn year(numeral: &Numeral) -> Option<u16> {
    let year = u16::try_from(numeral.value.millionths / 1_000_000).ok()?;
    let is_whole = numeral.value.millionths % 1_000_000 == 0;
    (is_whole && (1990..2100).contains(&year)).then_some(year)
}

fn decimals(number: &str) -> u32 {
    let behind = number.split(['.', '．']).nth(1).unwrap_or_default();
    u32::try_from(behind.chars().count()).unwrap_or(u32::MAX)
}

impl Piece {
    /// The word, where it is one.
    pub(super) fn word(&self) -> Option<Word> {
        match self.kind {
            Sense::Word(word) => Some(word),
            _ => None,
        }
    }

    /// What the word is to the reader.
    pub(super) fn term(&self) -> Option<Term> {
        self.word().map(|word| word.term)
    }

    /// Whether it is this word.
    pub(super) fn is(&self, term: Term) -> bool {
        self.term() == Some(term)
    }

    /// The count, where it is one.
    pub(super) fn quantity(&self) -> Option<Quantity> {
        match self.kind {
            Sense::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }
}

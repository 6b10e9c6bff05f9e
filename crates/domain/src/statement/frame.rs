//! What a clause holds, before it is known what that means.

use std::ops::Range;

use super::piece::{Piece, Sense};
use super::quantity::{Percentage, Quantity};
use super::term::{Term, Terms, Word};
use crate::form::{Column, Line};

/// The slots of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Every term in it.
    pub terms: Terms,
    /// Things counted.
    pub count: Option<Quantity>,
    /// Yuan.
    pub money: Option<Quantity>,
    pub percentage: Option<Percentage>,
    pub outcomes: Vec<Line>,
    pub proceedings: Vec<Line>,
    pub document: Option<Line>,
    pub applicants: Option<Column>,
    /// The year that it names.
    pub year: Option<u16>,
    /// The year from which something is carried.
    pub from: Option<u16>,
    /// The year to which, or from which.
    pub with: Option<u16>,
    /// 结转上年, 结转下年: the word behind the verb.
    pub carried_to: Option<Term>,
    /// The words at its head that are not understood.
    pub head: Option<Range<usize>>,
    /// Whether an organ is named among them.
    pub head_names_organ: bool,
    /// Whether it speaks of the organ itself.
    pub is_own: bool,
    /// Or of a whole division.
    pub is_regional: bool,
    pub is_limited: bool,
    /// Whether something behind its head is not understood.
    pub is_unclear: bool,
    begun: bool,
}

const NAMES: Terms = Terms::of(&[Term::Organ, Term::Division]);
/// What tells nothing of a clause's meaning, so that names may stand behind it.
const SILENT: Terms = Terms::of(&[
    Term::Filler,
    Term::ThisYear,
    Term::Total,
    Term::All,
    Term::And,
    Term::Enumeration,
    Term::To,
    Term::About,
    Term::Year,
    Term::Among,
    Term::Including,
    Term::AllOrgans,
    Term::Left,
]);
/// What begins a statement, so that a name stands before it.
const NO_NAME: Terms = Terms::of(&[
    Term::Receive,
    Term::New,
    Term::Accept,
    Term::Handle,
    Term::Answer,
    Term::Finish,
    Term::Carry,
    Term::Forward,
    Term::Not,
    Term::Without,
    Term::Request,
    Term::Outcome,
    Term::Review,
    Term::Suit,
    Term::Issue,
    Term::Repeal,
    Term::Disclose,
    Term::Among,
    Term::Including,
    Term::Total,
    Term::ThisYear,
    Term::Own,
    Term::Collect,
    Term::Fee,
    Term::Limit,
]);
/// What is no part of any statement.
const OBSCURE: Terms = Terms::of(&[
    Term::Noise,
    Term::Elsewhere,
    Term::Ordinal,
    Term::Some,
    Term::Odd,
    Term::Each,
    Term::Month,
    Term::Day,
    Term::Points,
    Term::Percent,
    Term::Classifier,
    Term::Etcetera,
]);

impl Frame {
    /// The slots of a clause, filled.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut frame = Self::default();
        let mut at = frame.name(pieces);
        while let Some(piece) = pieces.get(at) {
            at += frame.take(
                piece,
                pieces.get(..at).unwrap_or_default(),
                pieces.get(at + 1..).unwrap_or_default(),
            );
        }
        frame
    }

    /// Whether something is counted in it, whatever it is.
    pub(super) fn counts(&self) -> bool {
        self.count.is_some() || self.money.is_some()
    }

    /// A name at the head, with whatever words it has: 退役军人事务局. How many pieces it takes, with
    /// those before it that tell nothing.
    fn name(&mut self, pieces: &[Piece]) -> usize {
        let is_silent = |it: &Piece| match it.kind {
            Sense::Word(word) => SILENT.has(word.term),
            Sense::Year(_) => true,
            _ => false,
        };
        let first = pieces.iter().position(|it| !is_silent(it)).unwrap_or(pieces.len());
        let begins = pieces.get(first).is_some_and(|it| match it.kind {
            Sense::Unknown => true,
            Sense::Word(word) => NAMES.has(word.term) || OBSCURE.has(word.term),
            _ => false,
        });
        let strong = |it: &Piece| match it.kind {
            Sense::Word(word) => NO_NAME.has(word.term),
            Sense::Quantity(_) | Sense::Percentage(_) => true,
            Sense::Unknown | Sense::Year(_) | Sense::Date { .. } => false,
        };
        let rest = pieces.get(first..).filter(|_| begins).unwrap_or_default();
        let end = rest.iter().position(strong).unwrap_or(rest.len());
        let is_name = |it: &Piece| it.term().is_some_and(|term| NAMES.has(term));
        let Some(last) = rest.iter().take(end).rposition(is_name) else { return 0 };
        for piece in pieces.get(..first).unwrap_or_default() {
            self.take(piece, &[], &[]);
        }
        rest.get(..=last).unwrap_or_default().iter().for_each(|it| self.unknown(it, is_name(it)));
        first + last + 1
    }

    /// Fills in the next piece; how many it takes.
    fn take(&mut self, piece: &Piece, before: &[Piece], behind: &[Piece]) -> usize {
        match piece.kind {
            Sense::Quantity(quantity) => self.quantity(quantity),
            Sense::Percentage(percentage) => self.percentage = Some(percentage),
            Sense::Year(year) if self.terms.has(Term::Carry) => self.with = Some(year),
            Sense::Year(year) => self.year = Some(year),
            Sense::Date { is_edge } => self.is_limited |= !is_edge,
            Sense::Unknown => self.unknown(piece, false),
            Sense::Word(word) if word.term == Term::Own => return self.own(piece, behind),
            Sense::Word(word) if NAMES.has(word.term) => {
                if !self.terms.has(Term::AllOrgans) {
                    self.unknown(piece, true);
                }
            }
            Sense::Word(word) if OBSCURE.has(word.term) => self.unknown(piece, false),
            Sense::Word(word) => self.word(word, before),
        }
        1
    }

    fn quantity(&mut self, quantity: Quantity) {
        self.begun = true;
        let slot = if quantity.classifier == "元" { &mut self.money } else { &mut self.count };
        self.is_unclear |= slot.is_some();
        *slot = slot.or(Some(quantity));
    }

    /// Words that are not understood: at the head they may name the organ.
    fn unknown(&mut self, piece: &Piece, is_name: bool) {
        if self.begun {
            self.is_unclear = true;
            return;
        }
        let start = self.head.as_ref().map_or(piece.start, |head| head.start);
        self.head = Some(start..piece.end);
        // A name far behind the beginning is part of something else.
        self.head_names_organ |= is_name && piece.end - start <= 60;
    }

    /// 我镇政府: the organ itself. 我市: a division.
    fn own(&mut self, piece: &Piece, behind: &[Piece]) -> usize {
        let names = behind.iter().take_while(|it| it.term().is_some_and(|term| NAMES.has(term)));
        let count = names.count();
        let is_of_all = behind.first().is_some_and(|it| it.is(Term::AllOrgans));
        match behind.get(..count).unwrap_or_default() {
            [] if is_of_all => self.is_regional = true,
            [] => self.unknown(piece, false),
            names if self.begun => {
                self.is_unclear |= !names.is_empty();
            }
            names => {
                self.is_own = true;
                self.is_regional |= names.iter().all(|it| it.is(Term::Division));
            }
        }
        count + 1
    }

    fn word(&mut self, word: Word, before: &[Piece]) {
        match word.term {
            Term::Limit => self.is_limited = true,
            Term::AllOrgans => self.is_regional = true,
            Term::Outcome => word.line.iter().for_each(|line| add(*line, &mut self.outcomes)),
            Term::Review => add(Line::Reconsideration, &mut self.proceedings),
            Term::Suit => add(Line::Litigation, &mut self.proceedings),
            Term::DirectSuit => add(Line::DirectLitigation, &mut self.proceedings),
            Term::LaterSuit => add(Line::LitigationAfterReconsideration, &mut self.proceedings),
            Term::Document => self.document = word.line.or(self.document),
            Term::Applicant => {
                self.is_unclear |= self.applicants.is_some();
                self.applicants = word.column;
            }
            Term::Carry | Term::Forward if before.last().is_some_and(is_year) => {
                self.from = self.year.take();
            }
            Term::LastYear | Term::NextYear | Term::ThisYear if self.terms.has(Term::Carry) => {
                self.carried_to = Some(word.term);
            }
            _ => {}
        }
        self.terms |= word.term;
        self.begun |= !SILENT.has(word.term) && word.term != Term::Limit;
    }
}

/// Adds a line once: what is kept stays small, however long the text.
pub(super) fn add(line: Line, lines: &mut Vec<Line>) {
    if !lines.contains(&line) {
        lines.push(line);
    }
}

fn is_year(piece: &Piece) -> bool {
    matches!(piece.kind, Sense::Year(_))
}

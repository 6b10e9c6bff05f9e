//! Itemized lists in official prose: a total, 其中 or 包括, and items counted like the total.

use std::ops::Range;

use super::items::{Items, families};
use super::piece::{Piece, Sense};
use super::quantity::{Percentage, Quantity};
use super::term::{Term, Terms};
use crate::sheet::Amount;

/// A total and the items that are listed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What is said of the whole.
    pub total: Quantity,
    /// What is said of its parts.
    pub items: Vec<Item>,
    /// Whether an item is called the rest, or the items are the two kinds of applicants.
    pub is_whole: bool,
    /// Whether the list may go on: 等 behind an item, or more of the same counted elsewhere.
    pub is_open: bool,
    /// Whether the same is counted before the total too, so that the items may be parts of that.
    pub has_rival: bool,
    /// Whether another 其中 follows its items, so that no more is known of it than these.
    pub is_cut: bool,
}

/// A part of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is counted of it.
    pub quantity: Quantity,
    /// Its share of the total, where that is written behind it.
    pub share: Option<Percentage>,
    /// Whether it is called by the name of an organ or a place.
    pub is_organ: bool,
}

impl List {
    /// The sum of the items.
    pub fn sum(&self) -> Amount {
        Amount { millionths: self.items.iter().map(|item| item.quantity.value.millionths).sum() }
    }

    /// Whether the items are organs: a breakdown by unit.
    pub fn is_by_organ(&self) -> bool {
        !self.items.is_empty() && self.items.iter().all(|item| item.is_organ)
    }
}

/// No honest sentence has more lists than this.
const MOST_LISTS: usize = 8;
/// Nor so many numbers or brackets.
const MOST_PARTS: usize = 200;
/// How many characters may stand between a total and the marker: 20条政府信息，其中.
const GAP: usize = 12;
const PAUSES: Terms =
    Terms::of(&[Term::Comma, Term::Enumeration, Term::Semicolon, Term::Colon, Term::Open]);
/// Between two items stands one of these at least.
pub(super) const SEPARATORS: Terms =
    Terms::of(&[Term::Comma, Term::Enumeration, Term::Semicolon, Term::Colon]);
/// A number behind these is no part of the total, but a change of it.
pub(super) const CHANGES: Terms = Terms::of(&[Term::Compared, Term::More, Term::Less]);
/// The itemized lists of a sentence, as far as there is one way to read them.
pub(super) fn lists(text: &str, pieces: &[Piece]) -> Vec<List> {
    let markers = markers(pieces);
    if markers.is_empty() {
        return Vec::new();
    }
    let count = |wanted: fn(&Piece) -> bool| pieces.iter().filter(|it| wanted(it)).count();
    if markers.len() > MOST_LISTS
        || count(is_number) > MOST_PARTS
        || count(|it| it.is(Term::Open)) > MOST_PARTS
    {
        return Vec::new();
    }
    let sentence = Sentence { text, pieces, depths: depths(pieces) };
    sentence.lists(&markers)
}

fn is_number(piece: &Piece) -> bool {
    matches!(piece.kind, Sense::Quantity(_) | Sense::Percentage(_))
}

/// Where 其中 and 包括 stand, as ranges of pieces; 其中包括 is one.
fn markers(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut markers: Vec<Range<usize>> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let lists = piece.word().is_some_and(|word| {
            word.term == Term::Among || word.term == Term::Including && word.text.ends_with("包括")
        });
        match markers.last_mut().filter(|last| lists && last.end == at) {
            Some(last) => last.end = at + 1,
            None if lists => markers.push(at..at + 1),
            None => {}
        }
    }
    markers
}

/// In how many brackets each piece stands; a bracket itself stands outside.
fn depths(pieces: &[Piece]) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut depths = Vec::with_capacity(pieces.len());
    for piece in pieces {
        depth = depth.saturating_sub(usize::from(piece.is(Term::Close)));
        depths.push(depth);
        depth += usize::from(piece.is(Term::Open));
    }
    depths
}

/// A sentence with its brackets.
pub(super) struct Sentence<'a> {
    text: &'a str,
    pub pieces: &'a [Piece],
    depths: Vec<usize>,
}

impl Sentence<'_> {
    fn lists(&self, markers: &[Range<usize>]) -> Vec<List> {
        let scopes: Vec<_> = markers.iter().map(|marker| self.scope(marker)).collect();
        let mut lists = Vec::new();
        for (marker, scope) in markers.iter().zip(&scopes) {
            let shared = scopes.iter().filter(|other| *other == scope).count() > 1;
            let scope = if shared { self.clause(scope, marker) } else { scope.clone() };
            let inner = |other: &Range<usize>| scope.contains(&other.start) && other != marker;
            let alone = markers
                .iter()
                .zip(&scopes)
                .all(|(other, others)| !inner(other) || others.len() < scope.len());
            let next = markers.iter().find(|other| inner(other) && other.start > marker.start);
            let end = match (alone, next) {
                (true, _) => scope.end,
                (false, Some(next))
                    if markers.iter().all(|it| !inner(it) || it.start > marker.start) =>
                {
                    next.start
                }
                (false, _) => continue,
            };
            let totals = self.totals(marker.start);
            let found = totals.filter_map(|at| self.list(at, marker.end..end, shared));
            lists.extend(found.map(|list| List { is_cut: !alone, ..list }));
        }
        lists
    }

    pub(super) fn term(&self, at: usize) -> Option<Term> {
        self.pieces.get(at).and_then(Piece::term)
    }

    pub(super) fn is_one_of(&self, at: usize, terms: Terms) -> bool {
        self.term(at).is_some_and(|term| terms.has(term))
    }

    pub(super) fn depth(&self, at: usize) -> usize {
        self.depths.get(at).copied().unwrap_or_default()
    }

    /// The inside of the bracket that a marker stands in, or else the sentence.
    fn scope(&self, marker: &Range<usize>) -> Range<usize> {
        let depth = self.depth(marker.start);
        let outside = |at: &usize| self.depth(*at) < depth;
        let start = (0..marker.start).rev().find(outside).map_or(0, |open| open + 1);
        let end = (marker.end..self.pieces.len()).find(outside).unwrap_or(self.pieces.len());
        start..end
    }

    /// The clause of a marker within its scope, where several share the scope.
    fn clause(&self, scope: &Range<usize>, marker: &Range<usize>) -> Range<usize> {
        let pause = |at: &usize| self.term(*at) == Some(Term::Semicolon);
        let start = (scope.start..marker.start).rev().find(pause).unwrap_or(scope.start);
        let end = (marker.end..scope.end).find(pause).unwrap_or(scope.end);
        start..end
    }

    /// The quantities directly before a marker: in 25件2950元 there are two.
    fn totals(&self, marker: usize) -> impl Iterator<Item = usize> {
        let last = self.total(marker);
        let other = last.and_then(|last| {
            let before = last.checked_sub(1)?;
            let unlike = self.quantity(before)?.classifier != self.quantity(last)?.classifier;
            (unlike && self.is_total(before)).then_some(before)
        });
        other.into_iter().chain(last)
    }

    pub(super) fn quantity(&self, at: usize) -> Option<Quantity> {
        self.pieces.get(at)?.quantity()
    }

    fn total(&self, marker: usize) -> Option<usize> {
        let end = (0..marker).rev().find(|at| !self.is_one_of(*at, PAUSES))?;
        let at = (0..=end).rev().find(|at| {
            self.quantity(*at).is_some()
                || self.is_one_of(*at, PAUSES)
                || self.term(*at) == Some(Term::Close)
        })?;
        let gap = self.text.get(self.pieces.get(at)?.end..self.pieces.get(end)?.end)?;
        (gap.chars().count() <= GAP && self.is_total(at)).then_some(at)
    }

    fn is_total(&self, at: usize) -> bool {
        let clause = (0..at).rev().take_while(|at| !self.is_one_of(*at, SEPARATORS));
        let is_change = clause.into_iter().any(|at| self.is_one_of(at, CHANGES));
        let counts = |it: Quantity| !it.is_vague && it.value.millionths > 0;
        !is_change && self.quantity(at).is_some_and(counts)
    }

    fn list(&self, total: usize, region: Range<usize>, shared: bool) -> Option<List> {
        let end = region.end;
        let of = self.quantity(total)?;
        let clause = (0..total).rev().take_while(|at| !self.is_one_of(*at, SEPARATORS));
        let families = families(clause.filter_map(|at| self.term(at)));
        let mut list = Items { sentence: self, of, region, families }.list()?;
        let same = |at: &usize| self.quantity(*at).is_some_and(|it| it.classifier == of.classifier);
        list.is_open |= shared && (end..self.pieces.len()).any(|at| same(&at));
        list.has_rival = (0..total).any(|at| same(&at));
        Some(list)
    }
}

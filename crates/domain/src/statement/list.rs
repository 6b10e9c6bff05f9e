//! Itemized lists in official prose: a total, 其中 or 包括, and items counted like the total.

use std::ops::Range;

use super::piece::{Piece, Sense};
use super::quantity::{Percentage, Quantity};
use super::term::{Term, Terms};
use crate::form::Column;
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
/// Nor so many items, which still add up, whatever they are.
const MOST_ITEMS: usize = 50;
/// Nor so many numbers or brackets.
const MOST_PARTS: usize = 200;
/// How many characters may stand between a total and the marker: 20条政府信息，其中.
const GAP: usize = 12;
const PAUSES: Terms =
    Terms::of(&[Term::Comma, Term::Enumeration, Term::Semicolon, Term::Colon, Term::Open]);
/// Between two items stands one of these at least.
const SEPARATORS: Terms =
    Terms::of(&[Term::Comma, Term::Enumeration, Term::Semicolon, Term::Colon]);
/// A number behind these is no part of the total, but a change of it.
const CHANGES: Terms = Terms::of(&[Term::Compared, Term::More, Term::Less]);
/// What is done with requests, with information and documents, and in cases: a count of one kind is no
/// part of a count of another.
const FAMILIES: [Terms; 3] = [
    Terms::of(&[
        Term::Receive,
        Term::New,
        Term::Accept,
        Term::Handle,
        Term::Answer,
        Term::Finish,
        Term::Carry,
        Term::Forward,
        Term::Request,
        Term::Outcome,
    ]),
    Terms::of(&[Term::Disclose, Term::Issue, Term::Repeal, Term::InForce, Term::Document]),
    Terms::of(&[Term::Review, Term::Suit, Term::DirectSuit, Term::LaterSuit]),
];
/// What the name of an organ or a place ends with.
const ORGANS: Terms = Terms::of(&[Term::Organ, Term::Division, Term::AllOrgans]);

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
struct Sentence<'a> {
    text: &'a str,
    pieces: &'a [Piece],
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

    fn term(&self, at: usize) -> Option<Term> {
        self.pieces.get(at).and_then(Piece::term)
    }

    fn is_one_of(&self, at: usize, terms: Terms) -> bool {
        self.term(at).is_some_and(|term| terms.has(term))
    }

    fn depth(&self, at: usize) -> usize {
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

    fn quantity(&self, at: usize) -> Option<Quantity> {
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
        let mut list = Reader { sentence: self, of, region, families }.list()?;
        let same = |at: &usize| self.quantity(*at).is_some_and(|it| it.classifier == of.classifier);
        list.is_open |= shared && (end..self.pieces.len()).any(|at| same(&at));
        list.has_rival = (0..total).any(|at| same(&at));
        Some(list)
    }
}

/// Reads the items behind a marker.
struct Reader<'a> {
    sentence: &'a Sentence<'a>,
    of: Quantity,
    region: Range<usize>,
    families: [bool; 3],
}

impl Reader<'_> {
    fn list(&self) -> Option<List> {
        let mut list = List {
            total: self.of,
            items: Vec::new(),
            is_whole: false,
            is_open: false,
            has_rival: false,
            is_cut: false,
        };
        if !self.notes_follow_items() {
            return None;
        }
        let (mut gap, mut whole) = (Vec::new(), Wholeness::default());
        let mut after_item = false;
        let base = self.sentence.depth(self.region.start);
        for at in self.region.clone() {
            let Some(piece) = self.sentence.pieces.get(at) else { continue };
            if let (Sense::Percentage(share), true) = (piece.kind, after_item) {
                self.share(at, share, &mut list);
            }
            if self.sentence.depth(at) > base {
                continue;
            }
            let Some(quantity) = piece.quantity() else {
                gap.push(*piece);
                continue;
            };
            after_item = false;
            if quantity.classifier != self.of.classifier {
                gap.clear();
                continue;
            }
            match self.step(&gap, list.items.is_empty()) {
                Step::Item if quantity.is_vague || list.items.len() == MOST_ITEMS => return None,
                Step::Item => {
                    let is_organ =
                        gap.last().and_then(Piece::term).is_some_and(|term| ORGANS.has(term));
                    list.items.push(Item { quantity, share: None, is_organ });
                    after_item = true;
                }
                Step::Remark => {}
                Step::End => {
                    list.is_open = true;
                    break;
                }
                Step::Unclear => return None,
            }
            whole.hear(&gap);
            list.is_open |= self.sentence.term(at + 1) == Some(Term::Etcetera);
            gap.clear();
        }
        list.is_whole = whole.is_said();
        Some(list)
    }

    /// What the words before a quantity make of it.
    fn step(&self, gap: &[Piece], is_first: bool) -> Step {
        let separates = |piece: &Piece| piece.term().is_some_and(|term| SEPARATORS.has(term));
        let label = gap.rsplit(separates).next().unwrap_or_default();
        if label.iter().filter_map(Piece::term).any(|term| CHANGES.has(term)) {
            return Step::Remark;
        }
        if label.last().is_some_and(|piece| piece.is(Term::Total)) {
            return Step::End;
        }
        let said = families(label.iter().filter_map(Piece::term));
        let differs = self.families.contains(&true)
            && said.contains(&true)
            && !said.iter().zip(&self.families).any(|(said, of)| *said && *of);
        if differs {
            return Step::End;
        }
        let connected = gap.first().is_some_and(|piece| piece.is(Term::And));
        if is_first {
            Step::Item
        } else if !connected && !gap.iter().any(separates) {
            Step::Unclear
        } else if has_remark(gap) {
            Step::End
        } else {
            Step::Item
        }
    }

    /// 占35%: said of the last item, where the word for it stands before the number.
    fn share(&self, at: usize, share: Percentage, list: &mut List) {
        let clause = (0..at).rev().take_while(|at| {
            !self.sentence.is_one_of(*at, SEPARATORS)
                && !self.sentence.is_one_of(*at, Terms::of(&[Term::Open]))
        });
        let terms: Vec<_> = clause.filter_map(|at| self.sentence.term(at)).collect();
        let said = terms.contains(&Term::Share) && !terms.iter().any(|term| CHANGES.has(*term));
        if let Some(last) = list.items.last_mut().filter(|item| said && item.share.is_none()) {
            last.share = Some(share);
        }
    }

    /// Whether every bracket with a count like the total's is a note on an item: in 网站（10条） the
    /// bracket is the item itself.
    fn notes_follow_items(&self) -> bool {
        let base = self.sentence.depth(self.region.start);
        let opens = self.region.clone().filter(|at| {
            self.sentence.depth(*at) == base && self.sentence.term(*at) == Some(Term::Open)
        });
        opens.into_iter().all(|open| {
            let inside =
                (open + 1..self.region.end).take_while(|at| self.sentence.depth(*at) > base);
            let counts = inside.filter_map(|at| self.sentence.quantity(at));
            let same = counts.into_iter().any(|it| it.classifier == self.of.classifier);
            !same || open.checked_sub(1).and_then(|at| self.sentence.quantity(at)).is_some()
        })
    }
}

/// What tells that a list is meant to be whole.
#[derive(Default)]
struct Wholeness {
    rest: bool,
    natural_person: bool,
    legal_entity: bool,
}

impl Wholeness {
    fn hear(&mut self, label: &[Piece]) {
        for word in label.iter().filter_map(Piece::word) {
            self.rest |= word.term == Term::Rest;
            self.natural_person |= word.column == Some(Column::NaturalPerson);
            self.legal_entity |= word.column == Some(Column::LegalEntity);
        }
    }

    fn is_said(&self) -> bool {
        self.rest || self.natural_person && self.legal_entity
    }
}

/// What a quantity is to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// One of its items.
    Item,
    /// Said by the way.
    Remark,
    /// Behind its end.
    End,
    /// Not to be told.
    Unclear,
}

/// Whether a clause without a quantity stands between two items; a share is said of the first one.
fn has_remark(gap: &[Piece]) -> bool {
    let pauses = |piece: &Piece| piece.is(Term::Comma) || piece.is(Term::Semicolon);
    let mut clauses = gap.split(pauses);
    clauses.next();
    clauses.next_back();
    let is_share = |piece: &Piece| matches!(piece.kind, Sense::Percentage(_));
    clauses.any(|clause| !clause.is_empty() && !clause.iter().any(is_share))
}

/// Which families these terms are of.
fn families(terms: impl Iterator<Item = Term>) -> [bool; 3] {
    let mut said = [false; 3];
    for term in terms {
        for (said, family) in said.iter_mut().zip(FAMILIES) {
            *said |= family.has(term);
        }
    }
    said
}

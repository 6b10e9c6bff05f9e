//! The items of a list: what stands behind 其中.

use std::ops::Range;

use super::list::{CHANGES, Item, List, SEPARATORS, Sentence};
use super::piece::{Piece, Sense};
use super::quantity::{Percentage, Quantity};
use super::term::{Term, Terms};
use crate::form::Column;

/// No honest list has more items than this, and they still add up, whatever they are.
const MOST_ITEMS: usize = 50;
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

/// Reads the items behind a marker.
pub(super) struct Items<'a> {
    /// The sentence.
    pub sentence: &'a Sentence<'a>,
    /// The total.
    pub of: Quantity,
    /// Where the items are.
    pub region: Range<usize>,
    /// What the total is a count of.
    pub families: [bool; 3],
}

impl Items<'_> {
    pub(super) fn list(&self) -> Option<List> {
        let mut list = List {
            total: self.of,
            items: Vec::new(),
            is_whole: false,
            is_open: false,
            has_rival: false,
            is_cut: false,
        };
        let (mut gap, mut whole) = (Vec::new(), Wholeness::default());
        let (base, mut after_item) = (self.sentence.depth(self.region.start), false);
        if !self.notes_follow_items(base) {
            return None;
        }
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
            if quantity.classifier == self.of.classifier {
                let step = self.add(quantity, &gap, &mut list)?;
                if step == Step::End {
                    list.is_open = true;
                    break;
                }
                after_item = step == Step::Item;
                whole.hear(&gap);
                list.is_open |= self.sentence.term(at + 1) == Some(Term::Etcetera);
            }
            gap.clear();
        }
        list.is_whole = whole.is_said();
        Some(list)
    }

    /// Adds what is counted behind some words, where it is an item; none where that is not to be told.
    fn add(&self, quantity: Quantity, gap: &[Piece], list: &mut List) -> Option<Step> {
        let step = self.step(gap, list.items.is_empty());
        match step {
            Step::Item if quantity.is_vague || list.items.len() == MOST_ITEMS => return None,
            Step::Item => {
                let name = gap.last().and_then(Piece::term);
                let is_organ = name.is_some_and(|term| ORGANS.has(term));
                list.items.push(Item { quantity, share: None, is_organ });
            }
            Step::Remark | Step::End => {}
            Step::Unclear => return None,
        }
        Some(step)
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
    fn notes_follow_items(&self, base: usize) -> bool {
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
pub(super) fn families(terms: impl Iterator<Item = Term>) -> [bool; 3] {
    let mut said = [false; 3];
    for term in terms {
        for (said, family) in said.iter_mut().zip(FAMILIES) {
            *said |= family.has(term);
        }
    }
    said
}

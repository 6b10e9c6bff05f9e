//! The thread of a text: what was said before tells what 申请, 其中 and 法人85件 are about.

use std::sync::Arc;

use super::frame::{Frame, add};
use super::meaning::Thread;
use super::piece::Piece;
use super::quantity::Percentage;
use super::said::{About, Said, Scope, Statement};
use super::term::{Term, Terms, Word};
use crate::form::Column;
use crate::sheet::Amount;

/// No honest sentence has brackets within brackets beyond this.
const DEEPEST: usize = 8;
/// What separates clauses, whatever stands between them.
const PAUSES: Terms = Terms::of(&[Term::Comma, Term::Semicolon, Term::Colon]);

/// What the sentences before were about.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    /// Whether it was requests for disclosure.
    pub is_of_requests: bool,
    /// Of whom, where an organ was named.
    pub organ: Option<Arc<str>>,
    /// Whether of a whole division.
    pub is_regional: bool,
}

impl Topic {
    /// The last word that names a topic counts: 依申请公开 or something else. Whether there is one.
    pub(super) fn hear(&mut self, words: impl DoubleEndedIterator<Item = Word>) -> bool {
        let topic = words.rev().find_map(|word| match word.term {
            Term::Request => Some(true),
            Term::Elsewhere => Some(false),
            Term::Disclose if word.text == "主动公开" => Some(false),
            _ => None,
        });
        self.is_of_requests = topic.unwrap_or(self.is_of_requests);
        topic.is_some()
    }
}

/// A sentence that is being heard, clause by clause.
pub(super) struct Discourse<'t> {
    text: &'t str,
    topic: &'t mut Topic,
    state: State,
    /// The state outside of every bracket that is open.
    outside: Vec<State>,
    statements: Vec<Statement>,
    is_partial: bool,
}

/// What the clauses of a sentence leave behind.
#[derive(Clone, Debug, Default)]
struct State {
    thread: Thread,
    /// What 其中 is said of.
    whole: Option<About>,
    scope: Scope,
    /// Whether something was counted that is not understood: what follows may be part of that.
    is_lost: bool,
    /// Whether the last clause made a statement, which a share may be said of.
    is_fresh: bool,
}

impl State {
    /// What a sentence begins with.
    fn after(topic: &Topic) -> Self {
        let thread = Thread { is_of_requests: topic.is_of_requests, ..Thread::default() };
        let scope = Scope {
            organ: topic.organ.clone(),
            is_regional: topic.is_regional,
            ..Scope::default()
        };
        Self { thread, scope, ..Self::default() }
    }
}

impl<'t> Discourse<'t> {
    pub(super) fn new(text: &'t str, topic: &'t mut Topic) -> Self {
        let state = State::after(topic);
        Self { text, topic, state, outside: Vec::new(), statements: Vec::new(), is_partial: false }
    }

    /// The statements of a sentence, and whether something else is counted in it.
    pub(super) fn hear(mut self, pieces: &[Piece]) -> (Vec<Statement>, bool) {
        let (mut from, mut counts, mut just_counted) = (0, false, false);
        for (at, piece) in pieces.iter().enumerate() {
            let ends = match piece.term() {
                Some(term) if PAUSES.has(term) => true,
                Some(Term::Stop | Term::Open | Term::Close) => true,
                Some(Term::Enumeration) => counts,
                Some(Term::And) => just_counted,
                _ => false,
            };
            just_counted = piece.quantity().is_some();
            counts |= just_counted;
            if ends {
                self.clause(pieces.get(from..at).unwrap_or_default());
                self.mark(piece.term());
                (from, counts) = (at + 1, false);
            }
        }
        self.clause(pieces.get(from..).unwrap_or_default());
        (self.statements, self.is_partial)
    }

    fn mark(&mut self, mark: Option<Term>) {
        match mark {
            Some(Term::Stop) => {
                self.state = State::after(self.topic);
                self.outside.clear();
            }
            Some(Term::Open) if self.outside.len() < DEEPEST => {
                self.outside.push(self.state.clone());
            }
            Some(Term::Close) => {
                if let Some(state) = self.outside.pop() {
                    self.state = state;
                }
            }
            _ => {}
        }
    }

    fn clause(&mut self, pieces: &[Piece]) {
        if pieces.is_empty() {
            return;
        }
        let frame = Frame::of(pieces);
        if frame.terms.has(Term::Among) {
            self.state.whole = self.state.thread.about.clone();
        }
        self.hear_topic(pieces);
        self.state.scope.is_of_disclosure |=
            frame.terms.has_any(Terms::of(&[Term::Disclosure, Term::Request]));
        frame.proceedings.iter().for_each(|line| add(*line, &mut self.state.thread.proceedings));
        let meaning = if self.state.is_lost { None } else { frame.meaning(&self.state.thread) };
        match meaning {
            Some((about, said)) => self.state_it(&frame, about, said),
            None if self.attaches(&frame) => {}
            None => self.wonder(&frame),
        }
        self.state.scope.year = frame.year.or(self.state.scope.year);
    }

    fn hear_topic(&mut self, pieces: &[Piece]) {
        if self.topic.hear(pieces.iter().filter_map(Piece::word)) {
            self.state.thread.is_of_requests = self.topic.is_of_requests && !self.state.is_lost;
        }
    }

    fn state_it(&mut self, frame: &Frame, about: About, said: Said) {
        let carried = matches!(about, About::Carried(_));
        if carried && frame.terms.has_any(Terms::of(&[Term::Including, Term::Among])) {
            self.include_carried();
        }
        let scope = self.scope(frame);
        self.remember_speaker(frame, &scope);
        let is_part = self.is_part_of_the_same(frame, &about);
        if let (Some(money), Some(of_fees)) = (frame.money, frame.fees()) {
            self.push(frame, of_fees, Said::Count(money), scope.clone());
        }
        if !is_part {
            self.push(frame, about.clone(), said, scope);
        }
        self.state.is_fresh = !is_part;
        self.state.thread.is_of_requests |= about.is_of_requests();
        if !carried && !is_part {
            self.state.thread.about = Some(about);
        }
    }

    fn push(&mut self, frame: &Frame, about: About, said: Said, scope: Scope) {
        self.statements.push(Statement {
            about,
            said,
            applicants: frame.applicants.unwrap_or(Column::Applicants),
            scope,
            includes_carried_over: false,
            share: frame.percentage.filter(|_| frame.terms.has(Term::Share)),
            growth: None,
        });
    }

    /// Received, behind a count of what was received: 其中受理18件 says nothing of the whole.
    fn is_part_of_the_same(&self, frame: &Frame, about: &About) -> bool {
        let Some(whole) = self.state.whole.as_ref().filter(|_| frame.applicants.is_none()) else {
            let earlier = self.state.thread.about.as_ref();
            return frame.terms.has(Term::Accept) && matches!(earlier, Some(About::Received(_)));
        };
        match (whole, about) {
            (About::Received(_), About::Answered { .. }) => false,
            (
                About::Received(_) | About::Processed | About::Answered { .. },
                About::Received(_) | About::Processed | About::Answered { .. },
            ) => !frame.terms.has(Term::Total),
            _ => false,
        }
    }

    /// （含上年结转71件）: said of what was counted last.
    fn include_carried(&mut self) {
        let takes_in = |it: &&mut Statement| {
            matches!(it.about, About::Received(_) | About::Processed)
                && it.applicants == Column::Applicants
        };
        if let Some(last) = self.statements.last_mut().filter(takes_in) {
            last.includes_carried_over = true;
        }
    }

    fn scope(&self, frame: &Frame) -> Scope {
        let before = &self.state.scope;
        let inherits = !frame.is_own;
        Scope {
            year: frame.year.or(before.year),
            organ: self.words(frame).or(before.organ.clone().filter(|_| inherits)),
            heard: before.heard.clone().filter(|_| inherits),
            is_regional: frame.is_regional || before.is_regional && inherits,
            is_limited: frame.is_limited || before.is_limited,
            is_of_disclosure: before.is_of_disclosure,
        }
    }

    /// The words at the head of a clause that are not understood.
    fn words(&self, frame: &Frame) -> Option<Arc<str>> {
        self.text.get(frame.head.clone()?).map(Arc::from)
    }

    /// Of whom a statement is made, what follows is said, too.
    fn remember_speaker(&mut self, frame: &Frame, scope: &Scope) {
        if frame.is_own || frame.is_regional || frame.head.is_some() {
            let state = &mut self.state.scope;
            (state.organ, state.is_regional) = (scope.organ.clone(), scope.is_regional);
            let names_organ = frame.head_names_organ || frame.head.is_none();
            self.topic.organ = scope.organ.clone().filter(|_| names_organ);
            self.topic.is_regional = scope.is_regional;
        }
        if frame.is_own {
            self.state.scope.heard = None;
        }
    }

    /// 占35%, 同比增长1.05%: said of what was counted in the clause before. 其他5件 says nothing.
    fn attaches(&mut self, frame: &Frame) -> bool {
        let fresh = std::mem::take(&mut self.state.is_fresh);
        let fee =
            frame.money.and_then(|money| Some((frame.fees_or_thread(&self.state.thread)?, money)));
        if let Some((about, money)) = fee {
            let scope = self.scope(frame);
            self.push(frame, about.clone(), Said::Count(money), scope);
            self.state.thread.about = Some(about);
            return true;
        }
        match (frame.percentage, self.statements.last_mut().filter(|_| fresh)) {
            (Some(rate), Some(last)) if frame.is_growth() => {
                last.growth = Some(signed(rate, frame));
            }
            (Some(share), Some(last)) if frame.is_share() => last.share = Some(share),
            _ => {
                let is_harmless = frame.is_harmless();
                self.is_partial |= is_harmless && frame.terms.has(Term::Rest);
                return is_harmless || frame.is_share() || frame.is_growth();
            }
        }
        true
    }

    /// A clause that is not understood.
    fn wonder(&mut self, frame: &Frame) {
        self.is_partial |= frame.counts();
        if frame.is_own {
            let scope = self.scope(frame);
            self.remember_speaker(frame, &scope);
        } else if frame.head_names_organ {
            self.state.scope.heard = self.words(frame);
        }
        let state = &mut self.state;
        state.scope.is_limited |= frame.is_limited;
        state.scope.is_regional |= frame.is_regional;
        if frame.count.is_some_and(|it| COUNTING_REQUESTS.contains(&it.classifier)) {
            state.is_lost = true;
            state.thread = Thread::default();
        }
    }
}

/// What requests are counted with: something else that is counted so may be some of them.
const COUNTING_REQUESTS: [&str; 6] = ["件", "宗", "起", "份", "例", "件次"];

impl Frame {
    /// 金额2230元, behind a clause about fees.
    fn fees_or_thread(&self, thread: &Thread) -> Option<About> {
        let of_fees = || {
            let silent = !self.is_unclear
                && self.terms.is_within(Terms::of(&[
                    Term::Filler,
                    Term::Total,
                    Term::Collect,
                    Term::And,
                ]));
            thread.about.clone().filter(|about| silent && about.is_of_fees())
        };
        self.fees().or_else(of_fees)
    }
}

fn signed(rate: Percentage, frame: &Frame) -> Percentage {
    let millionths = rate.value.millionths;
    let sign = if frame.terms.has(Term::Less) { -1 } else { 1 };
    Percentage { value: Amount { millionths: millionths * sign }, ..rate }
}

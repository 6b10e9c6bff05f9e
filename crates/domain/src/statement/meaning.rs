//! What a clause means: the wordings that the reader understands, each by the terms it needs and those
//! it allows. Whatever else stands in a clause makes it mean nothing.

use super::frame::Frame;
use super::said::{About, Carry, DocumentAct, Intake, Said};
use super::term::{Term, Terms};
use crate::form::Line;

/// What the sentence has been about so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    /// What was said last.
    pub about: Option<About>,
    /// Whether requests for disclosure are the topic, so that 申请 and 办结 are about them.
    pub is_of_requests: bool,
    /// The kinds of cases that were named.
    pub proceedings: Vec<Line>,
}

/// Terms that change nothing.
const SILENT: Terms = Terms::of(&[
    Term::Filler,
    Term::ThisYear,
    Term::Year,
    Term::Total,
    Term::All,
    Term::And,
    Term::Enumeration,
    Term::To,
    Term::Tail,
    Term::Everybody,
    Term::Disclosure,
    Term::Among,
    Term::Including,
    Term::AllOrgans,
    Term::Left,
    Term::Limit,
    Term::About,
]);
const NEGATION: Terms = Terms::of(&[Term::Not, Term::Without]);
const REQUESTS: Terms = Terms::of(&[Term::Request, Term::Bare, Term::Applicant]);
const INTAKE: Terms = Terms::of(&[Term::Receive, Term::New, Term::Accept]);
const ANSWER: Terms = Terms::of(&[Term::Answer, Term::Finish]);
const OUTCOME: Terms = Terms::of(&[Term::Outcome]);
const CARRY: Terms = Terms::of(&[Term::Carry, Term::Forward]);
const YEARS: Terms = Terms::of(&[Term::LastYear, Term::NextYear]);
const PROCEEDINGS: Terms =
    Terms::of(&[Term::Review, Term::Suit, Term::DirectSuit, Term::LaterSuit]);
const FEES: Terms = Terms::of(&[Term::Fee, Term::Notice]);
const HANDLE: Terms = Terms::of(&[Term::Handle]);
const ACTS: Terms = Terms::of(&[Term::Issue, Term::Repeal, Term::InForce, Term::Disclose]);
const VERDICTS: Terms = Terms::of(&[Term::Upheld, Term::NeverLost]);
const CHANGES: Terms = Terms::of(&[Term::Compared, Term::More, Term::Less]);

/// 共计25件: of the same as before; what is new and what was carried over may be added up.
fn total_of(thread: &Thread) -> Option<About> {
    match thread.about.clone().filter(About::is_of_requests)? {
        About::Received(_) => Some(About::Received(Intake::Received)),
        about => Some(about),
    }
}

impl Frame {
    /// What the clause means, where it is understood from end to end.
    pub(super) fn meaning(&self, thread: &Thread) -> Option<(About, Said)> {
        if self.is_unclear {
            return None;
        }
        match (self.terms.has_any(NEGATION), self.count) {
            (true, None) => Some((self.denied(thread)?, Said::Nothing)),
            (true, Some(_)) => None,
            (false, None) => self.verdict(thread),
            (false, Some(count)) => Some((self.counted(thread)?, Said::Count(count))),
        }
    }

    fn is(&self, needs: Terms, allows: Terms) -> bool {
        self.terms.has_any(needs) && self.terms.is_within(needs | allows | SILENT)
    }

    /// 未收到政府信息公开申请, 无行政复议
    fn denied(&self, thread: &Thread) -> Option<About> {
        let verbs = INTAKE | HANDLE;
        if self.is(PROCEEDINGS, NEGATION | REQUESTS | Terms::of(&[Term::Occur, Term::Receive])) {
            return Some(About::Proceedings(self.proceedings.clone()));
        }
        let noun = Terms::of(&[Term::Request, Term::Bare]);
        let is_requests = self.terms.has(Term::Request) || thread.is_of_requests;
        let received = Terms::of(&[Term::Receive, Term::New]);
        let says = self.terms.has_any(received)
            || self.terms.has(Term::Without) && !self.terms.has_any(verbs);
        if !self.is(noun, NEGATION | verbs) || !is_requests || !says {
            return None;
        }
        let handled = self.terms.has(Term::Handle);
        Some(if handled { About::Processed } else { About::Received(Intake::Received) })
    }

    /// 均获维持, 零败诉
    fn verdict(&self, thread: &Thread) -> Option<(About, Said)> {
        let context = PROCEEDINGS | Terms::of(&[Term::Occur, Term::Concluded, Term::Receive]);
        if self.counts() || !self.is(VERDICTS, context) {
            return None;
        }
        let lines =
            if self.proceedings.is_empty() { &thread.proceedings } else { &self.proceedings };
        let said = if self.terms.has(Term::NeverLost) {
            Said::NeverLost
        } else if self.terms.has(Term::All) {
            Said::AllUpheld { if_concluded: self.terms.has(Term::Concluded) }
        } else {
            return None;
        };
        (!lines.is_empty()).then(|| (About::Proceedings(lines.clone()), said))
    }

    fn counted(&self, thread: &Thread) -> Option<About> {
        let is_of_fees = thread.about.as_ref().is_some_and(About::is_of_fees);
        if self.terms.has_any(FEES) || is_of_fees && self.terms.has(Term::Collect) {
            self.fees()
        } else if self.terms.has_any(PROCEEDINGS) {
            self.proceedings()
        } else if self.terms.has(Term::Document) {
            self.documents(thread)
        } else {
            self.requests(thread)
        }
    }

    /// What a clause about fees is about, with a count or an amount.
    pub(super) fn fees(&self) -> Option<About> {
        let allows = REQUESTS | INTAKE | Terms::of(&[Term::Collect, Term::Occur, Term::Issue]);
        if self.is_unclear || !self.is(FEES | Terms::of(&[Term::Collect]), allows) {
            return None;
        }
        let is_notice = self.terms.has(Term::Notice) && !self.terms.has(Term::Fee);
        Some(if is_notice { About::FeeNotices } else { About::Fees })
    }

    fn proceedings(&self) -> Option<About> {
        let allows = REQUESTS | Terms::of(&[Term::Occur, Term::Receive]);
        self.is(PROCEEDINGS, allows).then(|| About::Proceedings(self.proceedings.clone()))
    }

    fn documents(&self, thread: &Thread) -> Option<About> {
        if !self.is(Terms::of(&[Term::Document]), ACTS) {
            return None;
        }
        let line = self.document.or(match thread.about {
            Some(About::Documents { line, .. }) => Some(line),
            _ => None,
        })?;
        let acts = [
            (Term::Issue, DocumentAct::Issued),
            (Term::Repeal, DocumentAct::Repealed),
            (Term::InForce, DocumentAct::InForce),
            (Term::Disclose, DocumentAct::Disclosed),
        ];
        let mut said = acts.into_iter().filter(|(term, _)| self.terms.has(*term));
        let act = said.next().map(|(_, act)| act).or(match thread.about {
            Some(About::Documents { act, .. }) => Some(act),
            _ => None,
        })?;
        said.next().is_none().then_some(About::Documents { line, act })
    }

    fn requests(&self, thread: &Thread) -> Option<About> {
        let carried_in = Terms::of(&[Term::LastYear]);
        let object = self.terms.has(Term::Request) || thread.is_of_requests;
        let verbs = INTAKE | HANDLE | ANSWER;
        if !object {
            None
        } else if self.is(CARRY, YEARS | REQUESTS | HANDLE | ANSWER) {
            Some(About::Carried(self.carry()))
        } else if self.terms.has(Term::Including) && self.is(carried_in, Terms::default()) {
            Some(About::Carried(Carry::Over))
        } else if self.is(OUTCOME, REQUESTS | HANDLE | ANSWER | Terms::of(&[Term::Occur])) {
            Some(About::Outcomes(self.outcomes.clone()))
        } else if self.is(verbs, REQUESTS) {
            Some(self.act())
        } else if self.is(REQUESTS, Terms::default()) {
            let about = thread.about.clone().filter(About::is_of_requests);
            Some(about.unwrap_or(About::Processed))
        } else if self.terms.has(Term::Total) && self.terms.is_within(SILENT) {
            total_of(thread)
        } else {
            None
        }
    }

    /// 收到, 受理, 办理, 答复, 办结, or several of them.
    fn act(&self) -> About {
        let (takes_in, answers) = (self.terms.has_any(INTAKE), self.terms.has_any(ANSWER));
        match (takes_in, answers, self.terms.has(Term::Handle)) {
            (true, false, false) => About::Received(self.intake()),
            (false, true, _) => About::Answered { is_finished: self.terms.has(Term::Finish) },
            _ => About::Processed,
        }
    }

    fn intake(&self) -> Intake {
        if self.terms.has(Term::New) {
            Intake::New
        } else if self.terms.has(Term::Receive) {
            Intake::Received
        } else {
            Intake::Accepted
        }
    }

    /// From where to where: 上年结转, 2023年转至今年, 结转下年, 结转2026年.
    fn carry(&self) -> Carry {
        if self.terms.has(Term::Forward) || self.carried_to == Some(Term::NextYear) {
            return Carry::Forward;
        }
        match (self.with, self.carried_to) {
            (Some(year), _) => Carry::With(year),
            (None, Some(_)) => Carry::Over,
            (None, None) if self.terms.has(Term::LastYear) => Carry::Over,
            (None, None) => self.from.map_or(Carry::Unsaid, Carry::From),
        }
    }

    /// A growth over the year before, or a share of something, said of what was counted last.
    pub(super) fn is_growth(&self) -> bool {
        let needs = Terms::of(&[Term::More, Term::Less]);
        !self.is_unclear && self.terms.has(Term::Compared) && self.is(needs, CHANGES | YEARS)
    }

    /// A share of something, said of what was counted last.
    pub(super) fn is_share(&self) -> bool {
        let allows = REQUESTS | INTAKE | HANDLE | ANSWER;
        !self.is_unclear && self.is(Terms::of(&[Term::Share]), allows)
    }

    /// Whether it is understood and yet says nothing that the reader keeps: a change, 其他5件.
    pub(super) fn is_harmless(&self) -> bool {
        let allows = CHANGES | YEARS | Terms::of(&[Term::Rest, Term::Share]);
        !self.is_unclear && self.terms.has_any(allows) && self.terms.is_within(allows | SILENT)
    }
}

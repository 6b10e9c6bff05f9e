//! What a statement says, of what, and for whom.

use std::sync::Arc;

use super::quantity::{Percentage, Quantity};
use crate::form::{Column, Line};

/// A clause that is understood from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub about: About,
    /// What it says of that.
    pub said: Said,
    /// Whose requests: a kind of applicant, or [`Column::Applicants`] for everybody's.
    pub applicants: Column,
    /// When, where and by whom.
    pub scope: Scope,
    /// Whether the count includes what was carried over (含上年结转).
    pub includes_carried_over: bool,
    /// Its share of something larger, where that is written behind it.
    pub share: Option<Percentage>,
    /// How much more it is than the year before, in percent; less is negative.
    pub growth: Option<Percentage>,
}

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Requests that came in.
    Received(Intake),
    /// Requests that were 办理: received, answered or both.
    Processed,
    /// Requests that were answered.
    Answered {
        /// Whether it says 办结, which every outcome is; some are no 答复.
        is_finished: bool,
    },
    /// Requests carried from one year to the next.
    Carried(Carry),
    /// Requests that were decided in one of these ways.
    Outcomes(Vec<Line>),
    /// Cases of these kinds.
    Proceedings(Vec<Line>),
    /// Documents.
    Documents {
        /// Of which kind.
        line: Line,
        /// And what was done with them.
        act: DocumentAct,
    },
    /// Requests for which a fee was to be paid.
    FeeNotices,
    /// Fees for processing information: requests, or yuan.
    Fees,
}

/// How a report says that requests came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake {
    /// 收到, which people also write of everything they had to handle.
    Received,
    /// 新收, which never includes what was carried over.
    New,
    /// 受理: fewer may be, than are received.
    Accepted,
}

/// Between which years requests were carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// From the year before.
    Over,
    /// To the year after.
    Forward,
    /// From the year with this number.
    From(u16),
    /// To or from the year with this number: 结转2026年.
    With(u16),
    /// One of them.
    Unsaid,
}

/// What was done with documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentAct {
    /// 制发.
    Issued,
    /// 废止.
    Repealed,
    /// 现行有效.
    InForce,
    /// 公开.
    Disclosed,
}

/// What a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// How many.
    Count(Quantity),
    /// That there were none, in words.
    Nothing,
    /// That all of them were upheld.
    AllUpheld {
        /// Whether only of those that are concluded.
        if_concluded: bool,
    },
    /// That none of them was lost.
    NeverLost,
}

/// When, where and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The year that it names, where it names one.
    pub year: Option<u16>,
    /// Who it is said of, here or before: the words at its head that are not understood, harmless
    /// where they are the name of the organ itself.
    pub organ: Option<Arc<str>>,
    /// The words that an earlier clause begins with and in which an organ is named.
    pub heard: Option<Arc<str>>,
    /// Whether it speaks of a whole division: 全市, 我县.
    pub is_regional: bool,
    /// Whether it is limited: to a channel, a season, a place.
    pub is_limited: bool,
    /// Whether the sentence says that it is about the disclosure of government information.
    pub is_of_disclosure: bool,
}

impl About {
    /// Whether it is about requests, whatever became of them.
    pub(super) fn is_of_requests(&self) -> bool {
        match self {
            Self::Received(_)
            | Self::Processed
            | Self::Answered { .. }
            | Self::Carried(_)
            | Self::Outcomes(_) => true,
            Self::Proceedings(_) | Self::Documents { .. } | Self::FeeNotices | Self::Fees => false,
        }
    }

    pub(super) fn is_of_fees(&self) -> bool {
        matches!(self, Self::FeeNotices | Self::Fees)
    }
}

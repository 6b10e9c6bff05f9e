//! A report at one time, for ever.

use chrono::{DateTime, Utc};

use super::Content;
use crate::form::UnknownConcept;

/// The number of a revision, counted from 1 within its report.
pub type RevisionNumber = u32;

/// Why a revision was made; the number is the storage number for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum RevisionKind {
    /// An edit of a draft.
    #[default]
    Draft = 1,
    /// The content that was handed in.
    Submitted = 2,
    /// The content that was published.
    Published = 3,
    /// A correction after publication (条例 art 6).
    Correction = 4,
}

/// Immutable content at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Counted from 1.
    pub number: RevisionNumber,
    /// Why it was made.
    pub kind: RevisionKind,
    /// What the report said then.
    pub content: Content,
    /// When it was committed.
    pub create_time: DateTime<Utc>,
    /// Who made it.
    pub author: String,
}

impl RevisionKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Published, Self::Correction];

    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }
}

impl TryFrom<i16> for RevisionKind {
    type Error = UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|kind| kind.number() == number);
        found.ok_or_else(|| UnknownConcept(number.to_string()))
    }
}

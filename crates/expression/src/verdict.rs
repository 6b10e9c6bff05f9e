//! What an expression says of a report.

use nianbao_domain::finding::Message;
use nianbao_domain::user_rule::Expectation;

/// What an expression says of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The report is in order.
    Holds,
    /// The report is not.
    Fails,
    /// It cannot be told.
    NotAssessable {
        /// The evidence that was read and is not there.
        missing: Vec<String>,
        /// Why, for people.
        reason: Message,
    },
}

impl Verdict {
    /// The verdict without its reasons.
    pub fn outcome(&self) -> Expectation {
        match self {
            Self::Holds => Expectation::Holds,
            Self::Fails => Expectation::Fails,
            Self::NotAssessable { .. } => Expectation::NotAssessable,
        }
    }

    pub(crate) fn undecided(
        missing: Vec<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self::NotAssessable { missing, reason: Message::new(zh, en) }
    }
}

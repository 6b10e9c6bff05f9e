//! Decisions about findings that begin and end with a commit.

use chrono::{DateTime, Utc};
use nianbao_domain::decision::Decision;
use nianbao_domain::report::Head;

/// What one commit decides about the findings of a report, beside the write of its head. What has
/// ended stays in the store with who ended it and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionChange {
    /// The head after the commit.
    pub head: Head,
    /// Decisions that begin, each about another finding or other values.
    pub made: Vec<Decision>,
    /// Decisions that end: withdrawn, or replaced by one that begins.
    pub ended: Vec<Decision>,
    /// Who did this.
    pub by: String,
    /// Why what ended was withdrawn; empty where it was replaced.
    pub reason: String,
    /// When.
    pub time: DateTime<Utc>,
}

//! What would remove a finding.

use super::Message;
use crate::form::CellId;

/// A set of changes that together remove a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Whether no other set of as few changes removes it.
    pub unique: bool,
    /// The changes, in the order of the form.
    pub changes: Vec<SuggestedChange>,
    /// Why just this: a transposition of digits, a shifted row, what other evidence says; empty where
    /// nothing more is to be said.
    pub message: Message,
}

/// A change of one cell; numbers are counts, or millionths of the printed unit for money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestedChange {
    /// The cell.
    pub cell: CellId,
    /// The present number; none for a cell without one.
    pub from: Option<i64>,
    /// The suggested number.
    pub to: i64,
}

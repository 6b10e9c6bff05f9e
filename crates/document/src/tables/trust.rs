//! How far the reading of a row can be trusted, and what other rows of its table say against it
//! (ADR 0017).

use super::row::RowValues;

/// How far a reading of a row can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// No other reading is possible.
    Certain,
    /// As many values as columns and nothing else, though the places contradict: those of this table
    /// mislead.
    AgainstPlace,
    /// As long as no other row contradicts its places: with a blank at one end, what stands there may
    /// be a filler, and the row one cell too short or too long.
    ByPlace,
    /// As many cells as columns, some of them blank, in a table without places: as long as no other
    /// row has fillers.
    ByCount,
    /// With fillers beside the values, in a table without places: as long as no other row has more
    /// values than there are columns.
    Padded,
}

/// What the rows of a table say against one another.
#[derive(Debug, Default)]
pub(super) struct Contradictions {
    misplaced: bool,
    padded: bool,
    overfull: bool,
}

impl Contradictions {
    /// Takes note of a row of a block with so many columns.
    pub(super) fn add(&mut self, row: &RowValues<'_>, columns: usize) {
        match row {
            RowValues::Read(_, trust) => {
                self.misplaced |= *trust == Trust::AgainstPlace;
                self.padded |= *trust == Trust::Padded;
            }
            RowValues::Refused { found, against_place } => {
                self.misplaced |= against_place;
                self.overfull |= *found > columns;
            }
        }
    }

    /// Whether a row can be believed after all.
    pub(super) fn admit(&self, trust: Trust) -> bool {
        match trust {
            Trust::Certain | Trust::AgainstPlace => true,
            Trust::ByPlace => !self.misplaced,
            Trust::ByCount => !self.padded,
            Trust::Padded => !self.overfull,
        }
    }
}

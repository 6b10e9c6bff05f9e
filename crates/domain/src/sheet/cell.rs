//! What one cell of the form says.

use crate::form::{CellId, Measure};

/// The largest count a cell holds, either way: a city reports some 10^7, so this is generous,
/// and no sum over all reports of the country leaves an `i128`.
pub const MAX_COUNT: i64 = 1_000_000_000_000_000;

/// What one cell of a page says. A blank is not a zero, and neither is "/".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// A number: a count, or for money millionths of the printed unit.
    Number(i64),
    /// Nothing is printed.
    #[default]
    Blank,
    /// "/", "-" or 不适用.
    NotApplicable,
    /// Something is printed that cannot be placed or read; what it was is provenance.
    Unreadable,
}

/// A count beyond [`MAX_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange(pub i64);

impl Cell {
    /// The number, where there is one.
    pub const fn number(self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Blank | Self::NotApplicable | Self::Unreadable => None,
        }
    }

    /// The stable public code of the state.
    pub const fn state(self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Blank => "blank",
            Self::NotApplicable => "not_applicable",
            Self::Unreadable => "unreadable",
        }
    }

    /// Refuses a count that no organ can have; amounts of money use the whole range.
    pub(super) fn checked(self, id: CellId) -> Result<Self, OutOfRange> {
        match (self, id.measure()) {
            (Self::Number(number), Measure::Count | Measure::SignedCount)
                if number.unsigned_abs() > MAX_COUNT.unsigned_abs() =>
            {
                Err(OutOfRange(number))
            }
            _ => Ok(self),
        }
    }
}

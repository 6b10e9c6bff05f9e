//! Counts and shares.

use crate::sheet::Amount;

/// A counted number. Numbers without a classifier (years, dates, percentages, articles of law) are
/// none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number, exact.
    pub value: Amount,
    /// One unit of the last digit that is written, where 万 or 亿 rounds it; else 0.
    pub rounding: Amount,
    /// What counts: 件, 条, 宗.
    pub classifier: &'static str,
    /// Whether it is an approximation, a range or a number for each.
    pub is_vague: bool,
}

/// A share or a rate of growth, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percentage {
    /// In percent, exact.
    pub value: Amount,
    /// How many decimals are written.
    pub decimals: u32,
    /// Whether it is an approximation.
    pub is_vague: bool,
}

impl Quantity {
    /// The number, where it is a whole one and nothing less than exact.
    pub fn count(&self) -> Option<i64> {
        let whole = self.value.millionths % 1_000_000 == 0;
        let exact = whole && !self.is_vague && self.rounding.millionths == 0;
        exact.then_some(self.value.millionths / 1_000_000)
    }
}

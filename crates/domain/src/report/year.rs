//! The year a report is about.

use std::fmt;
use std::str::FromStr;

/// The year a report is about, 1 January to 31 December; it is published in the year after.
///
/// The first reports are of 2008, when the Regulations of 2007 came into force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportYear(u16);

/// A number that is no report year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearOutOfRange(pub String);

impl ReportYear {
    /// The first year that was ever reported on.
    pub const FIRST: Self = Self(2008);
    /// A bound against mistyping.
    pub const LAST: Self = Self(2099);

    /// The year as a number.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The year before, where reports existed.
    pub fn previous(self) -> Option<Self> {
        Self::try_from(i64::from(self.0) - 1).ok()
    }
}

impl TryFrom<i64> for ReportYear {
    type Error = YearOutOfRange;

    fn try_from(year: i64) -> Result<Self, Self::Error> {
        let in_range =
            u16::try_from(year).ok().filter(|year| (Self::FIRST.0..=Self::LAST.0).contains(year));
        in_range.map(Self).ok_or_else(|| YearOutOfRange(year.to_string()))
    }
}

impl FromStr for ReportYear {
    type Err = YearOutOfRange;

    fn from_str(year: &str) -> Result<Self, Self::Err> {
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { year.parse().ok() } else { None };
        number
            .and_then(|number: i64| Self::try_from(number).ok())
            .ok_or_else(|| YearOutOfRange(year.to_owned()))
    }
}

impl fmt::Display for ReportYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for YearOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no report year: {} to {} are",
            self.0,
            ReportYear::FIRST,
            ReportYear::LAST
        )
    }
}

impl std::error::Error for YearOutOfRange {}

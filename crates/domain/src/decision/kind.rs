//! What was decided.

use chrono::NaiveDate;

/// What was decided about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionKind {
    /// The warning or the piece of information was seen, and the report is right as it is.
    Acknowledgement,
    /// What would block is let through.
    Waiver {
        /// The last day on which it does, China Standard Time.
        expire_date: NaiveDate,
    },
}

/// Neither an acknowledgement without a day nor a waiver with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownDecisionKind(pub i16);

impl DecisionKind {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Waiver { .. } => "waiver",
        }
    }

    /// The number in storage.
    pub const fn number(self) -> i16 {
        match self {
            Self::Acknowledgement => 1,
            Self::Waiver { .. } => 2,
        }
    }

    /// The kind with a storage number and the day that only a waiver has.
    pub fn from_parts(
        number: i16,
        expire_date: Option<NaiveDate>,
    ) -> Result<Self, UnknownDecisionKind> {
        match (number, expire_date) {
            (1, None) => Ok(Self::Acknowledgement),
            (2, Some(expire_date)) => Ok(Self::Waiver { expire_date }),
            _ => Err(UnknownDecisionKind(number)),
        }
    }

    /// The last day on which it holds; none where it has no end.
    pub const fn expire_date(self) -> Option<NaiveDate> {
        match self {
            Self::Acknowledgement => None,
            Self::Waiver { expire_date } => Some(expire_date),
        }
    }
}

impl std::fmt::Display for UnknownDecisionKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} with or without a day is no kind of decision", self.0)
    }
}

impl std::error::Error for UnknownDecisionKind {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_reads_back_from_its_number_and_day() {
        let waiver = DecisionKind::Waiver { expire_date: NaiveDate::MIN };
        for kind in [DecisionKind::Acknowledgement, waiver] {
            assert_eq!(DecisionKind::from_parts(kind.number(), kind.expire_date()), Ok(kind));
        }
    }

    #[test]
    fn a_waiver_without_a_day_is_none() {
        assert_eq!(DecisionKind::from_parts(2, None), Err(UnknownDecisionKind(2)));
        assert!(DecisionKind::from_parts(1, Some(NaiveDate::MIN)).is_err());
    }
}

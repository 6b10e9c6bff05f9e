//! Where a report stands in its workflow.

use crate::form::UnknownConcept;

/// The state of a report; 缺报 and 逾期 are computed, never stored.
///
/// The number is the storage number for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum ReportState {
    /// 起草.
    #[default]
    Draft = 1,
    /// 已报送.
    Submitted = 2,
    /// 退回.
    SentBack = 3,
    /// 审核通过.
    Accepted = 4,
    /// 已发布.
    Published = 5,
    /// 更正: published, and corrected since.
    Corrected = 6,
}

impl ReportState {
    /// Every state, in the order of the workflow.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Submitted,
        Self::SentBack,
        Self::Accepted,
        Self::Published,
        Self::Corrected,
    ];

    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::SentBack => "sent_back",
            Self::Accepted => "accepted",
            Self::Published => "published",
            Self::Corrected => "corrected",
        }
    }

    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }

    /// Whether the content may be edited in this state: only before submission, or when sent back.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::SentBack)
    }

    /// Whether the report was never submitted; only such a report can be deleted.
    pub const fn was_never_submitted(self) -> bool {
        matches!(self, Self::Draft)
    }
}

impl TryFrom<i16> for ReportState {
    type Error = UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|state| state.number() == number);
        found.ok_or_else(|| UnknownConcept(number.to_string()))
    }
}

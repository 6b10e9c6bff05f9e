//! Fields of lists of reports.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{ReportKind, ReportState};

use super::{Field, FieldKind};

/// A field of a list of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportField {
    /// The organ.
    Organization,
    /// The report year.
    ReportYear,
    /// Own or consolidated.
    Kind,
    /// The state.
    State,
    /// The edition of the working revision.
    Edition,
    /// The caller's own key.
    SourceKey,
    /// The version of the rule set of its last check.
    RuleSet,
    /// When it was created.
    CreateTime,
    /// When it last changed.
    UpdateTime,
}

impl Field for ReportField {
    const ALL: &'static [Self] = &[
        Self::Organization,
        Self::ReportYear,
        Self::Kind,
        Self::State,
        Self::Edition,
        Self::SourceKey,
        Self::RuleSet,
        Self::CreateTime,
        Self::UpdateTime,
    ];
    const IDENTITY: &'static [Self] = &[Self::Organization, Self::ReportYear, Self::Kind];

    fn name(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::ReportYear => "report_year",
            Self::Kind => "kind",
            Self::State => "state",
            Self::Edition => "edition",
            Self::SourceKey => "source_key",
            Self::RuleSet => "rule_set",
            Self::CreateTime => "create_time",
            Self::UpdateTime => "update_time",
        }
    }

    fn kind(self) -> FieldKind {
        match self {
            Self::Organization => FieldKind::Organization,
            Self::ReportYear => FieldKind::Number,
            Self::SourceKey => FieldKind::Text,
            Self::RuleSet => FieldKind::Label,
            Self::CreateTime | Self::UpdateTime => FieldKind::Time,
            Self::Kind => FieldKind::Enum { prefix: "REPORT_KIND_", number: kind },
            Self::State => FieldKind::Enum { prefix: "REPORT_STATE_", number: state },
            Self::Edition => FieldKind::Enum { prefix: "EDITION_", number: edition },
        }
    }

    fn is_filterable(self) -> bool {
        self != Self::CreateTime
    }

    fn is_sortable(self) -> bool {
        matches!(self, Self::ReportYear | Self::CreateTime | Self::UpdateTime)
    }
}

pub(super) fn kind(code: &str) -> Option<i64> {
    ReportKind::ALL.into_iter().find(|kind| kind.code() == code).map(|kind| kind.number().into())
}

fn state(code: &str) -> Option<i64> {
    ReportState::ALL
        .into_iter()
        .find(|state| state.code() == code)
        .map(|state| state.number().into())
}

fn edition(code: &str) -> Option<i64> {
    code.parse::<Edition>().ok().map(|edition| edition.number().into())
}

//! Fields of lists of organs.

use nianbao_domain::organization::{Level, OrganType};

use super::{Field, FieldKind};

/// A field of a list of organs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationField {
    /// The id.
    Id,
    /// The official name.
    DisplayName,
    /// The level.
    Level,
    /// The kind of organ.
    OrganType,
    /// The superior organ.
    Parent,
    /// The caller's own key.
    SourceKey,
    /// 行政区划代码.
    DivisionCode,
    /// 统一社会信用代码.
    CreditCode,
    /// When it was registered.
    CreateTime,
    /// When the record last changed.
    UpdateTime,
}

impl Field for OrganizationField {
    const ALL: &'static [Self] = &[
        Self::Id,
        Self::DisplayName,
        Self::Level,
        Self::OrganType,
        Self::Parent,
        Self::SourceKey,
        Self::DivisionCode,
        Self::CreditCode,
        Self::CreateTime,
        Self::UpdateTime,
    ];
    const IDENTITY: &'static [Self] = &[Self::Id];

    fn name(self) -> &'static str {
        match self {
            Self::Id => "name",
            Self::DisplayName => "display_name",
            Self::Level => "level",
            Self::OrganType => "organ_type",
            Self::Parent => "parent",
            Self::SourceKey => "source_key",
            Self::DivisionCode => "division_code",
            Self::CreditCode => "unified_social_credit_code",
            Self::CreateTime => "create_time",
            Self::UpdateTime => "update_time",
        }
    }

    fn kind(self) -> FieldKind {
        match self {
            Self::Id | Self::Parent => FieldKind::Organization,
            Self::DisplayName | Self::SourceKey | Self::DivisionCode | Self::CreditCode => {
                FieldKind::Text
            }
            Self::CreateTime | Self::UpdateTime => FieldKind::Time,
            Self::Level => FieldKind::Enum { prefix: "ORGANIZATION_LEVEL_", number: level },
            Self::OrganType => FieldKind::Enum { prefix: "ORGAN_TYPE_", number: organ_type },
        }
    }

    fn is_filterable(self) -> bool {
        !matches!(self, Self::Id | Self::CreateTime)
    }

    fn is_sortable(self) -> bool {
        matches!(
            self,
            Self::Id | Self::DisplayName | Self::DivisionCode | Self::CreateTime | Self::UpdateTime
        )
    }
}

fn level(code: &str) -> Option<i64> {
    code.parse::<Level>().ok().map(|level| level.number().into())
}

fn organ_type(code: &str) -> Option<i64> {
    code.parse::<OrganType>().ok().map(|organ_type| organ_type.number().into())
}

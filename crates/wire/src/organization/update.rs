//! What a caller wants to change about an organ.

use chrono::NaiveDate;
use nianbao_domain::organization::{
    CreditCode, DivisionCode, Level, OrganType, OrganizationId, RulePower,
};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::input::{OrganizationInput, read, require_display_name};
use crate::mask::UpdateMask;
use crate::violation::{Violations, reading};

/// What changes about an organ; what is none stays, none within takes the present value away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganizationUpdate {
    /// The caller's own key.
    pub source_key: Option<String>,
    /// The official name.
    pub display_name: Option<String>,
    /// Short forms and former names.
    pub aliases: Option<Vec<String>>,
    /// The administrative level.
    pub level: Option<Option<Level>>,
    /// The kind of organ.
    pub organ_type: Option<Option<OrganType>>,
    /// Whether it may make 规章.
    pub rule_power: Option<RulePower>,
    /// 统一社会信用代码.
    pub credit_code: Option<Option<CreditCode>>,
    /// 行政区划代码.
    pub division_code: Option<Option<DivisionCode>>,
    /// The superior organ.
    pub parent: Option<Option<OrganizationId>>,
    /// The first day of its existence.
    pub valid_from: Option<Option<NaiveDate>>,
    /// The day after the last one of its existence.
    pub valid_to: Option<Option<NaiveDate>>,
}

impl OrganizationUpdate {
    /// Reads the organ of an update call, which stands in the request at `organization`, as far as
    /// the mask asks for it. Other fields are ignored.
    ///
    /// # Errors
    ///
    /// Every field that cannot be used, up to the bound; paths of the mask that name no field or one
    /// that cannot be changed.
    pub fn read(organ: v1::Organization, mask: Option<&FieldMask>) -> Result<Self, Violations> {
        reading("organization", |at, faults| {
            let mask = UpdateMask::read(mask, &organ, at, faults);
            let organ = mask.apply(organ);
            if mask.contains("display_name") {
                require_display_name(&organ, at, faults);
            }
            Some(Self::of(read(organ, at, faults), &mask))
        })
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn of(input: OrganizationInput, mask: &UpdateMask<v1::Organization>) -> Self {
        let OrganizationInput {
            source_key,
            display_name,
            aliases,
            level,
            organ_type,
            rule_power,
            credit_code,
            division_code,
            parent,
            valid_from,
            valid_to,
        } = input;
        Self {
            source_key: mask.keep("source_key", source_key),
            display_name: mask.keep("display_name", display_name),
            aliases: mask.keep("aliases", aliases),
            level: mask.keep("level", level),
            organ_type: mask.keep("organ_type", organ_type),
            rule_power: mask.keep("rule_power", rule_power),
            credit_code: mask.keep("unified_social_credit_code", credit_code),
            division_code: mask.keep("division_code", division_code),
            parent: mask.keep("parent", parent),
            valid_from: mask.keep("valid_from", valid_from),
            valid_to: mask.keep("valid_to", valid_to),
        }
    }
}

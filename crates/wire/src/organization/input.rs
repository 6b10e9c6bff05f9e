//! An organ as a caller states it.

use chrono::NaiveDate;
use nianbao_domain::organization::{
    CreditCode, DivisionCode, Level, OrganType, OrganizationId, RulePower,
};
use nianbao_proto::v1;

use super::fields;
use crate::violation::{Faults, Path, Violations, reading};
use crate::{concept, limits, text};

/// What a caller may say of an organ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationInput {
    /// The caller's own key.
    pub source_key: String,
    /// The official name.
    pub display_name: String,
    /// Short forms and former names.
    pub aliases: Vec<String>,
    /// The administrative level, where known.
    pub level: Option<Level>,
    /// The kind of organ, where known.
    pub organ_type: Option<OrganType>,
    /// Whether it may make 规章.
    pub rule_power: RulePower,
    /// 统一社会信用代码.
    pub credit_code: Option<CreditCode>,
    /// 行政区划代码.
    pub division_code: Option<DivisionCode>,
    /// The superior organ.
    pub parent: Option<OrganizationId>,
    /// The first day of its existence.
    pub valid_from: Option<NaiveDate>,
    /// The day after the last one of its existence.
    pub valid_to: Option<NaiveDate>,
}

impl OrganizationInput {
    /// Reads an organ that stands in its request at `root`. Its name, and fields that are output
    /// only, are ignored.
    ///
    /// # Errors
    ///
    /// Every field that cannot be used, up to the bound.
    pub fn read(organ: v1::Organization, root: &str) -> Result<Self, Violations> {
        reading(root, |at, faults| {
            require_display_name(&organ, at, faults);
            Some(read(organ, at, faults))
        })
    }
}

/// An organ without a name is none.
pub(super) fn require_display_name(organ: &v1::Organization, at: &Path<'_>, faults: &mut Faults) {
    if organ.display_name.trim().is_empty() {
        faults.invalid(&at.field("display_name"), "missing: the official name is needed");
    }
}

/// Reads an organ whose name may be left out; what is wrong in it is in the faults.
pub(super) fn read(
    organ: v1::Organization,
    at: &Path<'_>,
    faults: &mut Faults,
) -> OrganizationInput {
    let v1::Organization {
        name: _,
        uid: _,
        source_key,
        display_name,
        aliases,
        level,
        organ_type,
        rule_power,
        unified_social_credit_code,
        division_code,
        parent,
        etag: _,
        valid_from,
        valid_to,
        create_time: _,
        update_time: _,
    } = organ;
    let credit_code = &at.field("unified_social_credit_code");
    let source_key = text::text(source_key, limits::SOURCE_KEY, &at.field("source_key"), faults);
    let display_name =
        text::text(display_name, limits::DISPLAY_NAME, &at.field("display_name"), faults);
    let aliases = fields::aliases(aliases, at, faults);
    let level = concept::optional(level, &at.field("level"), faults);
    let organ_type = concept::optional(organ_type, &at.field("organ_type"), faults);
    let rule_power = concept::optional(rule_power, &at.field("rule_power"), faults);
    let credit_code = fields::code(&unified_social_credit_code, credit_code, faults);
    let division_code = fields::code(&division_code, &at.field("division_code"), faults);
    let parent = fields::parent(&parent, at, faults);
    let (valid_from, valid_to) = fields::validity(&valid_from, &valid_to, at, faults);
    OrganizationInput {
        source_key,
        display_name,
        aliases,
        level,
        organ_type,
        rule_power: rule_power.unwrap_or_default(),
        credit_code,
        division_code,
        parent,
        valid_from,
        valid_to,
    }
}

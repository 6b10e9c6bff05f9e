//! What callers say of an organ.

use chrono::NaiveDate;

use super::{CreditCode, DivisionCode, Level, OrganType, Organization, OrganizationId, RulePower};

/// What a caller says of an organ: everything that is not given by this system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
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

/// What a caller changes about an organ; what is none stays, none within takes the present value away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParticularsUpdate {
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

impl ParticularsUpdate {
    /// The next version of an organ's record.
    pub fn applied_to(self, organ: Organization) -> Organization {
        Organization {
            version: organ.version + 1,
            source_key: self.source_key.unwrap_or(organ.source_key),
            display_name: self.display_name.unwrap_or(organ.display_name),
            aliases: self.aliases.unwrap_or(organ.aliases),
            level: self.level.unwrap_or(organ.level),
            organ_type: self.organ_type.unwrap_or(organ.organ_type),
            rule_power: self.rule_power.unwrap_or(organ.rule_power),
            credit_code: self.credit_code.unwrap_or(organ.credit_code),
            division_code: self.division_code.unwrap_or(organ.division_code),
            parent: self.parent.unwrap_or(organ.parent),
            valid_from: self.valid_from.unwrap_or(organ.valid_from),
            valid_to: self.valid_to.unwrap_or(organ.valid_to),
            ..organ
        }
    }
}

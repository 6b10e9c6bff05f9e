//! A registered organ.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{
    CreditCode, DivisionCode, Level, OrganType, OrganizationId, Particulars, RulePower,
    SuccessionLink,
};

/// A registered organ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its name in this system.
    pub id: OrganizationId,
    /// Never reused.
    pub uid: Uuid,
    /// Grows by one with every commit on the record.
    pub version: u64,
    /// The caller's own key, free text.
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
    /// 行政区划代码; special zones have none.
    pub division_code: Option<DivisionCode>,
    /// The superior organ.
    pub parent: Option<OrganizationId>,
    /// The first day of its existence.
    pub valid_from: Option<NaiveDate>,
    /// The day after the last one of its existence.
    pub valid_to: Option<NaiveDate>,
    /// The organs whose tasks it took over, in the order of the days.
    pub predecessors: Vec<SuccessionLink>,
    /// The organs that took over its tasks; with any, it has ended.
    pub successors: Vec<SuccessionLink>,
    /// When it was registered.
    pub create_time: DateTime<Utc>,
    /// When the record last changed.
    pub update_time: DateTime<Utc>,
}

impl Organization {
    /// The first version of an organ's record.
    pub fn register(
        id: OrganizationId,
        uid: Uuid,
        particulars: Particulars,
        now: DateTime<Utc>,
    ) -> Self {
        let Particulars {
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
        } = particulars;
        Self {
            id,
            uid,
            version: 1,
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
            predecessors: Vec::new(),
            successors: Vec::new(),
            create_time: now,
            update_time: now,
        }
    }

    /// The entity tag: it changes with every commit on the record.
    pub fn etag(&self) -> String {
        crate::report::etag(self.uid, self.version)
    }

    /// The official name and every other name it is known under.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.display_name).chain(&self.aliases).map(String::as_str)
    }
}

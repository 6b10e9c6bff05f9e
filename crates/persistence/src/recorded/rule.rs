//! A user rule that a call was answered with.

use serde::{Deserialize, Serialize};

use super::time;
use crate::entity::rule;
use crate::mapping::Unmappable;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredRule {
    code: String,
    uid: String,
    version: i64,
    wording: i64,
    state: i16,
    definition: String,
    create_time: i64,
    update_time: i64,
}

impl From<rule::Model> for StoredRule {
    fn from(row: rule::Model) -> Self {
        Self {
            code: row.code,
            uid: row.uid.to_string(),
            version: row.version,
            wording: row.wording,
            state: row.state,
            definition: row.definition,
            create_time: row.create_time.timestamp_micros(),
            update_time: row.update_time.timestamp_micros(),
        }
    }
}

impl TryFrom<StoredRule> for rule::Model {
    type Error = Unmappable;

    fn try_from(stored: StoredRule) -> Result<Self, Unmappable> {
        Ok(Self {
            code: stored.code,
            uid: stored.uid.parse()?,
            version: stored.version,
            wording: stored.wording,
            state: stored.state,
            definition: stored.definition,
            create_time: time(stored.create_time)?,
            update_time: time(stored.update_time)?,
        })
    }
}

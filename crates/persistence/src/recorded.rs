//! What a committed request was answered with, as JSON: the rows of then.

mod rule;

use std::error::Error;

use chrono::{DateTime, NaiveDate, Utc};
use nianbao_application::reports::Revalidated;
use nianbao_application::store::Recorded;
use serde::{Deserialize, Serialize};

use self::rule::StoredRule;
use crate::entity::{organization, report};
use crate::mapping::{
    Unmappable, head, organization as organ, organization_row, report_row, rule as rule_of,
    rule_row,
};

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum StoredOutcome {
    Organizations(Vec<StoredOrganization>),
    Report(Box<StoredHead>),
    Deleted,
    Revalidated(StoredRevalidation),
    Rule(StoredRule),
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredOrganization {
    id: String,
    uid: String,
    version: i64,
    source_key: String,
    display_name: String,
    aliases: String,
    level: i16,
    organ_type: i16,
    rule_power: i16,
    credit_code: String,
    division_code: String,
    parent_id: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    #[serde(default = "no_links")]
    predecessors: String,
    #[serde(default = "no_links")]
    successors: String,
    create_time: i64,
    update_time: i64,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredHead {
    uid: String,
    organization_id: String,
    report_year: i16,
    kind: i16,
    source_key: String,
    state: i16,
    version: i64,
    working_revision: i64,
    published_revision: Option<i64>,
    blocking: i64,
    warnings: i64,
    infos: i64,
    not_assessed: i64,
    rule_set: String,
    #[serde(default)]
    hits: String,
    create_time: i64,
    update_time: i64,
    // What came later: outcomes that were recorded before do not have it.
    #[serde(default)]
    waived: i64,
    #[serde(default)]
    acknowledged: i64,
    #[serde(default)]
    decisions: i64,
    #[serde(default)]
    recheck: i64,
    #[serde(default)]
    answered_until: Option<String>,
    #[serde(default)]
    validate_time: Option<i64>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredRevalidation {
    checked: u32,
    changed: Vec<String>,
    next_page_token: String,
}

/// What was recorded before there were any.
fn no_links() -> String {
    "[]".to_owned()
}

/// The JSON of an outcome.
pub(crate) fn encode(outcome: &Recorded) -> Result<String, serde_json::Error> {
    serde_json::to_string(&match outcome {
        Recorded::Organizations(organs) => {
            let rows = organs.iter().map(organization_row).collect::<Result<Vec<_>, _>>();
            let rows = rows.map_err(serde::ser::Error::custom)?;
            StoredOutcome::Organizations(rows.into_iter().map(Into::into).collect())
        }
        Recorded::Report(head) => StoredOutcome::Report(Box::new(report_row(head).into())),
        Recorded::Deleted => StoredOutcome::Deleted,
        Recorded::Rule(rule) => {
            StoredOutcome::Rule(rule_row(rule).map_err(serde::ser::Error::custom)?.into())
        }
        Recorded::Revalidated(told) => StoredOutcome::Revalidated(StoredRevalidation {
            checked: told.checked,
            changed: told.changed.iter().map(ToString::to_string).collect(),
            next_page_token: told.next_page_token.clone(),
        }),
    })
}

/// The outcome of a JSON.
pub(crate) fn decode(json: &str) -> Result<Recorded, Unmappable> {
    Ok(match serde_json::from_str(json)? {
        StoredOutcome::Organizations(stored) => {
            let organs = stored.into_iter().map(|stored| Ok(organ(stored.try_into()?)?));
            Recorded::Organizations(organs.collect::<Result<_, Unmappable>>()?)
        }
        StoredOutcome::Report(stored) => Recorded::Report(head((*stored).try_into()?)?),
        StoredOutcome::Deleted => Recorded::Deleted,
        StoredOutcome::Rule(stored) => Recorded::Rule(Box::new(rule_of(stored.try_into()?)?)),
        StoredOutcome::Revalidated(stored) => {
            let StoredRevalidation { checked, changed, next_page_token } = stored;
            let changed = changed.iter().map(|name| name.parse()).collect::<Result<_, _>>()?;
            Recorded::Revalidated(Revalidated { checked, changed, next_page_token })
        }
    })
}

impl From<organization::Model> for StoredOrganization {
    fn from(row: organization::Model) -> Self {
        Self {
            id: row.id,
            uid: row.uid.to_string(),
            version: row.version,
            source_key: row.source_key,
            display_name: row.display_name,
            aliases: row.aliases,
            level: row.level,
            organ_type: row.organ_type,
            rule_power: row.rule_power,
            credit_code: row.credit_code,
            division_code: row.division_code,
            parent_id: row.parent_id,
            valid_from: row.valid_from.map(|day| day.to_string()),
            valid_to: row.valid_to.map(|day| day.to_string()),
            predecessors: row.predecessors,
            successors: row.successors,
            create_time: row.create_time.timestamp_micros(),
            update_time: row.update_time.timestamp_micros(),
        }
    }
}

impl TryFrom<StoredOrganization> for organization::Model {
    type Error = Unmappable;

    fn try_from(stored: StoredOrganization) -> Result<Self, Unmappable> {
        Ok(Self {
            id: stored.id,
            uid: stored.uid.parse()?,
            version: stored.version,
            source_key: stored.source_key,
            display_name: stored.display_name,
            aliases: stored.aliases,
            level: stored.level,
            organ_type: stored.organ_type,
            rule_power: stored.rule_power,
            credit_code: stored.credit_code,
            division_code: stored.division_code,
            parent_id: stored.parent_id,
            valid_from: day(stored.valid_from)?,
            valid_to: day(stored.valid_to)?,
            predecessors: stored.predecessors,
            successors: stored.successors,
            create_time: time(stored.create_time)?,
            update_time: time(stored.update_time)?,
        })
    }
}

impl From<report::Model> for StoredHead {
    fn from(row: report::Model) -> Self {
        Self {
            uid: row.uid.to_string(),
            organization_id: row.organization_id,
            report_year: row.report_year,
            kind: row.kind,
            source_key: row.source_key,
            state: row.state,
            version: row.version,
            working_revision: row.working_revision,
            published_revision: row.published_revision,
            blocking: row.blocking,
            warnings: row.warnings,
            infos: row.infos,
            not_assessed: row.not_assessed,
            rule_set: row.rule_set,
            hits: row.hits,
            create_time: row.create_time.timestamp_micros(),
            update_time: row.update_time.timestamp_micros(),
            waived: row.waived,
            acknowledged: row.acknowledged,
            decisions: row.decisions,
            recheck: row.recheck,
            answered_until: row.answered_until.map(|day| day.to_string()),
            validate_time: row.validate_time.map(|time| time.timestamp_micros()),
        }
    }
}

impl TryFrom<StoredHead> for report::Model {
    type Error = Unmappable;

    fn try_from(stored: StoredHead) -> Result<Self, Unmappable> {
        Ok(Self {
            uid: stored.uid.parse()?,
            organization_id: stored.organization_id,
            report_year: stored.report_year,
            kind: stored.kind,
            source_key: stored.source_key,
            state: stored.state,
            version: stored.version,
            working_revision: stored.working_revision,
            published_revision: stored.published_revision,
            blocking: stored.blocking,
            warnings: stored.warnings,
            infos: stored.infos,
            not_assessed: stored.not_assessed,
            rule_set: stored.rule_set,
            hits: stored.hits,
            create_time: time(stored.create_time)?,
            update_time: time(stored.update_time)?,
            waived: stored.waived,
            acknowledged: stored.acknowledged,
            decisions: stored.decisions,
            recheck: stored.recheck,
            answered_until: day(stored.answered_until)?,
            validate_time: stored.validate_time.map(time).transpose()?,
        })
    }
}

fn time(micros: i64) -> Result<DateTime<Utc>, Box<dyn Error + Send + Sync>> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| "a time out of range".into())
}

fn day(words: Option<String>) -> Result<Option<NaiveDate>, chrono::ParseError> {
    words.map(|words| words.parse()).transpose()
}

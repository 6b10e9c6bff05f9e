//! Rows to what they mean and back. A row that cannot be mapped is an error with its table, its key
//! and the reason, never a panic.

mod attachment;
mod decision;
mod journal;
mod organization;
mod report;
mod request;
mod revision;
mod rule;
mod succession;

pub(crate) use attachment::{attachment, attachment_rows};
pub(crate) use decision::{decision, decision_rows};
pub(crate) use journal::{
    audit_entry, audit_row, digest, event, event_row, positioned_audit_entry, positioned_event,
};
pub(crate) use organization::{known, name_rows, organization, organization_row};
pub(crate) use report::{head, report_row, year};
pub(crate) use request::{request_record, request_row};
pub(crate) use revision::{content, revision, revision_row, summary};
pub(crate) use rule::{hits, rule, rule_row, rule_set, rule_set_row};

use std::error::Error;
use std::fmt::Display;

use chrono::{DateTime, SubsecRound, Utc};
use nianbao_application::store::StoreError;

/// Why a row cannot be mapped.
pub(crate) type Unmappable = Box<dyn Error + Send + Sync>;

/// The error for a row that cannot be mapped.
pub(crate) fn corrupt(table: &'static str, id: impl Display, what: impl Display) -> StoreError {
    StoreError::CorruptRow { table, id: id.to_string(), what: what.to_string() }
}

/// The error for words that cannot be written as JSON; none of ours are such.
pub(crate) fn unwritable(error: serde_json::Error) -> StoreError {
    StoreError::Failed(format!("JSON cannot be written: {error}"))
}

/// What both databases keep of a time.
pub(crate) fn time(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(6)
}

/// A version or a position in a signed column; none of ours comes near the limit.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

//! Requests that may be repeated.

use nianbao_application::RequestKey;
use nianbao_application::store::{RequestRecord, StoreError};

use super::journal::digest;
use super::{Unmappable, corrupt, time, unwritable};
use crate::entity::request;
use crate::recorded;

/// The row of a request.
pub(crate) fn request_row(record: &RequestRecord) -> Result<request::Model, StoreError> {
    let RequestKey { caller, method, id } = &record.key;
    Ok(request::Model {
        caller: caller.clone(),
        method: (*method).to_owned(),
        request_id: *id,
        fingerprint: record.fingerprint.to_vec(),
        outcome: recorded::encode(&record.outcome).map_err(unwritable)?,
        create_time: time(record.time),
    })
}

/// The record of the row that was found under this key.
pub(crate) fn request_record(
    key: &RequestKey,
    row: request::Model,
) -> Result<RequestRecord, StoreError> {
    mapped(key, row).map_err(|what| corrupt("request", key.id, what))
}

fn mapped(key: &RequestKey, row: request::Model) -> Result<RequestRecord, Unmappable> {
    Ok(RequestRecord {
        key: key.clone(),
        fingerprint: digest(row.fingerprint)?,
        outcome: recorded::decode(&row.outcome)?,
        time: row.create_time,
    })
}

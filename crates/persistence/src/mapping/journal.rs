//! Events and audit entries.

use nianbao_application::store::{AuditEntry, Event, EventKind, Positioned, StoreError};

use super::{Unmappable, corrupt, signed, time};
use crate::entity::{audit_entry, event};

/// The row of an event that has no position yet.
pub(crate) fn event_row(event: &Event) -> event::Model {
    event::Model {
        id: event.id,
        kind: event.kind.number(),
        resource: event.resource.clone(),
        version: signed(event.version),
        create_time: time(event.time),
        position: None,
        hash: None,
    }
}

/// The row of an audit entry that has no position yet.
pub(crate) fn audit_row(entry: &AuditEntry) -> audit_entry::Model {
    audit_entry::Model {
        id: entry.id,
        caller: entry.caller.clone(),
        method: entry.method.clone(),
        resource: entry.resource.clone(),
        request_id: entry.request_id,
        create_time: time(entry.time),
        position: None,
        hash: None,
    }
}

/// The event of a row.
pub(crate) fn event(row: event::Model) -> Result<Event, StoreError> {
    let id = row.id;
    mapped_event(row).map_err(|what| corrupt("event", id, what))
}

fn mapped_event(row: event::Model) -> Result<Event, Unmappable> {
    let kind = EventKind::from_number(row.kind);
    Ok(Event {
        id: row.id,
        kind: kind.ok_or_else(|| format!("no kind of event has the number {}", row.kind))?,
        resource: row.resource,
        version: row.version.try_into()?,
        time: row.create_time,
    })
}

/// The audit entry of a row.
pub(crate) fn audit_entry(row: audit_entry::Model) -> AuditEntry {
    AuditEntry {
        id: row.id,
        caller: row.caller,
        method: row.method,
        resource: row.resource,
        request_id: row.request_id,
        time: row.create_time,
    }
}

/// The event of a row with its place.
pub(crate) fn positioned_event(mut row: event::Model) -> Result<Positioned<Event>, StoreError> {
    let (id, place) = (row.id, (row.position.take(), row.hash.take()));
    positioned(place, event(row)?).map_err(|what| corrupt("event", id, what))
}

/// The audit entry of a row with its place.
pub(crate) fn positioned_audit_entry(
    mut row: audit_entry::Model,
) -> Result<Positioned<AuditEntry>, StoreError> {
    let (id, place) = (row.id, (row.position.take(), row.hash.take()));
    positioned(place, audit_entry(row)).map_err(|what| corrupt("audit_entry", id, what))
}

fn positioned<T>(
    (position, hash): (Option<i64>, Option<Vec<u8>>),
    entry: T,
) -> Result<Positioned<T>, Unmappable> {
    let position = position.ok_or("no position")?.try_into()?;
    Ok(Positioned { position, hash: digest(hash.unwrap_or_default())?, entry })
}

/// A SHA-256 digest.
pub(crate) fn digest(bytes: Vec<u8>) -> Result<[u8; 32], String> {
    bytes.try_into().map_err(|bytes: Vec<u8>| format!("a digest of {} bytes", bytes.len()))
}

//! The chain over positioned entries: each hash covers the one before, so that nothing can be taken
//! out or changed without being seen.

use sha2::{Digest, Sha256};

use super::{AuditEntry, Event, Positioned};

/// An entry with a canonical form that the chain covers.
pub trait Chained {
    /// Every field of the entry, in a fixed order.
    fn fields(&self) -> Vec<String>;
}

/// The entry behind the last one, whose position and hash are `before`; zeros where it is the first.
pub fn chained<T: Chained>((position, hash): (u64, [u8; 32]), entry: T) -> Positioned<T> {
    let mut digest = Sha256::new();
    digest.update(hash);
    digest.update((position + 1).to_be_bytes());
    for field in entry.fields() {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field.as_bytes());
    }
    Positioned { position: position + 1, hash: digest.finalize().into(), entry }
}

impl Chained for Event {
    fn fields(&self) -> Vec<String> {
        let Self { id, kind, resource, version, time } = self;
        let (kind, time) = (kind.number().to_string(), time.timestamp_micros().to_string());
        vec![id.to_string(), kind, resource.clone(), version.to_string(), time]
    }
}

impl Chained for AuditEntry {
    fn fields(&self) -> Vec<String> {
        let Self { id, caller, method, resource, request_id, time } = self;
        let request_id = request_id.map(|id| id.to_string()).unwrap_or_default();
        let time = time.timestamp_micros().to_string();
        vec![id.to_string(), caller.clone(), method.clone(), resource.clone(), request_id, time]
    }
}

//! Events and audit entries: committed without a position, positioned by one sequencer.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What happened, for the change feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its own id: a consumer that sees it twice can tell.
    pub id: Uuid,
    /// What happened.
    pub kind: EventKind,
    /// The name of the resource.
    pub resource: String,
    /// The version of the resource after it.
    pub version: u64,
    /// When it was committed.
    pub time: DateTime<Utc>,
}

/// The kinds of events; the number is the storage number for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i16)]
pub enum EventKind {
    /// An organ was registered.
    OrganizationCreated = 1,
    /// An organ's record changed.
    OrganizationUpdated = 2,
    /// An organ was closed and nothing succeeds it.
    OrganizationClosed = 3,
    /// Others took over the tasks of an organ, which ended.
    OrganizationSucceeded = 4,
    /// A report was created.
    ReportCreated = 10,
    /// A report changed.
    ReportUpdated = 11,
    /// A report was deleted.
    ReportDeleted = 12,
    /// Something was decided about a finding of a report.
    DecisionMade = 13,
    /// A decision about a finding of a report was withdrawn.
    DecisionWithdrawn = 14,
    /// A user rule was written.
    RuleCreated = 20,
    /// A user rule changed, or moved into shadow or into force.
    RuleUpdated = 21,
    /// A user rule was taken back.
    RuleRetired = 22,
}

/// Who did what, on which request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its own id: the internal id of the commit.
    pub id: Uuid,
    /// The caller.
    pub caller: String,
    /// The method, by name.
    pub method: String,
    /// The name of the resource; for a batch that of the first.
    pub resource: String,
    /// The caller's request id, where it gave one.
    pub request_id: Option<Uuid>,
    /// When.
    pub time: DateTime<Utc>,
}

/// An entry with its place in a gap-free order, chained to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Positioned<T> {
    /// From 1, without gaps.
    pub position: u64,
    /// SHA-256 over the hash before and this entry.
    pub hash: [u8; 32],
    /// The entry.
    pub entry: T,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::OrganizationCreated,
        Self::OrganizationUpdated,
        Self::OrganizationClosed,
        Self::OrganizationSucceeded,
        Self::ReportCreated,
        Self::ReportUpdated,
        Self::ReportDeleted,
        Self::DecisionMade,
        Self::DecisionWithdrawn,
        Self::RuleCreated,
        Self::RuleUpdated,
        Self::RuleRetired,
    ];

    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }

    /// The kind with a storage number.
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

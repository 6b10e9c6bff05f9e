//! What one commit writes. Audit, events and idempotency are fields of the only thing that can be
//! written: forgetting one does not type-check.

use chrono::{DateTime, Utc};
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{Head, Revision};
use nianbao_domain::user_rule::UserRule;
use uuid::Uuid;

use super::{Attached, AuditEntry, DecisionChange, Event, RuleSetVersion};
use crate::idempotency::RequestKey;
use crate::reports::Revalidated;

/// Everything that one commit writes, in one transaction, or nothing of it.
#[derive(Clone, Debug)]
pub struct ChangeSet {
    /// The internal id of this commit, looked up before a retry: an answer that was lost after
    /// COMMIT is never written twice.
    pub id: Uuid,
    /// The writes, each with the version it expects.
    pub writes: Vec<Write>,
    /// What the change feed tells of it.
    pub events: Vec<Event>,
    /// Who did what, and on which request.
    pub audit: AuditEntry,
    /// The caller's request id, where it gave one.
    pub request: Option<RequestRecord>,
}

/// One write.
#[derive(Clone, Debug)]
pub enum Write {
    /// Registers an organ, which must not exist.
    CreateOrganization(Organization),
    /// Replaces the record of an organ whose version is one less than the new one. Its superior is
    /// neither the organ itself nor below it once the whole change set is written.
    UpdateOrganization(Organization),
    /// Creates a report, which must not exist, with its first revision.
    CreateReport(Head, Revision),
    /// Moves the head of a report whose version is one less than the new one, with a new revision
    /// where its content changed; a revision that exists never changes, nor does the count of re-runs.
    UpdateReport(Head, Option<Revision>),
    /// Writes what a re-run of the rules found, where the report still has the version of this head;
    /// one that changed meanwhile has a newer result and is left alone. Version and content stay, the
    /// count of re-runs grows by one.
    Recheck(Head),
    /// Begins and ends decisions about findings, with the write that gives the head its version.
    Decide(DecisionChange),
    /// Keeps a file with a report, with the write that gives the head its version.
    Attach(Box<Attached>),
    /// Deletes a report that is still as this head says, with all its revisions, decisions and
    /// attachments; the bytes of a file go with the last attachment that has them.
    DeleteReport(Head),
    /// Writes a user rule, which must not exist.
    CreateRule(Box<UserRule>),
    /// Replaces a user rule whose version is one less than the new one; where checks run it, with the
    /// next version of the rule set, whose change is one more than the present one.
    UpdateRule(Box<UserRule>, Option<RuleSetVersion>),
}

/// A request id with what came of it; kept for 30 days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRecord {
    /// Caller, method and id.
    pub key: RequestKey,
    /// The digest of the request without etag and request id.
    pub fingerprint: [u8; 32],
    /// What was answered.
    pub outcome: Recorded,
    /// When it was committed.
    pub time: DateTime<Utc>,
}

/// What a committed request was answered with; content is read from the revision that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// Organs as they were then.
    Organizations(Vec<Organization>),
    /// The head of a report as it was then.
    Report(Head),
    /// A report was deleted.
    Deleted,
    /// The rules were run again over a page of reports.
    Revalidated(Revalidated),
    /// A user rule as it was then.
    Rule(Box<UserRule>),
}

//! The port itself.

use std::collections::BTreeMap;
use std::future::Future;

use bytes::Bytes;
use nianbao_domain::decision::Decision;
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{
    Attachment, AttachmentNumber, Digest, Head, ReportKey, Revision, RevisionNumber,
};
use nianbao_domain::user_rule::{RuleHit, UserRule, UserRuleCode};

use super::{
    AuditEntry, ChangeSet, CommitError, ComparedQuery, ComparedReport, Event, ListedAttachment,
    ListedReport, Positioned, RequestRecord, RuleSetVersion, StoreError, Version,
};
use crate::access::Scope;
use crate::idempotency::RequestKey;
use crate::query::{AttachmentQuery, OrganizationQuery, ReportQuery, RevisionQuery};

/// What is stored. Reads outside the scope find nothing.
///
/// An implementation is cancel-safe: a caller that stops waiting for a commit gets the whole commit
/// or nothing, never a part.
pub trait Store: Send + Sync + 'static {
    /// Writes a change set in one transaction, or nothing of it.
    ///
    /// Lost answers are looked up by the internal id before a retry, so nothing is written twice.
    fn commit(&self, changes: ChangeSet) -> impl Future<Output = Result<(), CommitError>> + Send;

    /// The record of a request id, younger than 30 days.
    fn request(
        &self,
        key: &RequestKey,
    ) -> impl Future<Output = Result<Option<RequestRecord>, StoreError>> + Send;

    /// An organ.
    fn organization(
        &self,
        scope: &Scope,
        id: &OrganizationId,
    ) -> impl Future<Output = Result<Option<Organization>, StoreError>> + Send;

    /// The organ with this name or alias after folding, if there is exactly one.
    fn organization_named(
        &self,
        scope: &Scope,
        folded: &str,
    ) -> impl Future<Output = Result<Option<Organization>, StoreError>> + Send;

    /// Organs in stable pages.
    fn organizations(
        &self,
        scope: &Scope,
        query: &OrganizationQuery,
    ) -> impl Future<Output = Result<Vec<Organization>, StoreError>> + Send;

    /// The chain of superior organs, the nearest first, without the organ itself.
    fn superiors(
        &self,
        id: &OrganizationId,
    ) -> impl Future<Output = Result<Vec<OrganizationId>, StoreError>> + Send;

    /// The head of a report.
    fn head(
        &self,
        scope: &Scope,
        key: &ReportKey,
    ) -> impl Future<Output = Result<Option<Head>, StoreError>> + Send;

    /// The version of a report: the smallest read that tells whether a copy is still good.
    fn version(
        &self,
        scope: &Scope,
        key: &ReportKey,
    ) -> impl Future<Output = Result<Option<Version>, StoreError>> + Send;

    /// One revision of the report with this head.
    fn revision(
        &self,
        head: &Head,
        number: RevisionNumber,
    ) -> impl Future<Output = Result<Option<Revision>, StoreError>> + Send;

    /// What was decided about findings of the report with this head and not withdrawn, as of the
    /// version of the head: by the version that began it, then by identity and evidence.
    fn decisions(
        &self,
        head: &Head,
    ) -> impl Future<Output = Result<Vec<Decision>, StoreError>> + Send;

    /// Reports in stable pages.
    fn reports(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> impl Future<Output = Result<Vec<ListedReport>, StoreError>> + Send;

    /// The reports that a check compares with, with their content, in one read.
    fn compared(
        &self,
        scope: &Scope,
        query: &ComparedQuery,
    ) -> impl Future<Output = Result<Vec<ComparedReport>, StoreError>> + Send;

    /// Revisions of the report with this head, newest first.
    fn revisions(
        &self,
        head: &Head,
        query: &RevisionQuery,
    ) -> impl Future<Output = Result<Vec<Revision>, StoreError>> + Send;

    /// One attachment of the report with this head.
    fn attachment(
        &self,
        head: &Head,
        number: AttachmentNumber,
    ) -> impl Future<Output = Result<Option<Attachment>, StoreError>> + Send;

    /// Attachments in stable pages.
    fn attachments(
        &self,
        scope: &Scope,
        query: &AttachmentQuery,
    ) -> impl Future<Output = Result<Vec<ListedAttachment>, StoreError>> + Send;

    /// A chunk of the kept file with this SHA-256, the first being number 0: of
    /// [`CHUNK_BYTES`](super::CHUNK_BYTES), the last of what is left.
    fn chunk(
        &self,
        sha256: &Digest,
        number: u32,
    ) -> impl Future<Output = Result<Option<Bytes>, StoreError>> + Send;

    /// The version of the user rules that checks run: a read of one row.
    fn rule_set(&self) -> impl Future<Output = Result<RuleSetVersion, StoreError>> + Send;

    /// A user rule.
    fn user_rule(
        &self,
        code: &UserRuleCode,
    ) -> impl Future<Output = Result<Option<UserRule>, StoreError>> + Send;

    /// Every user rule, by code.
    fn user_rules(&self) -> impl Future<Output = Result<Vec<UserRule>, StoreError>> + Send;

    /// How many reports each rule, in each wording, hit when they were last checked and stored.
    fn rule_hits(&self) -> impl Future<Output = Result<BTreeMap<RuleHit, u64>, StoreError>> + Send;

    /// Positioned events behind a position, in order.
    fn events(
        &self,
        after: u64,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Positioned<Event>>, StoreError>> + Send;

    /// Positioned audit entries behind a position, in order.
    fn audit_entries(
        &self,
        after: u64,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Positioned<AuditEntry>>, StoreError>> + Send;

    /// Whether no other process can write: then what was read stays true until a commit here.
    fn is_sole_writer(&self) -> bool;

    /// Asks the database for a sign of life.
    fn ping(&self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

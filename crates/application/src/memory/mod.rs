//! A store without a database: the contract of [`Store`](crate::store::Store) in its simplest form.

mod apply;
mod compare;
mod list;
mod state;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use nianbao_domain::decision::Decision;
use nianbao_domain::form::fold;
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{
    Attachment, AttachmentNumber, Digest, Head, ReportKey, Revision, RevisionNumber,
};
use nianbao_domain::user_rule::{RuleHit, UserRule, UserRuleCode};

use self::state::State;
use crate::access::Scope;
use crate::idempotency::RequestKey;
use crate::query::{AttachmentQuery, OrganizationQuery, ReportQuery, RevisionQuery};
use crate::store::{
    AuditEntry, CHUNK_BYTES, ChangeSet, CommitError, ComparedQuery, ComparedReport, Event,
    ListedAttachment, ListedReport, Positioned, RequestRecord, RuleSetVersion, Store, StoreError,
    Summary, Version,
};

/// A store that forgets everything at its end.
#[derive(Debug, Default)]
pub struct MemoryStore {
    state: Mutex<State>,
}

impl MemoryStore {
    /// Every change is applied to a copy first, so that a poisoned state is still a whole one.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    async fn commit(&self, changes: ChangeSet) -> Result<(), CommitError> {
        self.state().commit(changes)
    }

    async fn request(&self, key: &RequestKey) -> Result<Option<RequestRecord>, StoreError> {
        Ok(self.state().requests.get(key).cloned())
    }

    async fn organization(
        &self,
        scope: &Scope,
        id: &OrganizationId,
    ) -> Result<Option<Organization>, StoreError> {
        let state = self.state();
        Ok(state.organizations.get(id).filter(|organ| state.is_in(scope, &organ.id)).cloned())
    }

    async fn organization_named(
        &self,
        scope: &Scope,
        folded: &str,
    ) -> Result<Option<Organization>, StoreError> {
        let state = self.state();
        let named = |organ: &&Organization| organ.names().any(|name| fold(name) == folded);
        let mut found = state
            .organizations
            .values()
            .filter(named)
            .filter(|organ| state.is_in(scope, &organ.id));
        let first = found.next().cloned();
        Ok(if found.next().is_none() { first } else { None })
    }

    async fn organizations(
        &self,
        scope: &Scope,
        query: &OrganizationQuery,
    ) -> Result<Vec<Organization>, StoreError> {
        let state = self.state();
        let visible = state.organizations.values().filter(|organ| state.is_in(scope, &organ.id));
        Ok(list::page(visible, query, crate::organizations::value))
    }

    async fn superiors(&self, id: &OrganizationId) -> Result<Vec<OrganizationId>, StoreError> {
        Ok(self.state().superiors(id))
    }

    async fn head(&self, scope: &Scope, key: &ReportKey) -> Result<Option<Head>, StoreError> {
        let state = self.state();
        Ok(state.heads.get(key).filter(|_| state.is_in(scope, &key.organization)).cloned())
    }

    async fn version(&self, scope: &Scope, key: &ReportKey) -> Result<Option<Version>, StoreError> {
        Ok(self.head(scope, key).await?.as_ref().map(Version::of))
    }

    async fn revision(
        &self,
        head: &Head,
        number: RevisionNumber,
    ) -> Result<Option<Revision>, StoreError> {
        Ok(self.state().revisions.get(&(head.uid, number)).cloned())
    }

    async fn reports(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> Result<Vec<ListedReport>, StoreError> {
        let state = self.state();
        let of_parent = |head: &&Head| {
            query.parent.as_ref().is_none_or(|parent| *parent == head.key.organization)
        };
        let visible = state
            .heads
            .values()
            .filter(of_parent)
            .filter(|head| state.is_in(scope, &head.key.organization));
        let listed: Vec<_> = visible.filter_map(|head| state.listed(head)).collect();
        let value = |it: &ListedReport, field| crate::reports::value(&it.head, &it.summary, field);
        let mut page = list::page(listed.iter(), query, value);
        if !query.with_content {
            page.iter_mut().for_each(|it| it.content = None);
        }
        Ok(page)
    }

    async fn compared(
        &self,
        scope: &Scope,
        query: &ComparedQuery,
    ) -> Result<Vec<ComparedReport>, StoreError> {
        let state = self.state();
        Ok(state.compared(scope, query).take(query.limit).collect())
    }

    async fn revisions(
        &self,
        head: &Head,
        query: &RevisionQuery,
    ) -> Result<Vec<Revision>, StoreError> {
        let last = query.before.map_or(RevisionNumber::MAX, |before| before.saturating_sub(1));
        let state = self.state();
        let range = state.revisions.range((head.uid, 0)..=(head.uid, last));
        Ok(range.rev().take(query.limit).map(|(_, revision)| revision.clone()).collect())
    }

    async fn decisions(&self, head: &Head) -> Result<Vec<Decision>, StoreError> {
        let state = self.state();
        let mut of_it: Vec<_> = state.decisions.iter().filter(|kept| kept.is_of(head)).collect();
        of_it.sort_by_key(|it| (it.since, &it.decision.identity, &it.decision.evidence));
        Ok(of_it.into_iter().map(|kept| kept.decision.clone()).collect())
    }

    async fn attachment(
        &self,
        head: &Head,
        number: AttachmentNumber,
    ) -> Result<Option<Attachment>, StoreError> {
        let state = self.state();
        let found = state.attachments.get(&(head.uid, number));
        Ok(found.map(|(kept, _)| kept.attachment.clone()))
    }

    async fn attachments(
        &self,
        scope: &Scope,
        query: &AttachmentQuery,
    ) -> Result<Vec<ListedAttachment>, StoreError> {
        let state = self.state();
        let is_asked_for = |kept: &&ListedAttachment| {
            let organ = &kept.report.organization;
            query.parent.as_ref().is_none_or(|it| it == organ) && state.is_in(scope, organ)
        };
        let visible = state.attachments.values().map(|(kept, _)| kept).filter(is_asked_for);
        Ok(list::page(visible, query, crate::reports::attachment_value))
    }

    async fn chunk(&self, sha256: &Digest, number: u32) -> Result<Option<Bytes>, StoreError> {
        let state = self.state();
        let mut all = state.attachments.values();
        let found = all.find(|(kept, _)| kept.attachment.sha256 == *sha256);
        let start = |content: &Bytes| {
            let start = usize::try_from(number).ok()?.checked_mul(CHUNK_BYTES)?;
            (start < content.len()).then_some(start)
        };
        Ok(found.and_then(|(_, content)| {
            let start = start(content)?;
            Some(content.slice(start..content.len().min(start + CHUNK_BYTES)))
        }))
    }

    async fn rule_set(&self) -> Result<RuleSetVersion, StoreError> {
        Ok(self.state().rule_set)
    }

    async fn user_rule(&self, code: &UserRuleCode) -> Result<Option<UserRule>, StoreError> {
        Ok(self.state().rules.get(code).cloned())
    }

    async fn user_rules(&self) -> Result<Vec<UserRule>, StoreError> {
        Ok(self.state().rules.values().cloned().collect())
    }

    async fn rule_hits(&self) -> Result<BTreeMap<RuleHit, u64>, StoreError> {
        let mut counts = BTreeMap::new();
        for hit in self.state().heads.values().flat_map(|head| &head.validation.hits) {
            *counts.entry(hit.clone()).or_default() += 1;
        }
        Ok(counts)
    }

    async fn events(&self, after: u64, limit: usize) -> Result<Vec<Positioned<Event>>, StoreError> {
        Ok(list::behind(&self.state().events, after, limit))
    }

    async fn audit_entries(
        &self,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Positioned<AuditEntry>>, StoreError> {
        Ok(list::behind(&self.state().audit, after, limit))
    }

    fn is_sole_writer(&self) -> bool {
        true
    }

    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

impl State {
    fn listed(&self, head: &Head) -> Option<ListedReport> {
        let content = &self.revisions.get(&(head.uid, head.working_revision))?.content;
        Some(ListedReport {
            head: head.clone(),
            summary: Summary::of(content),
            content: Some(content.clone()),
        })
    }
}

//! Everything that the memory store remembers.

use std::collections::BTreeMap;

use bytes::Bytes;
use nianbao_domain::decision::Decision;
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{AttachmentNumber, Head, ReportKey, Revision, RevisionNumber};
use nianbao_domain::user_rule::{UserRule, UserRuleCode};
use uuid::Uuid;

use crate::access::Scope;
use crate::idempotency::RequestKey;
use crate::store::{
    AuditEntry, Event, ListedAttachment, Positioned, RequestRecord, RuleSetVersion,
};

#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) organizations: BTreeMap<OrganizationId, Organization>,
    pub(super) heads: BTreeMap<ReportKey, Head>,
    pub(super) revisions: BTreeMap<(Uuid, RevisionNumber), Revision>,
    pub(super) decisions: Vec<Kept>,
    pub(super) attachments: BTreeMap<(Uuid, AttachmentNumber), (ListedAttachment, Bytes)>,
    pub(super) rules: BTreeMap<UserRuleCode, UserRule>,
    pub(super) rule_set: RuleSetVersion,
    pub(super) requests: BTreeMap<RequestKey, RequestRecord>,
    pub(super) events: Vec<Positioned<Event>>,
    pub(super) audit: Vec<Positioned<AuditEntry>>,
}

/// A decision, and from which version of which report to which.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) report: Uuid,
    pub(super) since: u64,
    pub(super) until: Option<u64>,
    pub(super) decision: Decision,
}

impl Kept {
    pub(super) fn is_of(&self, head: &Head) -> bool {
        let over = self.until.is_some_and(|until| until <= head.version);
        self.report == head.uid && self.since <= head.version && !over
    }
}

impl State {
    pub(super) fn superiors(&self, id: &OrganizationId) -> Vec<OrganizationId> {
        let parent = |id: &OrganizationId| self.organizations.get(id)?.parent.clone();
        let mut chain = Vec::new();
        let mut next = parent(id);
        while let Some(superior) = next.filter(|superior| !chain.contains(superior)) {
            next = parent(&superior);
            chain.push(superior);
        }
        chain
    }

    pub(super) fn is_in(&self, scope: &Scope, id: &OrganizationId) -> bool {
        match scope {
            Scope::All => true,
            Scope::Subtrees(roots) => {
                roots.contains(id)
                    || self.superiors(id).iter().any(|superior| roots.contains(superior))
            }
        }
    }
}

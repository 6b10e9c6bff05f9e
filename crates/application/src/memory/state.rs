//! Everything that the memory store remembers.

use std::collections::BTreeMap;

use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{Head, ReportKey, Revision, RevisionNumber};
use uuid::Uuid;

use crate::access::Scope;
use crate::idempotency::RequestKey;
use crate::store::{AuditEntry, Event, Positioned, RequestRecord};

#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) organizations: BTreeMap<OrganizationId, Organization>,
    pub(super) heads: BTreeMap<ReportKey, Head>,
    pub(super) revisions: BTreeMap<(Uuid, RevisionNumber), Revision>,
    pub(super) requests: BTreeMap<RequestKey, RequestRecord>,
    pub(super) events: Vec<Positioned<Event>>,
    pub(super) audit: Vec<Positioned<AuditEntry>>,
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

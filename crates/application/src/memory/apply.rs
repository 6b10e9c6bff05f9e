//! The one write: applied to a copy, which replaces the state when everything went well.

use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Head, Revision};
use nianbao_domain::user_rule::UserRule;

use super::state::{Kept, State};
use crate::Resource;
use crate::store::{
    Attached, ChangeSet, CommitError, DecisionChange, ListedAttachment, Positioned, RuleSetVersion,
    Write, chained,
};

impl State {
    pub(super) fn commit(&mut self, changes: ChangeSet) -> Result<(), CommitError> {
        if self.audit.iter().any(|it| it.entry.id == changes.id) {
            return Ok(());
        }
        let mut next = self.clone();
        if let Some(request) = changes.request {
            if next.requests.contains_key(&request.key) {
                return Err(CommitError::RequestRecorded);
            }
            next.requests.insert(request.key.clone(), request);
        }
        let moved: Vec<_> = changes.writes.iter().filter_map(moved).cloned().collect();
        changes.writes.into_iter().try_for_each(|write| next.apply(write))?;
        if let Some(organ) = moved.into_iter().find(|id| next.superiors(id).contains(id)) {
            return Err(CommitError::Cycle(Resource::Organization(organ)));
        }
        changes.events.into_iter().for_each(|event| append(&mut next.events, event));
        append(&mut next.audit, changes.audit);
        *self = next;
        Ok(())
    }

    fn apply(&mut self, write: Write) -> Result<(), CommitError> {
        match write {
            Write::CreateOrganization(organ) => {
                let resource = Resource::Organization(organ.id.clone());
                self.require_parent(organ.parent.as_ref())?;
                insert_new(&mut self.organizations, organ.id.clone(), organ, resource)
            }
            Write::UpdateOrganization(organ) => {
                let conflict =
                    || CommitError::VersionConflict(Resource::Organization(organ.id.clone()));
                self.require_parent(organ.parent.as_ref())?;
                let present = self.organizations.get_mut(&organ.id).ok_or_else(conflict)?;
                if (present.uid, present.version + 1) != (organ.uid, organ.version) {
                    return Err(conflict());
                }
                *present = organ;
                Ok(())
            }
            Write::CreateReport(head, revision) => {
                let organ = Some(&head.key.organization);
                self.require_parent(organ)?;
                self.add_revision(&head, revision)?;
                let resource = Resource::Report(head.key.clone());
                insert_new(&mut self.heads, head.key.clone(), head, resource)
            }
            Write::UpdateReport(head, revision) => {
                self.require_version(&head, head.version.saturating_sub(1))?;
                if let Some(revision) = revision {
                    self.add_revision(&head, revision)?;
                }
                let recheck = self.heads.get(&head.key).map_or(0, |present| present.recheck);
                self.heads.insert(head.key.clone(), Head { recheck, ..head });
                Ok(())
            }
            Write::Recheck(head) => {
                self.recheck(head);
                Ok(())
            }
            Write::Decide(change) => self.decide(change),
            Write::Attach(attached) => self.attach(*attached),
            Write::CreateRule(rule) => {
                let resource = Resource::Rule(rule.code.clone());
                insert_new(&mut self.rules, rule.code.clone(), *rule, resource)
            }
            Write::UpdateRule(rule, set) => self.update_rule(*rule, set),
            Write::DeleteReport(head) => {
                self.require_version(&head, head.version)?;
                self.revisions.retain(|(uid, _), _| *uid != head.uid);
                self.decisions.retain(|kept| kept.report != head.uid);
                self.attachments.retain(|(report, _), _| *report != head.uid);
                self.heads.remove(&head.key);
                Ok(())
            }
        }
    }

    fn recheck(&mut self, head: Head) {
        let present = self.heads.get_mut(&head.key);
        let unchanged = present.filter(|it| (it.uid, it.version) == (head.uid, head.version));
        if let Some(present) = unchanged {
            present.validation = head.validation;
            present.validate_time = head.validate_time;
            present.recheck += 1;
        }
    }

    fn decide(&mut self, change: DecisionChange) -> Result<(), CommitError> {
        let DecisionChange { head, made, ended, by: _, reason: _, time: _ } = change;
        for over in &ended {
            let mut kept = self.decisions.iter_mut().filter(|kept| kept.report == head.uid);
            let present = kept.find(|kept| kept.until.is_none() && kept.decision == *over);
            let conflict = || CommitError::VersionConflict(Resource::Report(head.key.clone()));
            present.ok_or_else(conflict)?.until = Some(head.version);
        }
        let (report, since) = (head.uid, head.version);
        let kept = |decision| Kept { report, since, until: None, decision };
        self.decisions.extend(made.into_iter().map(kept));
        Ok(())
    }

    fn attach(&mut self, attached: Attached) -> Result<(), CommitError> {
        let Attached { head, attachment, content } = attached;
        let resource = Resource::Attachment(head.key.clone(), attachment.number);
        let (key, report) = ((head.uid, attachment.number), head.key);
        let kept = ListedAttachment { report, attachment };
        insert_new(&mut self.attachments, key, (kept, content), resource)
    }

    fn update_rule(
        &mut self,
        rule: UserRule,
        set: Option<RuleSetVersion>,
    ) -> Result<(), CommitError> {
        let conflict = || CommitError::VersionConflict(Resource::Rule(rule.code.clone()));
        let present = self.rules.get_mut(&rule.code).ok_or_else(conflict)?;
        let is_next = (present.uid, present.version + 1) == (rule.uid, rule.version);
        let set_is_next = set.is_none_or(|next| next.change == self.rule_set.change + 1);
        if !is_next || !set_is_next {
            return Err(conflict());
        }
        self.rule_set = set.unwrap_or(self.rule_set);
        *present = rule;
        Ok(())
    }

    /// A revision that exists never changes.
    fn add_revision(&mut self, head: &Head, revision: Revision) -> Result<(), CommitError> {
        let resource = Resource::Revision(head.key.clone(), revision.number);
        insert_new(&mut self.revisions, (head.uid, revision.number), revision, resource)
    }

    fn require_version(&self, head: &Head, version: u64) -> Result<(), CommitError> {
        let present = self.heads.get(&head.key);
        let is_expected = present.is_some_and(|it| (it.uid, it.version) == (head.uid, version));
        if is_expected {
            Ok(())
        } else {
            Err(CommitError::VersionConflict(Resource::Report(head.key.clone())))
        }
    }

    fn require_parent(&self, id: Option<&OrganizationId>) -> Result<(), CommitError> {
        match id {
            Some(id) if !self.organizations.contains_key(id) => {
                Err(CommitError::ReferenceMissing(Resource::Organization(id.clone())))
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// The organ whose superior a write sets.
fn moved(write: &Write) -> Option<&OrganizationId> {
    match write {
        Write::UpdateOrganization(organ) => organ.parent.as_ref().map(|_| &organ.id),
        Write::CreateOrganization(_)
        | Write::CreateReport(..)
        | Write::UpdateReport(..)
        | Write::Recheck(_)
        | Write::Decide(_)
        | Write::Attach(_)
        | Write::DeleteReport(_)
        | Write::CreateRule(_)
        | Write::UpdateRule(..) => None,
    }
}

fn insert_new<K: Ord, V>(
    map: &mut std::collections::BTreeMap<K, V>,
    key: K,
    value: V,
    resource: Resource,
) -> Result<(), CommitError> {
    if map.contains_key(&key) {
        return Err(CommitError::Exists(resource));
    }
    map.insert(key, value);
    Ok(())
}

fn append<T: crate::store::Chained>(entries: &mut Vec<Positioned<T>>, entry: T) {
    let before = entries.last().map(|it| (it.position, it.hash)).unwrap_or_default();
    entries.push(chained(before, entry));
}

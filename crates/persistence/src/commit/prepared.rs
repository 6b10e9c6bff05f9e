//! A change set as rows: made by the caller, so that a lane only writes.

use bytes::Bytes;
use nianbao_application::Resource;
use nianbao_application::store::{Attached, ChangeSet, StoreError, Write};
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{Head, ReportKey, Revision};
use nianbao_domain::user_rule::UserRuleCode;
use uuid::Uuid;

use super::ending::Ending;
use crate::entity::{
    attachment, audit_entry, blob, decision, event, organization, organization_name, report,
    request, revision, rule, rule_set,
};
use crate::mapping::{
    attachment_rows, audit_row, decision_rows, event_row, name_rows, organization_row, report_row,
    request_row, revision_row, rule_row, rule_set_row,
};

/// A change set as rows.
pub(super) struct Prepared {
    /// The internal id of the commit.
    pub(super) id: Uuid,
    pub(super) request: Option<request::Model>,
    pub(super) writes: Vec<PreparedWrite>,
    pub(super) events: Vec<event::Model>,
    pub(super) audit: audit_entry::Model,
    /// Bytes of the large columns, about.
    pub(super) weight: usize,
}

/// One write as rows, and what it means when the database refuses it.
pub(super) struct PreparedWrite {
    /// What is written.
    pub(super) resource: Resource,
    /// What exists where a key exists.
    pub(super) exists: Resource,
    /// The organ that must exist.
    pub(super) refers_to: Option<OrganizationId>,
    pub(super) rows: WriteRows,
}

/// The rows of one write.
pub(super) enum WriteRows {
    CreateOrganization(organization::Model, Vec<organization_name::Model>),
    UpdateOrganization(organization::Model, Vec<organization_name::Model>),
    CreateReport(report::Model, revision::Model),
    UpdateReport(report::Model, Option<revision::Model>),
    Recheck(report::Model),
    Decide(Vec<Ending>, Vec<decision::Model>),
    Attach(attachment::Model, blob::Model, Bytes),
    DeleteReport { uid: Uuid, version: i64 },
    CreateRule(rule::Model),
    UpdateRule(rule::Model, Option<rule_set::Model>),
}

impl Prepared {
    /// The rows of a change set.
    pub(super) fn new(changes: ChangeSet) -> Result<Self, StoreError> {
        let writes =
            changes.writes.into_iter().map(PreparedWrite::new).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            id: changes.id,
            request: changes.request.as_ref().map(request_row).transpose()?,
            weight: writes.iter().map(|write| write.rows.weight()).sum(),
            writes,
            events: changes.events.iter().map(event_row).collect(),
            audit: audit_row(&changes.audit),
        })
    }

    /// The reports that it changes.
    pub(super) fn reports(&self) -> impl Iterator<Item = &ReportKey> {
        self.writes.iter().filter_map(|write| match &write.resource {
            Resource::Report(key) | Resource::Revision(key, _) | Resource::Attachment(key, _) => {
                Some(key)
            }
            Resource::Organization(_) | Resource::Rule(_) => None,
        })
    }
}

impl PreparedWrite {
    fn new(write: Write) -> Result<Self, StoreError> {
        match write {
            Write::CreateOrganization(organ) => {
                let rows =
                    WriteRows::CreateOrganization(organization_row(&organ)?, name_rows(&organ));
                Ok(Self::of_organization(organ, rows))
            }
            Write::UpdateOrganization(organ) => {
                let rows =
                    WriteRows::UpdateOrganization(organization_row(&organ)?, name_rows(&organ));
                Ok(Self::of_organization(organ, rows))
            }
            Write::CreateReport(head, revision) => {
                let revision = revision_row(head.uid, &revision)?;
                let rows = WriteRows::CreateReport(report_row(&head), revision);
                let exists = Resource::Report(head.key.clone());
                Ok(Self::of_report(head, exists, rows))
            }
            Write::UpdateReport(head, revision) => Self::update(head, revision),
            Write::Recheck(head) => {
                let rows = WriteRows::Recheck(report_row(&head));
                let exists = Resource::Report(head.key.clone());
                Ok(Self::of_report(head, exists, rows))
            }
            Write::Decide(change) => {
                let rows = WriteRows::Decide(Ending::all(&change), decision_rows(&change));
                let exists = Resource::Report(change.head.key.clone());
                Ok(Self::of_report(change.head, exists, rows))
            }
            Write::Attach(attached) => Ok(Self::attach(*attached)),
            Write::CreateRule(rule) => {
                let rows = WriteRows::CreateRule(rule_row(&rule)?);
                Ok(Self::of_rule(rule.code, rows))
            }
            Write::UpdateRule(rule, set) => {
                let rows = WriteRows::UpdateRule(rule_row(&rule)?, set.map(rule_set_row));
                Ok(Self::of_rule(rule.code, rows))
            }
            Write::DeleteReport(head) => {
                let row = report_row(&head);
                let rows = WriteRows::DeleteReport { uid: row.uid, version: row.version };
                let exists = Resource::Report(head.key.clone());
                Ok(Self::of_report(head, exists, rows))
            }
        }
    }

    fn update(head: Head, revision: Option<Revision>) -> Result<Self, StoreError> {
        let number = revision.as_ref().map_or(head.working_revision, |revision| revision.number);
        let revision = revision.map(|revision| revision_row(head.uid, &revision)).transpose()?;
        let rows = WriteRows::UpdateReport(report_row(&head), revision);
        let exists = Resource::Revision(head.key.clone(), number);
        Ok(Self::of_report(head, exists, rows))
    }

    fn attach(attached: Attached) -> Self {
        let Attached { head, attachment, content } = attached;
        let (row, blob) = attachment_rows(head.uid, &attachment);
        let exists = Resource::Attachment(head.key.clone(), attachment.number);
        Self::of_report(head, exists, WriteRows::Attach(row, blob, content))
    }

    fn of_organization(organ: Organization, rows: WriteRows) -> Self {
        let resource = Resource::Organization(organ.id);
        Self { exists: resource.clone(), resource, refers_to: organ.parent, rows }
    }

    fn of_rule(code: UserRuleCode, rows: WriteRows) -> Self {
        let resource = Resource::Rule(code);
        Self { exists: resource.clone(), resource, refers_to: None, rows }
    }

    fn of_report(head: Head, exists: Resource, rows: WriteRows) -> Self {
        let refers_to = Some(head.key.organization.clone());
        Self { resource: Resource::Report(head.key), exists, refers_to, rows }
    }
}

impl WriteRows {
    fn weight(&self) -> usize {
        let revision = match self {
            Self::Attach(_, _, content) => return content.len(),
            Self::CreateReport(_, revision) => Some(revision),
            Self::UpdateReport(_, revision) => revision.as_ref(),
            Self::CreateOrganization(..)
            | Self::UpdateOrganization(..)
            | Self::Recheck(_)
            | Self::Decide(..)
            | Self::DeleteReport { .. }
            | Self::CreateRule(_)
            | Self::UpdateRule(..) => None,
        };
        revision.map_or(0, |it| it.figures.len() + it.supplement.len() + it.narrative.len())
    }
}

//! Creating a report as a draft.

use chrono::{DateTime, Utc};
use nianbao_domain::decision::Decision;
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{
    Content, Head, ReportKey, ReportState, Revision, RevisionKind, ValidationSummary,
};
use nianbao_domain::rules::Validation;

use super::Original;
use super::decision::{bounded, brought};
use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{DecisionChange, EventKind, Recorded, Store, StoredReport, Write};
use crate::{Application, Error, Resource};

/// A report to create.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Organ, year and kind.
    pub key: ReportKey,
    /// The caller's own key.
    pub source_key: String,
    /// What it says.
    pub content: Content,
    /// What was decided about its findings elsewhere; kept where the caller may decide so.
    pub decisions: Vec<Decision>,
}

/// The document that a report was read from.
pub(super) struct Source {
    pub(super) original: Original,
    /// Where it was found.
    pub(super) uri: String,
}

impl<S: Store> Application<S> {
    /// Creates a report as a draft; findings do not stop it.
    pub async fn create_report(
        &self,
        call: &Call<'_>,
        new: NewReport,
    ) -> Result<StoredReport, Error> {
        let scope = call.caller.authorize(call.method)?;
        let created = self.once(call, self.checked_and_stored(call, scope, new)).await?;
        self.report_of(call, scope, created).await
    }

    async fn checked_and_stored(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        new: NewReport,
    ) -> Result<Committed<StoredReport>, Error> {
        let new = self.with_brought(call, new)?;
        let organization = self.organ_of(scope, &new.key).await?;
        let validation = self.assess_draft(scope, &new, &organization).await?;
        self.store_new(call, new, validation.summary(), None).await
    }

    pub(super) async fn organ_of(
        &self,
        scope: &Scope,
        key: &ReportKey,
    ) -> Result<Organization, Error> {
        let found = self.store.organization(scope, &key.organization).await?;
        found.ok_or_else(|| Error::NotFound(Resource::Organization(key.organization.clone())))
    }

    pub(super) async fn assess_draft(
        &self,
        scope: &Scope,
        new: &NewReport,
        organ: &Organization,
    ) -> Result<Validation, Error> {
        let subject = (&new.key, &new.content, Stage::Draft);
        self.assess_stored(scope, subject, organ, &new.decisions).await
    }

    /// The report with its decisions as they are kept here.
    pub(super) fn with_brought(&self, call: &Call<'_>, new: NewReport) -> Result<NewReport, Error> {
        let decisions = brought(call, new.decisions, self.clock.now())?;
        bounded(&decisions)?;
        Ok(NewReport { decisions, ..new })
    }

    pub(super) async fn store_new(
        &self,
        call: &Call<'_>,
        new: NewReport,
        validation: ValidationSummary,
        source: Option<Source>,
    ) -> Result<Committed<StoredReport>, Error> {
        let now = self.clock.now();
        let stored = self.first_revision(call, new, validation, now);
        let resource = Resource::Report(stored.head.key.clone());
        if call.validate_only {
            let taken = self.store.head(&Scope::All, &stored.head.key).await?.is_some();
            let checked = (!taken).then_some(Committed::Now(stored));
            return checked.ok_or(Error::AlreadyExists(resource));
        }
        let change = Change {
            writes: created(call, &stored, source),
            events: vec![(EventKind::ReportCreated, resource, stored.head.version)],
            outcome: Recorded::Report(stored.head.clone()),
        };
        self.commit(call, change, now, stored).await
    }

    fn first_revision(
        &self,
        call: &Call<'_>,
        new: NewReport,
        validation: ValidationSummary,
        now: DateTime<Utc>,
    ) -> StoredReport {
        let head = Head {
            uid: self.ids.next(),
            key: new.key,
            source_key: new.source_key,
            state: ReportState::Draft,
            version: 1,
            working_revision: 1,
            published_revision: None,
            create_time: now,
            update_time: now,
            validation,
            validate_time: now,
            recheck: 0,
            decisions: u32::try_from(new.decisions.len()).unwrap_or(u32::MAX),
        };
        let revision = Revision {
            number: 1,
            kind: RevisionKind::Draft,
            content: new.content,
            create_time: now,
            author: call.caller.id().to_owned(),
        };
        StoredReport { head, revision, decisions: new.decisions }
    }

    /// The report of now, or the answer that an earlier call with the same request id got: the head
    /// of then with the revision of then, which never changes.
    pub(super) async fn report_of(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        committed: Committed<StoredReport>,
    ) -> Result<StoredReport, Error> {
        let head = match committed {
            Committed::Now(report) => return Ok(report),
            Committed::Before(Recorded::Report(head)) => head,
            Committed::Before(
                Recorded::Organizations(_)
                | Recorded::Deleted
                | Recorded::Revalidated(_)
                | Recorded::Rule(_),
            ) => return Err(call.reused()),
        };
        self.organ_of(scope, &head.key).await?;
        let missing = || Error::NotFound(Resource::Report(head.key.clone()));
        let revision =
            self.store.revision(&head, head.working_revision).await?.ok_or_else(missing)?;
        let decisions = self.decisions_of(&head).await?;
        Ok(StoredReport { head, revision, decisions })
    }
}

/// The report, the document that it was read from, and what was decided about it.
fn created(call: &Call<'_>, stored: &StoredReport, source: Option<Source>) -> Vec<Write> {
    let kept = source.map(|source| {
        let original = source.original.attached(&stored.head, &stored.revision, source.uri);
        Write::Attach(Box::new(original))
    });
    let StoredReport { head, revision, decisions } = stored.clone();
    let decided = (!decisions.is_empty()).then(|| DecisionChange {
        head: head.clone(),
        made: decisions,
        ended: Vec::new(),
        by: call.caller.id().to_owned(),
        reason: String::new(),
        time: head.create_time,
    });
    let create = std::iter::once(Write::CreateReport(head, revision));
    create.chain(kept).chain(decided.map(Write::Decide)).collect()
}

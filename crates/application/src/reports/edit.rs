//! What every change of a draft has in common.

use nianbao_domain::finding::Stage;
use nianbao_domain::report::{Content, Head, ReportKey, Revision, RevisionKind};

use super::View;
use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, StoredReport, Write};
use crate::{Application, Error, Resource};

impl<S: Store> Application<S> {
    /// Loads a report that is still as the etag says and may be edited.
    pub(super) async fn editable(
        &self,
        scope: &Scope,
        key: &ReportKey,
        etag: &str,
    ) -> Result<StoredReport, Error> {
        let stored = self.stored(scope, key, View::Working).await?;
        if stored.head.etag() != etag {
            let current = stored.head.etag();
            return Err(Error::EtagMismatch { resource: Resource::Report(key.clone()), current });
        }
        if !stored.head.state.is_editable() {
            return Err(Error::IllegalState { report: key.clone(), state: stored.head.state });
        }
        Ok(stored)
    }

    /// Commits a new content and source key of a report; a new revision only where the content changed.
    pub(super) async fn commit_edit(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        present: StoredReport,
        content: Content,
        source_key: String,
    ) -> Result<Committed<StoredReport>, Error> {
        let next = self.next_version(call, scope, &present, content, source_key).await?;
        if call.validate_only {
            return Ok(Committed::Now(next));
        }
        let changed = next.revision.number != present.revision.number;
        let resource = Resource::Report(next.head.key.clone());
        let change = Change {
            writes: vec![Write::UpdateReport(
                next.head.clone(),
                changed.then(|| next.revision.clone()),
            )],
            events: vec![(EventKind::ReportUpdated, resource, next.head.version)],
            outcome: Recorded::Report(next.head.clone()),
        };
        let now = next.head.update_time;
        self.commit(call, change, now, next).await
    }

    async fn next_version(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        present: &StoredReport,
        content: Content,
        source_key: String,
    ) -> Result<StoredReport, Error> {
        let now = self.clock.now();
        let head = &present.head;
        let revision = if content == present.revision.content {
            present.revision.clone()
        } else {
            let (author, number) = (call.caller.id().to_owned(), head.working_revision + 1);
            Revision { number, kind: RevisionKind::Draft, content, create_time: now, author }
        };
        let organization = self.organ_of(scope, &head.key).await?;
        let decisions = present.decisions.clone();
        let subject = (&head.key, &revision.content, Stage::Draft);
        let validation = self.assess_stored(scope, subject, &organization, &decisions).await?;
        let head = Head {
            source_key,
            version: head.version + 1,
            working_revision: revision.number,
            update_time: now,
            validation: validation.summary(),
            validate_time: now,
            ..head.clone()
        };
        Ok(StoredReport { head, revision, decisions })
    }
}

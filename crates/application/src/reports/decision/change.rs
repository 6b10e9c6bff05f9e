//! What making and withdrawing a decision have in common.

use nianbao_domain::decision::{Decision, DecisionKind, MAX_DECISIONS};
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{Head, ReportKey};

use super::DecisionError;
use crate::access::{Permission, Scope};
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::reports::View;
use crate::store::{DecisionChange, EventKind, Recorded, Store, StoredReport, Write};
use crate::{Application, Error, Resource};

/// What somebody must be allowed for a decision of this kind.
pub(super) fn permission_for(kind: DecisionKind) -> Permission {
    match kind {
        DecisionKind::Acknowledgement => Permission::FindingAcknowledge,
        DecisionKind::Waiver { .. } => Permission::FindingWaive,
    }
}

/// What begins and ends.
pub(super) struct Decided {
    pub(super) made: Vec<Decision>,
    pub(super) ended: Vec<Decision>,
    /// Why what ended was withdrawn.
    pub(super) reason: String,
}

impl<S: Store> Application<S> {
    /// Loads a report that is still as the etag says, in whatever state.
    pub(super) async fn unchanged(
        &self,
        scope: &Scope,
        key: &ReportKey,
        etag: &str,
    ) -> Result<StoredReport, Error> {
        let stored = self.stored(scope, key, View::Working).await?;
        let current = stored.head.etag();
        if current == etag {
            Ok(stored)
        } else {
            Err(Error::EtagMismatch { resource: Resource::Report(key.clone()), current })
        }
    }

    /// Commits what was decided, with the counts that follow from it.
    pub(super) async fn commit_decided(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        present: StoredReport,
        organization: &Organization,
        decided: Decided,
    ) -> Result<Committed<StoredReport>, Error> {
        let kind = match decided.made.is_empty() {
            true => EventKind::DecisionWithdrawn,
            false => EventKind::DecisionMade,
        };
        let next = self.with_decided(scope, present, organization, &decided).await?;
        if call.validate_only {
            return Ok(Committed::Now(next));
        }
        let (head, now) = (next.head.clone(), next.head.update_time);
        let Decided { made, ended, reason } = decided;
        let by = call.caller.id().to_owned();
        let decided = DecisionChange { head: head.clone(), made, ended, by, reason, time: now };
        let change = Change {
            events: vec![(kind, Resource::Report(head.key.clone()), head.version)],
            writes: vec![Write::UpdateReport(head.clone(), None), Write::Decide(decided)],
            outcome: Recorded::Report(head),
        };
        self.commit(call, change, now, next).await
    }

    async fn with_decided(
        &self,
        scope: &Scope,
        present: StoredReport,
        organization: &Organization,
        Decided { made, ended, reason: _ }: &Decided,
    ) -> Result<StoredReport, Error> {
        let StoredReport { head, revision, decisions } = present;
        let kept = decisions.into_iter().filter(|decision| !ended.contains(decision));
        let decisions: Vec<_> = kept.chain(made.iter().cloned()).collect();
        let count = bounded(&decisions)?;
        let now = self.clock.now();
        let subject = (&head.key, &revision.content, Stage::Draft);
        let checked = self.assess_stored(scope, subject, organization, &decisions).await?;
        let head = Head {
            version: head.version + 1,
            update_time: now,
            validation: checked.summary(),
            validate_time: now,
            decisions: count,
            ..head
        };
        Ok(StoredReport { head, revision, decisions })
    }
}

/// How many decisions these are, unless they are too many.
pub(in crate::reports) fn bounded(decisions: &[Decision]) -> Result<u32, DecisionError> {
    let (limit, found) = (MAX_DECISIONS, decisions.len());
    let count = u32::try_from(found).ok().filter(|_| found <= limit);
    count.ok_or(DecisionError::TooMany { limit, found })
}

//! Deleting a report that was never submitted.

use nianbao_domain::report::ReportKey;

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

impl<S: Store> Application<S> {
    /// Deletes a report that is still as the etag says and was never submitted, with its revisions.
    pub async fn delete_report(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
    ) -> Result<(), Error> {
        let scope = call.caller.authorize(call.method)?;
        match self.once(call, self.remove_report(call, scope, key, etag)).await? {
            Committed::Now(()) | Committed::Before(Recorded::Deleted) => Ok(()),
            Committed::Before(
                Recorded::Report(_)
                | Recorded::Organizations(_)
                | Recorded::Revalidated(_)
                | Recorded::Rule(_),
            ) => Err(call.reused()),
        }
    }

    async fn remove_report(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        key: &ReportKey,
        etag: &str,
    ) -> Result<Committed<()>, Error> {
        let head = self.head_in(scope, key).await?;
        let resource = Resource::Report(key.clone());
        if head.etag() != etag {
            return Err(Error::EtagMismatch { resource, current: head.etag() });
        }
        if !head.state.was_never_submitted() {
            return Err(Error::IllegalState { report: key.clone(), state: head.state });
        }
        if call.validate_only {
            return Ok(Committed::Now(()));
        }
        let change = Change {
            events: vec![(EventKind::ReportDeleted, resource, head.version + 1)],
            writes: vec![Write::DeleteReport(head)],
            outcome: Recorded::Deleted,
        };
        self.commit(call, change, self.clock.now(), ()).await
    }
}

//! Closing an organ that nothing succeeds.

use chrono::NaiveDate;
use nianbao_domain::organization::{Organization, OrganizationId};

use super::succeed::refused;
use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

impl<S: Store> Application<S> {
    /// Says of an organ that is still as the etag says from which day on it no longer exists.
    pub async fn close_organization(
        &self,
        call: &Call<'_>,
        id: &OrganizationId,
        etag: &str,
        valid_to: NaiveDate,
    ) -> Result<Organization, Error> {
        let scope = call.caller.authorize(call.method)?;
        let closed = self.once(call, self.close(call, scope, id, etag, valid_to)).await?;
        match closed {
            Committed::Now(organ) => Ok(organ),
            Committed::Before(recorded) => super::recorded_organ(call, recorded),
        }
    }

    async fn close(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        id: &OrganizationId,
        etag: &str,
        valid_to: NaiveDate,
    ) -> Result<Committed<Organization>, Error> {
        let present = self.organ_as_seen(scope, id, etag).await?;
        let now = self.clock.now();
        let organ = present.closed(valid_to, now).map_err(refused)?;
        if call.validate_only {
            return Ok(Committed::Now(organ));
        }
        let resource = Resource::Organization(organ.id.clone());
        let change = Change {
            writes: vec![Write::UpdateOrganization(organ.clone())],
            events: vec![(EventKind::OrganizationClosed, resource, organ.version)],
            outcome: Recorded::Organizations(vec![organ.clone()]),
        };
        self.commit(call, change, now, organ).await
    }
}

//! Changing the record of an organ.

use nianbao_domain::organization::{Organization, OrganizationId, ParticularsUpdate};

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

impl<S: Store> Application<S> {
    /// Changes the record of an organ that is still as the etag says.
    pub async fn update_organization(
        &self,
        call: &Call<'_>,
        id: &OrganizationId,
        etag: &str,
        update: ParticularsUpdate,
    ) -> Result<Organization, Error> {
        let scope = call.caller.authorize(call.method)?;
        match self.once(call, self.change_record(call, scope, id, etag, update)).await? {
            Committed::Now(organ) => Ok(organ),
            Committed::Before(recorded) => super::recorded_organ(call, recorded),
        }
    }

    async fn change_record(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        id: &OrganizationId,
        etag: &str,
        update: ParticularsUpdate,
    ) -> Result<Committed<Organization>, Error> {
        let present = self.organ_as_seen(scope, id, etag).await?;
        if let Some(Some(parent)) = &update.parent {
            self.store
                .organization(scope, parent)
                .await?
                .ok_or_else(|| Error::NotFound(Resource::Organization(parent.clone())))?;
            self.refuse_cycle(id, parent).await?;
        }
        let now = self.clock.now();
        let mut organ = update.applied_to(present);
        organ.update_time = now;
        if !organ.agrees_with_its_succession() {
            let what = "disagrees with valid_from, or with the days on which the organ took over from others or was succeeded";
            return Err(Error::invalid("organization.valid_to", what));
        }
        if call.validate_only {
            return Ok(Committed::Now(organ));
        }
        let change = Change {
            writes: vec![Write::UpdateOrganization(organ.clone())],
            events: vec![(
                EventKind::OrganizationUpdated,
                Resource::Organization(id.clone()),
                organ.version,
            )],
            outcome: Recorded::Organizations(vec![organ.clone()]),
        };
        self.commit(call, change, now, organ).await
    }

    /// Spares a commit that would be refused.
    async fn refuse_cycle(
        &self,
        id: &OrganizationId,
        parent: &OrganizationId,
    ) -> Result<(), Error> {
        let below = parent == id || self.store.superiors(parent).await?.contains(id);
        if below {
            return Err(own_superior(&Resource::Organization(id.clone())));
        }
        Ok(())
    }
}

/// The refusal of a superior that is the organ itself or below it.
pub(crate) fn own_superior(organ: &Resource) -> Error {
    let what = format!("is {organ} itself or below it and cannot be its superior");
    Error::invalid("organization.parent", what)
}

//! Recording what became of organs.

use chrono::NaiveDate;
use nianbao_domain::organization::{
    Organization, OrganizationId, Succession, SuccessionError, SuccessionKind,
};

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// A succession as a caller states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedSuccession {
    /// How.
    pub kind: SuccessionKind,
    /// The first day on which the predecessors exist no longer.
    pub date: NaiveDate,
    /// Who ends.
    pub predecessors: Vec<SeenOrganization>,
    /// Who takes over.
    pub successors: Vec<SeenOrganization>,
}

/// An organ in the version that a caller has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenOrganization {
    /// The organ.
    pub id: OrganizationId,
    /// Its etag then.
    pub etag: String,
}

/// The organs of a succession after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succeeded {
    /// Those that ended.
    pub predecessors: Vec<Organization>,
    /// Those that took over.
    pub successors: Vec<Organization>,
}

impl<S: Store> Application<S> {
    /// Records a succession of organs that are still as their etags say: all of it or nothing.
    pub async fn succeed_organizations(
        &self,
        call: &Call<'_>,
        stated: StatedSuccession,
    ) -> Result<Succeeded, Error> {
        let scope = call.caller.authorize(call.method)?;
        let ending = stated.predecessors.len();
        match self.once(call, self.succeed(call, scope, stated)).await? {
            Committed::Now(succeeded) => Ok(succeeded),
            Committed::Before(Recorded::Organizations(mut organs)) if organs.len() >= ending => {
                let successors = organs.split_off(ending);
                Ok(Succeeded { predecessors: organs, successors })
            }
            Committed::Before(_) => Err(call.reused()),
        }
    }

    async fn succeed(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        stated: StatedSuccession,
    ) -> Result<Committed<Succeeded>, Error> {
        let StatedSuccession { kind, date, predecessors, successors } = stated;
        let (limit, found) = (self.limits.max_batch_size, predecessors.len() + successors.len());
        if found > limit {
            return Err(Error::TooMany { limit, found });
        }
        let predecessors = self.organs_as_seen(scope, &predecessors).await?;
        let successors = self.organs_as_seen(scope, &successors).await?;
        let succession = Succession::new(kind, date, predecessors, successors).map_err(refused)?;
        let now = self.clock.now();
        let (predecessors, successors) = succession.take_place(now);
        let succeeded = Succeeded { predecessors, successors };
        if call.validate_only {
            return Ok(Committed::Now(succeeded));
        }
        self.commit(call, change(&succeeded), now, succeeded).await
    }

    async fn organs_as_seen(
        &self,
        scope: &Scope,
        seen: &[SeenOrganization],
    ) -> Result<Vec<Organization>, Error> {
        let mut organs = Vec::with_capacity(seen.len());
        for SeenOrganization { id, etag } in seen {
            organs.push(self.organ_as_seen(scope, id, etag).await?);
        }
        Ok(organs)
    }

    /// An organ that is still as the etag says.
    pub(super) async fn organ_as_seen(
        &self,
        scope: &Scope,
        id: &OrganizationId,
        etag: &str,
    ) -> Result<Organization, Error> {
        let resource = || Resource::Organization(id.clone());
        let found = self.store.organization(scope, id).await?;
        let organ = found.ok_or_else(|| Error::NotFound(resource()))?;
        if organ.etag() != etag {
            return Err(Error::EtagMismatch { resource: resource(), current: organ.etag() });
        }
        Ok(organ)
    }
}

fn change(Succeeded { predecessors, successors }: &Succeeded) -> Change {
    let event = |kind| {
        move |organ: &Organization| (kind, Resource::Organization(organ.id.clone()), organ.version)
    };
    let ended = predecessors.iter().map(event(EventKind::OrganizationSucceeded));
    let begun = successors.iter().map(event(EventKind::OrganizationUpdated));
    let organs: Vec<_> = predecessors.iter().chain(successors).cloned().collect();
    Change {
        events: ended.chain(begun).collect(),
        writes: organs.iter().cloned().map(Write::UpdateOrganization).collect(),
        outcome: Recorded::Organizations(organs),
    }
}

/// What the caller is told where a succession, or an end, cannot be.
pub(super) fn refused(error: SuccessionError) -> Error {
    match error {
        SuccessionError::Numbers(kind) => {
            let (predecessors, successors) = match kind {
                SuccessionKind::Rename => ("one predecessor", "one successor"),
                SuccessionKind::Merge => ("one predecessor or more", "one successor"),
                SuccessionKind::Split => ("one predecessor", "two successors or more"),
            };
            Error::invalid("kind", format!("{kind} has {predecessors} and {successors}"))
        }
        SuccessionError::Twice(organ) => {
            Error::invalid("predecessors", format!("{} is named twice", organ.resource_name()))
        }
        SuccessionError::Itself(organ) => Error::SuccessionCycle(organ),
        SuccessionError::Succeeded { organization, successor } => {
            Error::Succeeded { organization, successor }
        }
        SuccessionError::NotInExistence { organization, date } => {
            Error::NotInExistence { organization, date }
        }
    }
}

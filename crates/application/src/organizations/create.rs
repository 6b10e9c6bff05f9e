//! Registering organs, one or many, all or none.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use nianbao_domain::organization::{Organization, OrganizationId, Particulars};

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// An organ to register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganization {
    /// Its name in this system.
    pub id: OrganizationId,
    /// What is said of it.
    pub particulars: Particulars,
}

impl<S: Store> Application<S> {
    /// Registers an organ.
    pub async fn create_organization(
        &self,
        call: &Call<'_>,
        new: NewOrganization,
    ) -> Result<Organization, Error> {
        let id = new.id.clone();
        let created = self.create_organizations(call, vec![new]).await?;
        created.into_iter().next().ok_or(Error::NotFound(Resource::Organization(id)))
    }

    /// Registers organs, all or none; a later one may name an earlier one as its superior.
    pub async fn create_organizations(
        &self,
        call: &Call<'_>,
        new: Vec<NewOrganization>,
    ) -> Result<Vec<Organization>, Error> {
        let scope = call.caller.authorize(call.method)?;
        match self.once(call, self.register_all(call, scope, new)).await? {
            Committed::Now(organs) => Ok(organs),
            Committed::Before(Recorded::Organizations(organs)) => Ok(organs),
            Committed::Before(
                Recorded::Report(_)
                | Recorded::Deleted
                | Recorded::Revalidated(_)
                | Recorded::Rule(_),
            ) => Err(call.reused()),
        }
    }

    async fn register_all(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        new: Vec<NewOrganization>,
    ) -> Result<Committed<Vec<Organization>>, Error> {
        self.check_batch(&new)?;
        self.check_superiors(scope, &new).await?;
        let now = self.clock.now();
        let organs: Vec<_> = new.into_iter().map(|new| self.register(new, now)).collect();
        if call.validate_only {
            return self.refuse_existing(organs).await.map(Committed::Now);
        }
        let created = |organ: &Organization| {
            (
                EventKind::OrganizationCreated,
                Resource::Organization(organ.id.clone()),
                organ.version,
            )
        };
        let change = Change {
            writes: organs.iter().cloned().map(Write::CreateOrganization).collect(),
            events: organs.iter().map(created).collect(),
            outcome: Recorded::Organizations(organs.clone()),
        };
        self.commit(call, change, now, organs).await
    }

    fn register(&self, new: NewOrganization, now: DateTime<Utc>) -> Organization {
        Organization::register(new.id, self.ids.next(), new.particulars, now)
    }

    fn check_batch(&self, new: &[NewOrganization]) -> Result<(), Error> {
        let limit = self.limits.max_batch_size;
        if new.len() > limit {
            return Err(Error::TooMany { limit, found: new.len() });
        }
        let mut ids = BTreeSet::new();
        let twice = new.iter().find(|organ| !ids.insert(&organ.id));
        twice.map_or(Ok(()), |organ| {
            Err(Error::AlreadyExists(Resource::Organization(organ.id.clone())))
        })
    }

    /// Every superior is registered and in scope, or stands earlier in the same batch.
    async fn check_superiors(&self, scope: &Scope, new: &[NewOrganization]) -> Result<(), Error> {
        let mut known = BTreeSet::new();
        for organ in new {
            match &organ.particulars.parent {
                None if *scope != Scope::All => return Err(outside(&organ.id)),
                Some(parent) if !known.contains(parent) => {
                    let found = self.store.organization(scope, parent).await?;
                    found.ok_or_else(|| Error::NotFound(Resource::Organization(parent.clone())))?;
                    known.insert(parent.clone());
                }
                None | Some(_) => {}
            }
            known.insert(organ.id.clone());
        }
        Ok(())
    }

    async fn refuse_existing(&self, organs: Vec<Organization>) -> Result<Vec<Organization>, Error> {
        for organ in &organs {
            if self.store.organization(&Scope::All, &organ.id).await?.is_some() {
                return Err(Error::AlreadyExists(Resource::Organization(organ.id.clone())));
            }
        }
        Ok(organs)
    }
}

/// Whoever sees a part of the hierarchy cannot register an organ outside it.
fn outside(organ: &OrganizationId) -> Error {
    Error::invalid(
        "organization.parent",
        format!("{organ} needs a superior organ within your part of the hierarchy"),
    )
}

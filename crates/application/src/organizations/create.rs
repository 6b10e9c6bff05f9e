//! Registering organs, one or many, all or none.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use nianbao_domain::organization::{
    CreditCode, DivisionCode, Level, OrganType, Organization, OrganizationId, RulePower,
};

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// What a caller says of an organ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganization {
    /// Its name in this system.
    pub id: OrganizationId,
    /// The caller's own key.
    pub source_key: String,
    /// The official name.
    pub display_name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The level, where known.
    pub level: Option<Level>,
    /// The kind of organ, where known.
    pub organ_type: Option<OrganType>,
    /// Whether it may make 规章.
    pub rule_power: RulePower,
    /// 统一社会信用代码.
    pub credit_code: Option<CreditCode>,
    /// 行政区划代码.
    pub division_code: Option<DivisionCode>,
    /// The superior organ.
    pub parent: Option<OrganizationId>,
    /// The first day of its existence.
    pub valid_from: Option<NaiveDate>,
    /// The day after the last one.
    pub valid_to: Option<NaiveDate>,
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
        if let Some(recorded) = self.replay(call).await? {
            return replayed(recorded);
        }
        self.check_batch(&new)?;
        self.check_superiors(scope, &new).await?;
        let now = self.clock.now();
        let organs: Vec<_> = new.into_iter().map(|new| self.register(new, now)).collect();
        if call.validate_only {
            return self.refuse_existing(organs).await;
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
        match self.commit(call, change, now).await? {
            Committed::Now => Ok(organs),
            Committed::Before(recorded) => replayed(recorded),
        }
    }

    fn register(&self, new: NewOrganization, now: DateTime<Utc>) -> Organization {
        Organization {
            id: new.id,
            uid: self.ids.next(),
            version: 1,
            source_key: new.source_key,
            display_name: new.display_name,
            aliases: new.aliases,
            level: new.level,
            organ_type: new.organ_type,
            rule_power: new.rule_power,
            credit_code: new.credit_code,
            division_code: new.division_code,
            parent: new.parent,
            valid_from: new.valid_from,
            valid_to: new.valid_to,
            create_time: now,
            update_time: now,
        }
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
            match &organ.parent {
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

fn replayed(recorded: Recorded) -> Result<Vec<Organization>, Error> {
    match recorded {
        Recorded::Organizations(organs) => Ok(organs),
        Recorded::Report(_) | Recorded::Deleted => Err(Error::RequestIdReused),
    }
}

//! Changing the record of an organ.

use chrono::NaiveDate;
use nianbao_domain::organization::{
    CreditCode, DivisionCode, Level, OrganType, Organization, OrganizationId, RulePower,
};

use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// What changes about an organ; what is none stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganizationUpdate {
    /// The caller's own key.
    pub source_key: Option<String>,
    /// The official name.
    pub display_name: Option<String>,
    /// Other names.
    pub aliases: Option<Vec<String>>,
    /// The level.
    pub level: Option<Option<Level>>,
    /// The kind of organ.
    pub organ_type: Option<Option<OrganType>>,
    /// Whether it may make 规章.
    pub rule_power: Option<RulePower>,
    /// 统一社会信用代码.
    pub credit_code: Option<Option<CreditCode>>,
    /// 行政区划代码.
    pub division_code: Option<Option<DivisionCode>>,
    /// The superior organ.
    pub parent: Option<Option<OrganizationId>>,
    /// The first day of its existence.
    pub valid_from: Option<Option<NaiveDate>>,
    /// The day after the last one.
    pub valid_to: Option<Option<NaiveDate>>,
}

impl<S: Store> Application<S> {
    /// Changes the record of an organ that is still as the etag says.
    pub async fn update_organization(
        &self,
        call: &Call<'_>,
        id: &OrganizationId,
        etag: &str,
        update: OrganizationUpdate,
    ) -> Result<Organization, Error> {
        let scope = call.caller.authorize(call.method)?;
        if let Some(recorded) = self.replay(call).await? {
            return replayed(recorded);
        }
        let resource = || Resource::Organization(id.clone());
        let present =
            self.store.organization(scope, id).await?.ok_or_else(|| Error::NotFound(resource()))?;
        if present.etag() != etag {
            return Err(Error::EtagMismatch { resource: resource(), current: present.etag() });
        }
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
        if call.validate_only {
            return Ok(organ);
        }
        let change = Change {
            writes: vec![Write::UpdateOrganization(organ.clone())],
            events: vec![(EventKind::OrganizationUpdated, resource(), organ.version)],
            outcome: Recorded::Organizations(vec![organ.clone()]),
        };
        match self.commit(call, change, now).await? {
            Committed::Now => Ok(organ),
            Committed::Before(recorded) => replayed(recorded),
        }
    }

    async fn refuse_cycle(
        &self,
        id: &OrganizationId,
        parent: &OrganizationId,
    ) -> Result<(), Error> {
        let below = parent == id || self.store.superiors(parent).await?.contains(id);
        if below {
            let what = format!("{parent} is {id} itself or below it and cannot be its superior");
            return Err(Error::invalid("organization.parent", what));
        }
        Ok(())
    }
}

impl OrganizationUpdate {
    fn applied_to(self, organ: Organization) -> Organization {
        Organization {
            version: organ.version + 1,
            source_key: self.source_key.unwrap_or(organ.source_key),
            display_name: self.display_name.unwrap_or(organ.display_name),
            aliases: self.aliases.unwrap_or(organ.aliases),
            level: self.level.unwrap_or(organ.level),
            organ_type: self.organ_type.unwrap_or(organ.organ_type),
            rule_power: self.rule_power.unwrap_or(organ.rule_power),
            credit_code: self.credit_code.unwrap_or(organ.credit_code),
            division_code: self.division_code.unwrap_or(organ.division_code),
            parent: self.parent.unwrap_or(organ.parent),
            valid_from: self.valid_from.unwrap_or(organ.valid_from),
            valid_to: self.valid_to.unwrap_or(organ.valid_to),
            ..organ
        }
    }
}

fn replayed(recorded: Recorded) -> Result<Organization, Error> {
    match recorded {
        Recorded::Organizations(organs) => organs.into_iter().next().ok_or(Error::RequestIdReused),
        Recorded::Report(_) | Recorded::Deleted => Err(Error::RequestIdReused),
    }
}

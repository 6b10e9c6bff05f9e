//! Reading the register.

use nianbao_domain::organization::{Organization, OrganizationId};

use crate::access::{Caller, Method};
use crate::query::{OrganizationField, OrganizationQuery, Value};
use crate::store::Store;
use crate::{Application, Error, Resource};

/// A page of organs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationPage {
    /// The organs.
    pub organizations: Vec<Organization>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
}

impl<S: Store> Application<S> {
    /// One organ.
    pub async fn organization(
        &self,
        caller: &Caller,
        id: &OrganizationId,
    ) -> Result<Organization, Error> {
        let scope = caller.authorize(Method::GetOrganization)?;
        let found = self.store.organization(scope, id).await?;
        found.ok_or_else(|| Error::NotFound(Resource::Organization(id.clone())))
    }

    /// The organs in the caller's scope, page by page.
    pub async fn organizations(
        &self,
        caller: &Caller,
        query: &OrganizationQuery,
    ) -> Result<OrganizationPage, Error> {
        let scope = caller.authorize(Method::ListOrganizations)?;
        let mut organizations = self.store.organizations(scope, &query.with_one_more()).await?;
        let more = organizations.len() > query.limit;
        organizations.truncate(query.limit);
        let last = organizations.last().filter(|_| more);
        let next_page_token = last
            .map(|organ| query.next_page_token(|field| value(organ, field)))
            .unwrap_or_default();
        Ok(OrganizationPage { organizations, next_page_token })
    }
}

/// The value of a field of an organ, as lists sort and filter it.
pub(crate) fn value(organ: &Organization, field: OrganizationField) -> Value {
    let text = |words: Option<&str>| Value::Text(words.unwrap_or_default().to_owned());
    match field {
        OrganizationField::Id => text(Some(organ.id.as_str())),
        OrganizationField::DisplayName => text(Some(&organ.display_name)),
        OrganizationField::Level => {
            Value::Number(organ.level.map_or(0, |level| level.number().into()))
        }
        OrganizationField::OrganType => {
            Value::Number(organ.organ_type.map_or(0, |it| it.number().into()))
        }
        OrganizationField::Parent => text(organ.parent.as_ref().map(OrganizationId::as_str)),
        OrganizationField::SourceKey => text(Some(&organ.source_key)),
        OrganizationField::DivisionCode => {
            text(organ.division_code.as_ref().map(|code| code.as_str()))
        }
        OrganizationField::CreditCode => text(organ.credit_code.as_ref().map(|code| code.as_str())),
        OrganizationField::CreateTime => Value::Time(organ.create_time),
        OrganizationField::UpdateTime => Value::Time(organ.update_time),
    }
}

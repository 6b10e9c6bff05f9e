//! Organs: one, by name, many, and who is above them.

use std::collections::BTreeMap;

use nianbao_application::access::Scope;
use nianbao_application::query::OrganizationQuery;
use nianbao_application::store::StoreError;
use nianbao_domain::organization::{Organization, OrganizationId};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::listing::restrict;
use super::scope::{holds, visible};
use crate::entity::{organization, organization_name};
use crate::hierarchy::chain;
use crate::mapping::{self, corrupt};
use crate::shared::Shared;

const TABLE: &str = "organization";

impl Shared {
    /// An organ.
    pub(crate) async fn organization(
        &self,
        scope: &Scope,
        id: &OrganizationId,
    ) -> Result<Option<Organization>, StoreError> {
        let reader = &self.connections.reader;
        let found = match scope {
            Scope::All => {
                self.read(TABLE, id, || self.prepared.organization(id.as_str()).one(reader)).await?
            }
            Scope::Subtrees(_) => {
                let of_scope = organization::Entity::find()
                    .filter(organization::Column::Id.eq(id.as_str()))
                    .filter(holds(scope, id));
                self.read(TABLE, id, || of_scope.clone().one(reader)).await?
            }
        };
        found.map(mapping::organization).transpose()
    }

    /// The organ with this name after folding, if there is exactly one.
    pub(crate) async fn organization_named(
        &self,
        scope: &Scope,
        folded: &str,
    ) -> Result<Option<Organization>, StoreError> {
        let named = Query::select()
            .column("organization_id")
            .from(organization_name::Entity)
            .and_where(organization_name::Column::Folded.eq(folded))
            .take();
        let named = organization::Entity::find()
            .filter(organization::Column::Id.in_subquery(named))
            .filter(visible(scope, organization::Column::Id))
            .limit(2);
        let reader = &self.connections.reader;
        let mut found = self.read(TABLE, folded, || named.clone().all(reader)).await?;
        match (found.pop(), found.pop()) {
            (Some(only), None) => mapping::organization(only).map(Some),
            _ => Ok(None),
        }
    }

    /// Organs in stable pages.
    pub(crate) async fn organizations(
        &self,
        scope: &Scope,
        query: &OrganizationQuery,
    ) -> Result<Vec<Organization>, StoreError> {
        let mut list =
            organization::Entity::find().filter(visible(scope, organization::Column::Id));
        restrict(QueryFilter::query(&mut list), query);
        let reader = &self.connections.reader;
        let found = self.read(TABLE, "of a list", || list.clone().all(reader)).await?;
        found.into_iter().map(mapping::organization).collect()
    }

    /// The superiors of an organ, the nearest first; a cycle is walked once.
    pub(crate) async fn superiors(
        &self,
        id: &OrganizationId,
    ) -> Result<Vec<OrganizationId>, StoreError> {
        let chain = chain(id);
        let rows = self.read(TABLE, id, || self.connections.reader.query_all(&chain)).await?;
        let parents: Result<BTreeMap<String, Option<String>>, _> = rows
            .iter()
            .map(|row| Ok((row.try_get("", "id")?, row.try_get("", "parent_id")?)))
            .collect();
        let parents = parents.map_err(|error| self.fault(&error).told(TABLE, id))?;
        walk(id, &parents).map_err(|what| corrupt(TABLE, id, what))
    }
}

fn walk(
    id: &OrganizationId,
    parents: &BTreeMap<String, Option<String>>,
) -> Result<Vec<OrganizationId>, nianbao_domain::organization::OrganizationIdError> {
    let parent = |id: &str| parents.get(id).cloned().flatten();
    let mut superiors: Vec<OrganizationId> = Vec::new();
    let mut next = parent(id.as_str());
    while let Some(superior) = next.map(|id| id.parse()).transpose()? {
        if superiors.contains(&superior) {
            break;
        }
        next = parent(superior.as_str());
        superiors.push(superior);
    }
    Ok(superiors)
}

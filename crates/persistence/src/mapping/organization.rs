//! Organs and their folded names.

use std::collections::BTreeSet;

use nianbao_application::store::StoreError;
use nianbao_domain::form::{UnknownConcept, fold};
use nianbao_domain::organization::{Organization, OrganizationId, RulePower};

use super::{Unmappable, corrupt, signed, succession, time, unwritable};
use crate::entity::{organization, organization_name};

/// The row of an organ.
pub(crate) fn organization_row(organ: &Organization) -> Result<organization::Model, StoreError> {
    Ok(organization::Model {
        id: organ.id.as_str().to_owned(),
        uid: organ.uid,
        version: signed(organ.version),
        source_key: organ.source_key.clone(),
        display_name: organ.display_name.clone(),
        aliases: serde_json::to_string(&organ.aliases).map_err(unwritable)?,
        level: organ.level.map_or(0, |level| level.number()),
        organ_type: organ.organ_type.map_or(0, |organ_type| organ_type.number()),
        rule_power: organ.rule_power.number(),
        credit_code: organ.credit_code.as_ref().map_or_else(String::new, ToString::to_string),
        division_code: organ.division_code.as_ref().map_or_else(String::new, ToString::to_string),
        parent_id: organ.parent.as_ref().map(|parent| parent.as_str().to_owned()),
        valid_from: organ.valid_from,
        valid_to: organ.valid_to,
        predecessors: succession::encode(&organ.predecessors)?,
        successors: succession::encode(&organ.successors)?,
        create_time: time(organ.create_time),
        update_time: time(organ.update_time),
    })
}

/// The rows of an organ's names, each once after folding.
pub(crate) fn name_rows(organ: &Organization) -> Vec<organization_name::Model> {
    let names: BTreeSet<_> = organ.names().map(fold).collect();
    let row =
        |folded| organization_name::Model { folded, organization_id: organ.id.as_str().to_owned() };
    names.into_iter().map(row).collect()
}

/// The organ of a row.
pub(crate) fn organization(row: organization::Model) -> Result<Organization, StoreError> {
    let id = row.id.clone();
    mapped(row).map_err(|what| corrupt("organization", id, what))
}

fn mapped(row: organization::Model) -> Result<Organization, Unmappable> {
    let parent = row.parent_id.map(|id| id.parse::<OrganizationId>()).transpose()?;
    Ok(Organization {
        id: row.id.parse()?,
        uid: row.uid,
        version: row.version.try_into()?,
        source_key: row.source_key,
        display_name: row.display_name,
        aliases: serde_json::from_str(&row.aliases)?,
        level: known(row.level)?,
        organ_type: known(row.organ_type)?,
        rule_power: RulePower::try_from(row.rule_power)?,
        credit_code: given(&row.credit_code)?,
        division_code: given(&row.division_code)?,
        parent,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        predecessors: succession::decode(&row.predecessors)?,
        successors: succession::decode(&row.successors)?,
        create_time: row.create_time,
        update_time: row.update_time,
    })
}

/// A concept, or none for 0.
pub(crate) fn known<T: TryFrom<i16, Error = UnknownConcept>>(
    number: i16,
) -> Result<Option<T>, UnknownConcept> {
    if number == 0 { Ok(None) } else { T::try_from(number).map(Some) }
}

/// A code, or none for the empty word.
fn given<T: std::str::FromStr>(code: &str) -> Result<Option<T>, T::Err> {
    if code.is_empty() { Ok(None) } else { code.parse().map(Some) }
}

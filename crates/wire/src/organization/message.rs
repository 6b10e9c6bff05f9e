//! An organ → the message.

use nianbao_domain::organization::{Organization, SuccessionLink};
use nianbao_proto::v1;

use crate::concept::Concept;
use crate::text::written_date;
use crate::time::timestamp;

/// A registered organ.
pub fn organization(organ: &Organization) -> v1::Organization {
    let Organization {
        id,
        uid,
        version: _,
        source_key,
        display_name,
        aliases,
        level,
        organ_type,
        rule_power,
        credit_code,
        division_code,
        parent,
        valid_from,
        valid_to,
        predecessors,
        successors,
        create_time,
        update_time,
    } = organ;
    v1::Organization {
        name: id.resource_name(),
        uid: uid.to_string(),
        source_key: source_key.clone(),
        display_name: display_name.clone(),
        aliases: aliases.clone(),
        level: level.map_or(0, Concept::to_wire),
        organ_type: organ_type.map_or(0, Concept::to_wire),
        rule_power: rule_power.to_wire(),
        unified_social_credit_code: credit_code.as_ref().map_or(String::new(), ToString::to_string),
        division_code: division_code.as_ref().map_or(String::new(), ToString::to_string),
        parent: parent.as_ref().map_or(String::new(), |parent| parent.resource_name()),
        etag: organ.etag(),
        valid_from: written_date(*valid_from),
        valid_to: written_date(*valid_to),
        predecessors: predecessors.iter().map(link).collect(),
        successors: successors.iter().map(link).collect(),
        create_time: Some(timestamp(*create_time)),
        update_time: Some(timestamp(*update_time)),
    }
}

fn link(link: &SuccessionLink) -> v1::SuccessionLink {
    let SuccessionLink { organization, kind, date } = link;
    let (kind, date) = (kind.to_wire(), written_date(Some(*date)));
    v1::SuccessionLink { organization: organization.resource_name(), kind, date }
}

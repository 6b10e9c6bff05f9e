//! A user rule → the message.

use nianbao_domain::user_rule::{Definition, UserRule};
use nianbao_proto::v1;

use super::catalogue::severities;
use super::vector::vector;
use crate::concept::Concept;
use crate::time::timestamp;

/// A user rule, with the number of reports that it hits.
pub fn user_rule(rule: &UserRule, hit_reports: u64) -> v1::Rule {
    let UserRule { code, uid, version: _, definition, wording: _, state, create_time, update_time } =
        rule;
    v1::Rule {
        name: code.resource_name(),
        uid: uid.to_string(),
        origin: v1::RuleOrigin::User.into(),
        severities: Some(severities(definition.stage_severity())),
        state: state.to_wire(),
        hit_reports: i64::try_from(hit_reports).unwrap_or(i64::MAX),
        etag: rule.etag(),
        create_time: Some(timestamp(*create_time)),
        update_time: Some(timestamp(*update_time)),
        ..rule_definition(definition)
    }
}

/// What a user rule says, without what only a store gives.
pub fn rule_definition(definition: &Definition) -> v1::Rule {
    let Definition {
        title,
        message,
        basis,
        severity,
        levels,
        editions,
        kinds,
        expression,
        vectors,
    } = definition;
    v1::Rule {
        title_zh: title.clone(),
        severity: severity.to_wire(),
        levels: levels.iter().map(|level| level.to_wire()).collect(),
        editions: editions.iter().map(|edition| edition.to_wire()).collect(),
        kinds: kinds.iter().map(|kind| kind.to_wire()).collect(),
        basis: basis.clone(),
        message_zh: message.zh.clone(),
        message_en: message.en.clone(),
        expression: expression.clone(),
        vectors: vectors.iter().map(vector).collect(),
        ..v1::Rule::default()
    }
}

//! Rules that users write, and what they found.

mod definition;

use nianbao_application::store::{RuleSetVersion, StoreError};
use nianbao_domain::user_rule::{RuleHit, RuleState, UserRule};

use super::{Unmappable, corrupt, signed, time, unwritable};
use crate::entity::{rule, rule_set};

/// The row of a rule.
pub(crate) fn rule_row(rule: &UserRule) -> Result<rule::Model, StoreError> {
    Ok(rule::Model {
        code: rule.code.to_string(),
        uid: rule.uid,
        version: signed(rule.version),
        wording: rule.wording.into(),
        state: rule.state.number(),
        definition: definition::encode(&rule.definition).map_err(unwritable)?,
        create_time: time(rule.create_time),
        update_time: time(rule.update_time),
    })
}

/// The rule of a row.
pub(crate) fn rule(row: rule::Model) -> Result<UserRule, StoreError> {
    let code = row.code.clone();
    mapped(row).map_err(|what| corrupt("rule", code, what))
}

fn mapped(row: rule::Model) -> Result<UserRule, Unmappable> {
    Ok(UserRule {
        code: row.code.parse()?,
        uid: row.uid,
        version: row.version.try_into()?,
        definition: definition::decode(&row.definition)?,
        wording: row.wording.try_into()?,
        state: RuleState::try_from(row.state)?,
        create_time: row.create_time,
        update_time: row.update_time,
    })
}

/// The row of the version of the rule set.
pub(crate) fn rule_set_row(version: RuleSetVersion) -> rule_set::Model {
    let (generation, change) = (signed(version.generation), signed(version.change));
    rule_set::Model { id: rule_set::ONLY, generation, change }
}

/// The version of the rule set in a row.
pub(crate) fn rule_set(row: rule_set::Model) -> Result<RuleSetVersion, StoreError> {
    let mapped = || -> Result<RuleSetVersion, Unmappable> {
        let (generation, change) = (row.generation.try_into()?, row.change.try_into()?);
        Ok(RuleSetVersion { generation, change })
    };
    mapped().map_err(|what| corrupt("rule_set", row.id, what))
}

/// What rules hit, as one text: `USR-A:1 USR-B:3`.
pub(crate) fn written_hits(hits: &[RuleHit]) -> String {
    let written = |hit: &RuleHit| format!("{}:{}", hit.code, hit.wording);
    hits.iter().map(written).collect::<Vec<_>>().join(" ")
}

/// What rules hit, of a text.
pub(crate) fn hits(text: &str) -> Result<Vec<RuleHit>, Unmappable> {
    let hit = |word: &str| {
        let (code, wording) =
            word.split_once(':').ok_or("a hit without the wording of its rule")?;
        Ok(RuleHit { code: code.parse()?, wording: wording.parse()? })
    };
    text.split_whitespace().map(hit).collect()
}

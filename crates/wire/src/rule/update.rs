//! What a caller wants to change about a user rule.

use nianbao_domain::finding::Message;
use nianbao_domain::user_rule::{Definition, DefinitionUpdate};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::definition::{read, require_severity};
use crate::mask::UpdateMask;
use crate::violation::{Violations, reading};

/// Reads the rule of an update call, which stands in the request at `rule`, as far as the mask asks
/// for it. Other fields are ignored.
///
/// # Errors
///
/// Every field that cannot be used, up to the bound; paths of the mask that name no field or one
/// that cannot be changed.
pub fn definition_update(
    rule: v1::Rule,
    mask: Option<&FieldMask>,
) -> Result<DefinitionUpdate, Violations> {
    reading("rule", |at, faults| {
        let mask = UpdateMask::read(mask, &rule, at, faults);
        let rule = mask.apply(rule);
        if mask.contains("severity") {
            require_severity(&rule, at, faults);
        }
        Some(changed(read(rule, at, faults), &mask))
    })
}

fn changed(said: Definition, mask: &UpdateMask<v1::Rule>) -> DefinitionUpdate {
    let Definition {
        title,
        message: Message { zh, en },
        basis,
        severity,
        levels,
        editions,
        kinds,
        expression,
        vectors,
    } = said;
    DefinitionUpdate {
        title: mask.keep("title_zh", title),
        message_zh: mask.keep("message_zh", zh),
        message_en: mask.keep("message_en", en),
        basis: mask.keep("basis", basis),
        severity: mask.keep("severity", severity),
        levels: mask.keep("levels", levels),
        editions: mask.keep("editions", editions),
        kinds: mask.keep("kinds", kinds),
        expression: mask.keep("expression", expression),
        vectors: mask.keep("vectors", vectors),
    }
}

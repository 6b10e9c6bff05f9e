//! What a caller wants to change about an organ.

use nianbao_domain::organization::{Particulars, ParticularsUpdate};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::particulars::{read, require_display_name};
use crate::mask::UpdateMask;
use crate::violation::{Violations, reading};

/// Reads the organ of an update call, which stands in the request at `organization`, as far as the
/// mask asks for it. Other fields are ignored.
///
/// # Errors
///
/// Every field that cannot be used, up to the bound; paths of the mask that name no field or one
/// that cannot be changed.
pub fn particulars_update(
    organ: v1::Organization,
    mask: Option<&FieldMask>,
) -> Result<ParticularsUpdate, Violations> {
    reading("organization", |at, faults| {
        let mask = UpdateMask::read(mask, &organ, at, faults);
        let organ = mask.apply(organ);
        if mask.contains("display_name") {
            require_display_name(&organ, at, faults);
        }
        Some(changed(read(organ, at, faults), &mask))
    })
}

fn changed(said: Particulars, mask: &UpdateMask<v1::Organization>) -> ParticularsUpdate {
    let Particulars {
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
    } = said;
    ParticularsUpdate {
        source_key: mask.keep("source_key", source_key),
        display_name: mask.keep("display_name", display_name),
        aliases: mask.keep("aliases", aliases),
        level: mask.keep("level", level),
        organ_type: mask.keep("organ_type", organ_type),
        rule_power: mask.keep("rule_power", rule_power),
        credit_code: mask.keep("unified_social_credit_code", credit_code),
        division_code: mask.keep("division_code", division_code),
        parent: mask.keep("parent", parent),
        valid_from: mask.keep("valid_from", valid_from),
        valid_to: mask.keep("valid_to", valid_to),
    }
}

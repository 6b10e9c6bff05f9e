//! What a caller says of an organ.

use nianbao_domain::organization::Particulars;
use nianbao_proto::v1;

use super::fields;
use crate::violation::{Faults, Path, Violations, reading};
use crate::{concept, limits, text};

/// Reads an organ that stands in its request at `root`. Its name, and fields that are output only,
/// are ignored.
///
/// # Errors
///
/// Every field that cannot be used, up to the bound.
pub fn particulars(organ: v1::Organization, root: &str) -> Result<Particulars, Violations> {
    reading(root, |at, faults| {
        require_display_name(&organ, at, faults);
        Some(read(organ, at, faults))
    })
}

/// An organ without a name is none.
pub(super) fn require_display_name(organ: &v1::Organization, at: &Path<'_>, faults: &mut Faults) {
    if organ.display_name.trim().is_empty() {
        faults.invalid(&at.field("display_name"), "missing: the official name is needed");
    }
}

/// Reads an organ whose name may be left out; what is wrong in it is in the faults.
pub(super) fn read(organ: v1::Organization, at: &Path<'_>, faults: &mut Faults) -> Particulars {
    let v1::Organization {
        name: _,
        uid: _,
        source_key,
        display_name,
        aliases,
        level,
        organ_type,
        rule_power,
        unified_social_credit_code,
        division_code,
        parent,
        etag: _,
        valid_from,
        valid_to,
        predecessors: _,
        successors: _,
        create_time: _,
        update_time: _,
    } = organ;
    let credit_code = &at.field("unified_social_credit_code");
    let source_key = text::text(source_key, limits::SOURCE_KEY, &at.field("source_key"), faults);
    let display_name =
        text::text(display_name, limits::DISPLAY_NAME, &at.field("display_name"), faults);
    let aliases = fields::aliases(aliases, at, faults);
    let level = concept::optional(level, &at.field("level"), faults);
    let organ_type = concept::optional(organ_type, &at.field("organ_type"), faults);
    let rule_power = concept::optional(rule_power, &at.field("rule_power"), faults);
    let credit_code = fields::code(&unified_social_credit_code, credit_code, faults);
    let division_code = fields::code(&division_code, &at.field("division_code"), faults);
    let parent = fields::parent(&parent, at, faults);
    let (valid_from, valid_to) = fields::validity(&valid_from, &valid_to, at, faults);
    Particulars {
        source_key,
        display_name,
        aliases,
        level,
        organ_type,
        rule_power: rule_power.unwrap_or_default(),
        credit_code,
        division_code,
        parent,
        valid_from,
        valid_to,
    }
}

//! What a caller says of a user rule.

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::user_rule::Definition;
use nianbao_proto::v1;

use super::vector;
use crate::concept::{self, Concept};
use crate::violation::{Faults, Path, Violations, reading};
use crate::{limits, text};

/// Reads a user rule that stands in its request at `root`. Its name, and fields that are output only,
/// are ignored. How long its words are, and what its vectors test, the rule itself checks.
///
/// # Errors
///
/// Every field that cannot be used, up to the bound.
pub fn definition(rule: v1::Rule, root: &str) -> Result<Definition, Violations> {
    reading(root, |at, faults| {
        require_severity(&rule, at, faults);
        Some(read(rule, at, faults))
    })
}

/// No rule finds something without saying how grave it is.
pub(super) fn require_severity(rule: &v1::Rule, at: &Path<'_>, faults: &mut Faults) {
    if rule.severity == 0 {
        faults.invalid(&at.field("severity"), "missing: name a value of nianbao.v1.Severity");
    }
}

/// Reads a rule whose severity may be left out; what is wrong in it is in the faults.
pub(super) fn read(rule: v1::Rule, at: &Path<'_>, faults: &mut Faults) -> Definition {
    let v1::Rule {
        name: _,
        uid: _,
        origin: _,
        title_zh,
        title_en: _,
        severity,
        severities: _,
        levels,
        editions,
        kinds,
        basis,
        state: _,
        message_zh,
        message_en,
        expression,
        vectors,
        hit_reports: _,
        etag: _,
        create_time: _,
        update_time: _,
        catalogue: _,
    } = rule;
    let mut words = |words, field| text::text(words, limits::RULE_TEXT, &at.field(field), faults);
    let title = words(title_zh, "title_zh");
    let message = Message::new(words(message_zh, "message_zh"), words(message_en, "message_en"));
    let (basis, expression) = (words(basis, "basis"), words(expression, "expression"));
    let severity = concept::optional(severity, &at.field("severity"), faults);
    Definition {
        title,
        message,
        basis,
        severity: severity.unwrap_or(Severity::Info),
        levels: list(&levels, "levels", at, faults),
        editions: list(&editions, "editions", at, faults),
        kinds: list(&kinds, "kinds", at, faults),
        expression,
        vectors: vector::vectors(vectors, at, faults),
    }
}

/// Reads concepts, each once.
fn list<C: Concept + PartialEq>(
    numbers: &[i32],
    field: &'static str,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Vec<C> {
    let mut list = Vec::new();
    for (place, number) in numbers.iter().take(limits::RULE_ITEMS).enumerate() {
        let at = at.item(field, place);
        match concept::required(*number, &at, faults) {
            Some(concept) if list.contains(&concept) => {
                faults.invalid(&at, "is there twice: say it once");
            }
            concept => list.extend(concept),
        }
    }
    if numbers.len() > limits::RULE_ITEMS {
        faults.invalid(&at.field(field), "more items than there are values");
    }
    list
}

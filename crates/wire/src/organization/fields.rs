//! The fields of an organ that a caller may set, read one by one.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use chrono::NaiveDate;
use nianbao_domain::organization::OrganizationId;

use crate::text::{date, required_text};
use crate::violation::{Faults, Path};
use crate::{limits, name};

/// Reads the other names, each once.
pub(super) fn aliases(aliases: Vec<String>, at: &Path<'_>, faults: &mut Faults) -> Vec<String> {
    if aliases.len() > limits::ALIASES {
        let most = limits::ALIASES;
        faults.invalid(&at.field("aliases"), format_args!("more than {most} aliases"));
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    for (number, alias) in aliases.iter().enumerate() {
        if !seen.insert(alias) {
            faults.invalid(&at.item("aliases", number), "is there twice: say it once");
        }
    }
    let aliases = aliases.into_iter().enumerate();
    let read = aliases.map(|(number, alias)| {
        required_text(alias, limits::DISPLAY_NAME, &at.item("aliases", number), faults)
    });
    read.collect()
}

/// Reads a code that checks itself; none where it is empty.
pub(crate) fn code<C: FromStr<Err: Display>>(
    code: &str,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<C> {
    if code.is_empty() {
        return None;
    }
    code.parse().map_err(|error| faults.invalid(at, error)).ok()
}

/// Reads the superior organ; none where it is empty.
pub(super) fn parent(parent: &str, at: &Path<'_>, faults: &mut Faults) -> Option<OrganizationId> {
    if parent.is_empty() {
        return None;
    }
    name::read_organization(parent, &at.field("parent"), faults)
}

/// Reads the first day, and the day after the last one.
pub(super) fn validity(
    from: &str,
    to: &str,
    at: &Path<'_>,
    faults: &mut Faults,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let first = date(from, &at.field("valid_from"), faults);
    let end = date(to, &at.field("valid_to"), faults);
    if first.zip(end).is_some_and(|(first, end)| end <= first) {
        let field = &at.field("valid_to");
        faults.invalid(field, "is not after valid_from: it is the day after the last one");
    }
    (first, end)
}

//! Fields that cannot be used, with their paths.

use nianbao_application::{Error, FieldViolation, ViolationReason};
use nianbao_domain::report::ReportKind;
use nianbao_proto::v1::{self, ErrorReason};
use nianbao_wire::{Violation, ViolationKind, Violations, name};
use tonic::{Code, Status};

use super::bound::{self, cut};
use super::status::{Metadata, answer, details};

/// More do not help anybody at once.
const MAX_SHOWN: usize = 10;

/// The status of a message that wire could not read.
pub fn invalid(violations: Violations) -> Status {
    super::status(Error::Invalid(violations.into_vec().into_iter().map(violation).collect()))
}

fn violation(found: Violation) -> FieldViolation {
    let reason = match found.kind {
        ViolationKind::Invalid => ViolationReason::Invalid,
        ViolationKind::Immutable => ViolationReason::Immutable,
        ViolationKind::CellNotOnForm { cell, edition } => {
            ViolationReason::CellNotOnForm { cell, edition }
        }
    };
    FieldViolation { field: found.path, reason, description: found.description }
}

/// The status of fields that cannot be used; `more` is further metadata.
pub(super) fn status(found: &[FieldViolation], en: &str, zh: String, more: Metadata) -> Status {
    let (reason, mut metadata) =
        found.first().map_or((ErrorReason::FieldInvalid, vec![]), |it| told(&it.reason));
    metadata.extend(more);
    metadata.push(("field", found.first().map(|it| it.field.clone()).unwrap_or_default()));
    metadata.push(("violations", found.len().to_string()));
    let mut details = details(reason, metadata, zh);
    let mut room = bound::VIOLATIONS;
    for FieldViolation { field, reason: _, description } in found.iter().take(MAX_SHOWN) {
        let (field, description) = (cut(field), cut(description));
        let Some(left) = room.checked_sub(field.len() + description.len()) else { break };
        room = left;
        details.add_bad_request_violation(field, description);
    }
    answer(Code::InvalidArgument, en, details)
}

/// The reason in the contract, and what machines are told of it.
fn told(reason: &ViolationReason) -> (ErrorReason, Metadata) {
    let asked_and_found = |asked, found| vec![("asked", asked), ("found", found)];
    match reason {
        ViolationReason::Invalid => (ErrorReason::FieldInvalid, vec![]),
        ViolationReason::Immutable => (ErrorReason::FieldImmutable, vec![]),
        ViolationReason::CellNotOnForm { cell, edition } => {
            let form = name::form_name(*edition);
            (ErrorReason::CellNotOnForm, vec![("cell", cell.to_string()), ("form", form)])
        }
        ViolationReason::Filter { at } => (ErrorReason::FilterInvalid, vec![("at", at.clone())]),
        ViolationReason::Order { at } => (ErrorReason::OrderInvalid, vec![("at", at.clone())]),
        ViolationReason::PageToken => (ErrorReason::PageTokenInvalid, vec![]),
        ViolationReason::DocumentYearUnknown => (ErrorReason::DocumentYearUnknown, vec![]),
        ViolationReason::DocumentYearMismatch { asked, found } => {
            let years = asked_and_found(asked.to_string(), found.to_string());
            (ErrorReason::DocumentYearMismatch, years)
        }
        ViolationReason::DocumentKindMismatch { asked, found } => {
            (ErrorReason::DocumentKindMismatch, asked_and_found(kind(*asked), kind(*found)))
        }
        ViolationReason::DocumentOrganizationMismatch { asked, found } => {
            let organs = asked_and_found(asked.resource_name(), found.resource_name());
            (ErrorReason::DocumentOrganizationMismatch, organs)
        }
    }
}

/// The name of the value in the contract.
fn kind(kind: ReportKind) -> String {
    let kind = v1::ReportKind::try_from(i32::from(kind.number())).unwrap_or_default();
    kind.as_str_name().to_owned()
}

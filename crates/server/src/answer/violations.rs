//! Fields that cannot be used, with their paths.

use nianbao_application::{Error, FieldViolation, ViolationReason};
use nianbao_proto::v1::ErrorReason;
use nianbao_wire::{Violation, ViolationKind, Violations};
use tonic::{Code, Status};

use super::status::{answer, details};

/// Some clients refuse trailers over 8 KiB; details stay below 4.
const MAX_SHOWN: usize = 10;
const MAX_WORDS: usize = 160;

/// The status of a message that wire could not read.
pub fn invalid(violations: Violations) -> Status {
    super::status(Error::Invalid(violations.into_vec().into_iter().map(violation).collect()))
}

fn violation(found: Violation) -> FieldViolation {
    let reason = match found.kind {
        ViolationKind::Invalid => ViolationReason::Invalid,
        ViolationKind::Immutable => ViolationReason::Immutable,
        ViolationKind::CellNotOnForm { .. } => ViolationReason::CellNotOnForm,
    };
    FieldViolation { field: found.path, reason, description: found.description }
}

pub(super) fn status(found: Vec<FieldViolation>, en: &str, zh: String) -> Status {
    let reason = found.first().map_or(ErrorReason::FieldInvalid, |it| reason(it.reason));
    let field = found.first().map(|it| it.field.clone()).unwrap_or_default();
    let mut details =
        details(reason, vec![("field", cut(&field)), ("violations", found.len().to_string())], zh);
    for violation in found.iter().take(MAX_SHOWN) {
        details.add_bad_request_violation(cut(&violation.field), cut(&violation.description));
    }
    answer(Code::InvalidArgument, &cut(en), details)
}

fn cut(words: &str) -> String {
    words.chars().take(MAX_WORDS).collect()
}

fn reason(reason: ViolationReason) -> ErrorReason {
    match reason {
        ViolationReason::Invalid => ErrorReason::FieldInvalid,
        ViolationReason::Immutable => ErrorReason::FieldImmutable,
        ViolationReason::CellNotOnForm => ErrorReason::CellNotOnForm,
        ViolationReason::Filter => ErrorReason::FilterInvalid,
        ViolationReason::Order => ErrorReason::OrderInvalid,
        ViolationReason::PageToken => ErrorReason::PageTokenInvalid,
        ViolationReason::DocumentUnreadable => ErrorReason::DocumentUnreadable,
        ViolationReason::DocumentYearUnknown => ErrorReason::DocumentYearUnknown,
        ViolationReason::DocumentYearMismatch => ErrorReason::DocumentYearMismatch,
        ViolationReason::DocumentKindMismatch => ErrorReason::DocumentKindMismatch,
    }
}

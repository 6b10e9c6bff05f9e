//! Domain ⇄ `nianbao.v1`, and the JSON and binary forms of a report, in one place.
//!
//! Out of the domain nothing can fail; into it every field is checked here, at the edge, and what is
//! wrong comes back as [`Violations`] with the path of each field. Every message is destructured
//! whole, so that a grown contract leads the compiler here.

mod attachment;
pub mod binary;
mod concept;
mod decision;
pub mod field;
mod finding;
mod form;
pub mod json;
pub mod limits;
mod mask;
mod metadata;
pub mod name;
mod organization;
mod report;
mod rule;
mod sheet;
mod text;
mod time;
mod violation;

pub use attachment::attachment;
pub use concept::{Concept, equation_kind, measure};
pub use decision::decision;
pub use finding::{finding, not_assessed, outcome, removed_line};
pub use form::form;
pub use mask::{Maskable, ReadMask};
pub use metadata::document_metadata;
pub use organization::{organization, particulars, particulars_update};
pub use report::{NewReport, Parsed, changes, listed_report, report, revision, revision_entry};
pub use rule::{
    catalogue_rule, definition, definition_update, explained_rule, rule_definition, user_rule,
    vector_result,
};
pub use sheet::{cell_changes, cell_reference, not_carried, sheet};
pub use time::{moment, timestamp};
pub use violation::{MAX_VIOLATIONS, Violation, ViolationKind, Violations};

#[cfg(test)]
mod tests;

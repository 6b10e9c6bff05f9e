//! Reports: created, imported, read, checked and changed.

mod assess;
mod change_edition;
mod create;
mod decision;
mod delete;
mod edit;
mod evidence;
mod import;
mod read;
mod revalidate;
mod revisions;
mod update;

pub use assess::{Checked, Organ, Subject};
pub use change_edition::EditionChanged;
pub use create::NewReport;
pub use decision::{About, DecisionError};
pub use evidence::{
    ComparedWith, Comparison, MAX_SIBLINGS, MAX_UNITS, RelatedReport, SentEvidence,
};
pub use import::{ImportExpectation, Imported};
#[cfg(any(test, feature = "memory"))]
pub(crate) use read::value;
pub use read::{ReportPage, View};
pub use revalidate::{MAX_REVALIDATED, Revalidated};
pub use revisions::RevisionPage;

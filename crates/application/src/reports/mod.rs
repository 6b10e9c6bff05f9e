//! Reports: created, imported, read, checked and changed.

mod assess;
mod attachments;
mod change_edition;
mod create;
mod decision;
mod delete;
mod edit;
mod evidence;
mod fill_in;
mod import;
mod original;
mod read;
mod render;
mod revalidate;
mod revisions;
mod update;

pub use assess::{Checked, Organ, Subject};
#[cfg(any(test, feature = "memory"))]
pub(crate) use attachments::value as attachment_value;
pub use attachments::{AttachmentPage, OpenAttachment};
pub use change_edition::EditionChanged;
pub use create::NewReport;
pub use decision::{About, DecisionError};
pub use evidence::{
    ComparedWith, Comparison, MAX_SIBLINGS, MAX_UNITS, RelatedReport, SentEvidence,
};
pub use fill_in::ToFillIn;
pub use import::{ImportExpectation, Imported};
pub use original::{ORIGINAL, Original};
#[cfg(any(test, feature = "memory"))]
pub(crate) use read::value;
pub use read::{ReportPage, View};
pub use render::{Chosen, ToRender};
pub use revalidate::{MAX_REVALIDATED, Revalidated};
pub use revisions::RevisionPage;

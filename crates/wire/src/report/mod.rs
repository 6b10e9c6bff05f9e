//! Reports and their revisions.

mod fields;
mod message;
mod narrative;
mod new_report;
mod parsed;
mod publication;
mod revision;
mod update;

pub use message::{listed_report, report};
pub use new_report::NewReport;
pub use parsed::Parsed;
pub use revision::{revision, revision_entry};
pub use update::changes;

//! An annual report: one organ's, one year's, own or consolidated.

mod attachment;
mod calendar;
mod changes;
mod content;
mod digest;
mod draft;
mod excess;
mod head;
mod key;
pub mod limits;
mod narrative;
mod normalization;
mod provenance;
mod revision;
mod state;
pub mod title;
mod year;

pub use attachment::{Attachment, AttachmentNumber, AttachmentRole};
pub use calendar::china_date;
pub use changes::{CellChange, Changes, Figures, RefusedChange};
pub use content::{Content, Publication};
pub use digest::{Digest, DigestError};
pub use draft::Draft;
pub use excess::{Excess, LongPart};
pub(crate) use head::etag;
pub use head::{Head, ValidationSummary};
pub use key::{ReportKey, ReportKeyError, ReportKind};
pub use narrative::{Narrative, Part, SectionText};
pub use normalization::Normalization;
pub use provenance::{CellSource, Provenance};
pub use revision::{Revision, RevisionKind, RevisionNumber};
pub use state::ReportState;
pub use title::Title;
pub use year::{ReportYear, YearOutOfRange};

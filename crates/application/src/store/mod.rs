//! The port to what is stored: reads that begin with a scope, and one write.

mod attached;
mod chain;
mod change_set;
mod compared;
mod decision_change;
mod error;
mod journal;
mod observer;
mod port;
mod stored;

pub use attached::{Attached, CHUNK_BYTES, ListedAttachment};
pub use chain::{Chained, chained};
pub use change_set::{ChangeSet, Recorded, RequestRecord, Write};
pub use compared::{ComparedOrgans, ComparedQuery, ComparedReport, compared_revision};
pub use decision_change::DecisionChange;
pub use error::{CommitError, StoreError};
pub use journal::{AuditEntry, Event, EventKind, Positioned};
pub use observer::{CommitObserver, Unobserved};
pub use port::Store;
pub use stored::{ListedReport, RuleSetVersion, StoredReport, Summary, Version};

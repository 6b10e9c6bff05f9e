//! What was read from a document, before it is anybody's report.

use super::{Content, ReportKind, ReportYear};
use crate::evidence::DocumentEvidence;

/// A draft that was read from a document: whose it is and of which year is what the document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The organ as the document names it.
    pub organization_name: Option<String>,
    /// The year, where the document tells it.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// What it says.
    pub content: Content,
    /// What was strange or telling about the document.
    pub evidence: DocumentEvidence,
}

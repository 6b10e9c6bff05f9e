//! What was read from a document, before it is anybody's report.

use super::{Content, ReportKind, ReportYear};
use crate::decision::Decision;
use crate::evidence::DocumentEvidence;
use crate::organization::OrganizationId;

/// A draft that was read from a document: whose it is and of which year is what the document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The registered organ, where the document is a report of this system.
    pub organization: Option<OrganizationId>,
    /// The organ as the document names it.
    pub organization_name: Option<String>,
    /// The year, where the document tells it.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// What it says.
    pub content: Content,
    /// What was decided about its findings, where the document is a report of this system.
    pub decisions: Vec<Decision>,
    /// What was strange or telling about the document.
    pub evidence: DocumentEvidence,
}

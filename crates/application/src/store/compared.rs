//! Reports that a check compares with.

use nianbao_domain::organization::{Level, OrganType, OrganizationId};
use nianbao_domain::report::{Content, Head, ReportKind, ReportYear, RevisionNumber};

/// Which reports of a year a check compares with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedQuery {
    /// Whose.
    pub organs: ComparedOrgans,
    /// Of which year.
    pub year: ReportYear,
    /// Own or consolidated; both where none.
    pub kind: Option<ReportKind>,
    /// At most this many, by organ and kind.
    pub limit: usize,
}

/// Whose reports a check compares with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedOrgans {
    /// Those of these organs: within the scope, and outside it what is published.
    Named(Vec<OrganizationId>),
    /// Those of the organs directly below one, within the scope.
    Below {
        /// The superior.
        parent: OrganizationId,
        /// Only those of this level; of any where none.
        level: Option<Level>,
        /// Only those of this type; of any where none.
        organ_type: Option<OrganType>,
    },
}

/// A report that a check compares with: its published content where there is one, else the working
/// one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedReport {
    /// The official name of the organ.
    pub display_name: String,
    /// The organ's level, where known.
    pub level: Option<Level>,
    /// The organ's type, where known.
    pub organ_type: Option<OrganType>,
    /// The head.
    pub head: Head,
    /// What it says, in [`compared_revision`].
    pub content: Content,
}

/// The revision that others are compared with: what the public sees, where it sees something.
pub fn compared_revision(head: &Head) -> RevisionNumber {
    head.published_revision.unwrap_or(head.working_revision)
}

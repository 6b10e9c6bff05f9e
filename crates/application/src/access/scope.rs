//! The part of the hierarchy that a caller may see.

use nianbao_domain::organization::OrganizationId;

/// The part of the hierarchy that a caller may see; every read begins with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every organ.
    All,
    /// These organs and everything below them.
    Subtrees(Vec<OrganizationId>),
}

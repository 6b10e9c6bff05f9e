//! Whose report it is.

use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{ReportKind, ReportYear};

/// Whose report is written, as far as that is known.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The registered organ, where it is one.
    pub organization_id: Option<&'a OrganizationId>,
    /// The name of the organ; empty where nothing names it.
    pub organization_name: &'a str,
    /// The report year, where known.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
}

impl<'a> Subject<'a> {
    /// The organ by its id where that is known, since that is certain; else by its name.
    pub fn organization(&self) -> &'a str {
        self.organization_id.map_or(self.organization_name, OrganizationId::as_str)
    }
}

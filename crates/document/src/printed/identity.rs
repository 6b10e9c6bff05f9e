//! What a rendering says of itself, out of the reader's sight: whose report it is.
//!
//! Title and tables say most of it as well; whether the figures are an organ's own they may not.

use nianbao_domain::form::Edition;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{ReportKind, ReportYear};

use super::Printed;

/// The name of the property with the organ's id.
pub(crate) const ORGANIZATION_ID: &str = "nianbao.organization_id";
/// The name of the property with the organ's name.
pub(crate) const ORGANIZATION: &str = "nianbao.organization";
/// The name of the property with the report year.
pub(crate) const YEAR: &str = "nianbao.year";
/// The name of the property with the code of the kind.
pub(crate) const KIND: &str = "nianbao.kind";
/// The name of the property with the code of the edition.
pub(crate) const EDITION: &str = "nianbao.edition";

/// A property and its value.
pub(crate) type Property = (&'static str, String);

/// The properties of a report of an organ.
pub(crate) fn properties(
    organization_id: Option<&OrganizationId>,
    organization: &str,
    year: Option<ReportYear>,
    kind: ReportKind,
    edition: Edition,
) -> Vec<Property> {
    let mut properties = Vec::new();
    properties.extend(organization_id.map(|id| (ORGANIZATION_ID, id.to_string())));
    if !organization.is_empty() {
        properties.push((ORGANIZATION, organization.to_owned()));
    }
    properties.extend(year.map(|year| (YEAR, year.to_string())));
    properties.push((KIND, kind.code().to_owned()));
    properties.push((EDITION, edition.code().to_owned()));
    properties
}

impl Printed {
    /// The properties that a rendering carries.
    pub(crate) fn properties(&self) -> Vec<Property> {
        let id = self.organization_id.as_ref();
        properties(id, &self.organization, self.year, self.kind, self.edition)
    }
}

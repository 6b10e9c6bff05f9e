//! What a document of this system says of itself, out of the reader's sight: whose report it is.
//!
//! Title and tables say most of it as well; which registered organ it is, and whether the figures
//! are its own, they may not. What people see goes first: where the title names another organ or
//! year, the document was made from another one, and what is unseen in it counts nothing.

use std::collections::BTreeMap;

use nianbao_domain::form::{Edition, fold};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{ReportKind, ReportYear};

use crate::ReadError;
use crate::fill_in::TEMPLATE_VERSION;
use crate::printed::Printed;

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

/// The name of the property with the version of the template, in documents to be filled in.
pub(crate) const TEMPLATE: &str = "nianbao.template";
/// What all these names begin with.
pub(crate) const PREFIX: &str = "nianbao.";

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

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The registered organ.
    pub organization_id: Option<OrganizationId>,
    /// Its name.
    pub organization: Option<String>,
    /// The report year.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: Option<ReportKind>,
    /// The edition.
    pub edition: Option<Edition>,
}

impl Identity {
    /// Reads the properties of a document that belong to this system.
    ///
    /// # Errors
    /// [`ReadError::Template`] for a document to be filled in of another version than today's.
    pub(crate) fn read(properties: &BTreeMap<String, String>) -> Result<Self, ReadError> {
        let value = |name: &str| properties.get(name).map(|value| value.trim());
        if let Some(found) = value(TEMPLATE).filter(|found| *found != TEMPLATE_VERSION) {
            let found = found.chars().take(20).collect();
            return Err(ReadError::Template { found, current: TEMPLATE_VERSION });
        }
        let kind = value(KIND);
        let organization = value(ORGANIZATION).filter(|name| !name.is_empty());
        Ok(Self {
            organization_id: value(ORGANIZATION_ID).and_then(|id| id.parse().ok()),
            organization: organization.map(str::to_owned),
            year: value(YEAR).and_then(|year| year.parse().ok()),
            kind: ReportKind::ALL.into_iter().find(|it| Some(it.code()) == kind),
            edition: value(EDITION).and_then(|edition| edition.parse().ok()),
        })
    }

    /// Itself, if what people see in the document does not speak against it.
    pub(crate) fn beside(self, organ: Option<&str>, year: Option<ReportYear>) -> Self {
        let same_year = self.year.is_none() || year.is_none() || self.year == year;
        let named = self.organization.as_deref().zip(organ);
        let same_organ = named.is_none_or(|(own, seen)| fold(own) == fold(seen));
        if same_year && same_organ { self } else { Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(properties: &[(&str, &str)]) -> Result<Identity, ReadError> {
        let owned =
            properties.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Identity::read(&owned.collect())
    }

    #[test]
    fn what_was_written_is_read() {
        let id: OrganizationId = "jia".parse().unwrap();
        let written = properties(
            Some(&id),
            "甲县（乙）局",
            "2024".parse().ok(),
            ReportKind::Consolidated,
            Edition::E2021,
        );
        let written: Vec<_> = written.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let read = identity(&written).unwrap();
        assert_eq!(
            (read.organization_id.clone(), read.kind),
            (Some(id), Some(ReportKind::Consolidated))
        );
        assert_eq!(read.clone().beside(Some("甲县(乙)局"), "2024".parse().ok()), read);
        assert_eq!(read.clone().beside(Some("丙县财政局"), None), Identity::default());
        assert_eq!(read.beside(None, "2025".parse().ok()), Identity::default());
    }

    #[test]
    fn words_that_are_no_identity_are_none() {
        let read =
            identity(&[(YEAR, "二〇"), (KIND, "x"), (ORGANIZATION_ID, "A B"), ("year", "2024")]);
        assert_eq!(read, Ok(Identity::default()));
    }

    #[test]
    fn a_template_of_another_version_is_refused_with_both_versions() {
        let refused = identity(&[(TEMPLATE, "0")]).unwrap_err();
        assert!(
            refused.to_string().contains("version 0")
                && refused.to_string().contains(TEMPLATE_VERSION)
        );
        assert!(refused.message_zh().contains("第 0 版"));
        assert!(identity(&[(TEMPLATE, TEMPLATE_VERSION)]).is_ok());
    }
}

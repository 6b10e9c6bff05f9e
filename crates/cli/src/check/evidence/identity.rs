//! Whether two documents are of the same organ.

use std::collections::BTreeSet;

use nianbao_domain::form::fold;
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::ReportKind;

use crate::input::Document;

/// What a government's consolidated report may leave out of its name.
const GOVERNMENT: &str = "人民政府";

/// An organ as a document and, where there is one, its record name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    id: Option<OrganizationId>,
    names: BTreeSet<String>,
}

impl Identity {
    /// The organ of a document: its id where the document is a stored report, and every name of its
    /// record, or the one that the document gives.
    pub fn of(document: &Document, record: Option<&Organization>) -> Self {
        let recorded = record.into_iter().flat_map(Organization::names);
        let names = recorded.chain(document.organization.as_deref()).map(fold);
        let mut names: BTreeSet<_> = names.filter(|name| !name.is_empty()).collect();
        if document.kind == ReportKind::Consolidated {
            let divisions: Vec<_> = names
                .iter()
                .filter_map(|name| name.strip_suffix(GOVERNMENT))
                .map(str::to_owned)
                .collect();
            names.extend(divisions.into_iter().filter(|name| !name.is_empty()));
        }
        Self { id: document.organization_id.clone(), names }
    }

    /// Whether nothing tells whose document it is.
    pub fn is_unknown(&self) -> bool {
        self.id.is_none() && self.names.is_empty()
    }

    /// Whether both are the same organ. Ids decide where both have one; else a name in common.
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(one), Some(other)) => one == other,
            (None, _) | (_, None) => !self.names.is_disjoint(&other.names),
        }
    }
}

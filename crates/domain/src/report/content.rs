//! Everything that a revision fixes.

use chrono::NaiveDate;

use super::{Narrative, Provenance};
use crate::sheet::Sheet;

/// What a report says: the part of it that revisions keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The title as printed.
    pub title: String,
    /// Who compiled a consolidated report: the name of the government's office.
    pub compiled_by: String,
    /// The figures.
    pub sheet: Sheet,
    /// The words.
    pub narrative: Narrative,
    /// Where and when the organ published it.
    pub publication: Option<Publication>,
    /// What the page literally said.
    pub provenance: Provenance,
}

/// A publication on a web site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The address of the page.
    pub uri: String,
    /// The date of publication, China Standard Time.
    pub publish_date: Option<NaiveDate>,
}

impl Content {
    /// A report that says nothing yet.
    pub fn blank(sheet: Sheet) -> Self {
        Self {
            title: String::new(),
            compiled_by: String::new(),
            sheet,
            narrative: Narrative::default(),
            publication: None,
            provenance: Provenance::default(),
        }
    }
}

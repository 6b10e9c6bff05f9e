//! Reports as they are read back.

use nianbao_domain::decision::Decision;
use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Head, Publication, Revision};
use uuid::Uuid;

/// A report with the revision that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredReport {
    /// The head.
    pub head: Head,
    /// The revision.
    pub revision: Revision,
    /// What was decided about its findings and not withdrawn, as of the version of the head.
    pub decisions: Vec<Decision>,
}

/// What tells whether a copy of a report is still good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The incarnation of the report.
    pub uid: Uuid,
    /// Grows with every commit on it, and with every re-run of the rules.
    pub number: u64,
}

/// What tells whether the user rules that were read are still those that checks run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleSetVersion {
    /// How often the set of active rules has changed: what the version of the rule set tells.
    pub generation: u64,
    /// How often anything that checks run has changed, rules in shadow among it.
    pub change: u64,
}

/// A report in a list: with its content only where it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedReport {
    /// The head.
    pub head: Head,
    /// What lists show.
    pub summary: Summary,
    /// The content of the working revision, where it was asked for.
    pub content: Option<Content>,
}

/// What lists show of a content without reading it whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The title.
    pub title: String,
    /// Who compiled it.
    pub compiled_by: String,
    /// The edition of the sheet.
    pub edition: Edition,
    /// Where and when it was published.
    pub publication: Option<Publication>,
}

impl Summary {
    /// What lists show of a content.
    pub fn of(content: &Content) -> Self {
        Self {
            title: content.title.clone(),
            compiled_by: content.compiled_by.clone(),
            edition: content.sheet.edition(),
            publication: content.publication.clone(),
        }
    }
}

impl Version {
    /// The version that a head has.
    pub fn of(head: &Head) -> Self {
        Self { uid: head.uid, number: head.version + head.recheck }
    }
}

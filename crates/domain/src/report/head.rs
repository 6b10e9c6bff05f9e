//! What changes about a report, while its revisions stay.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{ReportKey, ReportState, RevisionNumber};
use crate::user_rule::RuleHit;

/// The head of a report: its identity, its state, and which revisions are the present ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Never reused, also where a report is deleted and made again.
    pub uid: Uuid,
    /// Organ, year and kind.
    pub key: ReportKey,
    /// The caller's own key, free text.
    pub source_key: String,
    /// The state in the workflow.
    pub state: ReportState,
    /// Grows by one with every commit on this report.
    pub version: u64,
    /// The revision that editors see.
    pub working_revision: RevisionNumber,
    /// The revision that the public sees.
    pub published_revision: Option<RevisionNumber>,
    /// When the report was made.
    pub create_time: DateTime<Utc>,
    /// When it last changed.
    pub update_time: DateTime<Utc>,
    /// What validation of the working revision found.
    pub validation: ValidationSummary,
    /// When that was: with the last commit, or with a later re-run of the rules.
    pub validate_time: DateTime<Utc>,
    /// Grows by one with every re-run of the rules, which leaves version and etag as they are.
    pub recheck: u64,
    /// How many decisions about findings it has at present.
    pub decisions: u32,
}

/// How many findings of each severity a rule set made, without those that a decision answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValidationSummary {
    /// Findings that block submission.
    pub blocking: u32,
    /// Findings that need an acknowledgement, and have none.
    pub warnings: u32,
    /// Findings that are only shown.
    pub infos: u32,
    /// Findings of any severity that a waiver answers.
    pub waived: u32,
    /// Warnings and pieces of information that an acknowledgement answers.
    pub acknowledged: u32,
    /// The last day on which all of these answers hold, China Standard Time; none where they have no end.
    pub answered_until: Option<NaiveDate>,
    /// Rules that could not be assessed.
    pub not_assessed: u32,
    /// The version of the rule set.
    pub rule_set: String,
    /// The user rules, active or in shadow, that found something.
    pub hits: Vec<RuleHit>,
}

impl Head {
    /// The entity tag: it changes with every commit, and with another incarnation of the report.
    pub fn etag(&self) -> String {
        etag(self.uid, self.version)
    }
}

/// The entity tag of a version of a resource.
pub(crate) fn etag(uid: Uuid, version: u64) -> String {
    let incarnation = uid.as_u128() as u32;
    format!("{incarnation:08x}-{version}")
}

//! A report outside any store: in a file, or sent along to be checked.

use nianbao_domain::decision::Decision;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Content, ReportKey, ReportKind, ReportYear};
use nianbao_proto::v1;

use super::fields::{self, Stated};
use super::message::{contained, with_decisions};
use crate::concept::Concept;
use crate::sheet::OutputOnly;
use crate::violation::{Faults, Path, Violations, reading};
use crate::{decision, name};

/// What a message says of a report that need not be stored anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The organ, where the message has a name.
    pub organization: Option<OrganizationId>,
    /// The year it is about, where it says so.
    pub year: Option<ReportYear>,
    /// Own or consolidated; own where it does not say.
    pub kind: ReportKind,
    /// The caller's own key.
    pub source_key: String,
    /// What it says.
    pub content: Content,
    /// What was decided about its findings.
    pub decisions: Vec<Decision>,
}

impl Parsed {
    /// Reads a report that stands in its request at `root`, or that is the whole where that is empty.
    /// What a cell was refused for, and its line in the document, is kept.
    ///
    /// # Errors
    ///
    /// Every field that cannot be used, up to the bound; also a name, year and kind that disagree.
    pub fn read(report: v1::Report, root: &str) -> Result<Self, Violations> {
        reading(root, |at, faults| read(report, at, faults))
    }

    /// The message, without what only a store gives: uid, state, revision, etag, validation, times.
    pub fn to_message(&self) -> v1::Report {
        let Self { organization, year, kind, source_key, content, decisions } = self;
        let key = |(organization, year): (&OrganizationId, ReportYear)| ReportKey {
            organization: organization.clone(),
            year,
            kind: *kind,
        };
        let name = organization.as_ref().zip(*year).map(key);
        v1::Report {
            name: name.map(|key| key.to_string()).unwrap_or_default(),
            source_key: source_key.clone(),
            report_year: year.map_or(0, |year| i32::from(year.get())),
            kind: kind.to_wire(),
            ..with_decisions(decisions, contained(content))
        }
    }
}

fn read(report: v1::Report, at: &Path<'_>, faults: &mut Faults) -> Option<Parsed> {
    let v1::Report {
        name,
        uid: _,
        source_key,
        report_year,
        kind,
        compiled_by,
        title,
        sheet,
        narrative,
        state: _,
        revision: _,
        published_revision: _,
        publication,
        etag: _,
        validation: _,
        create_time: _,
        update_time: _,
        decisions,
    } = report;
    let key = read_name(&name, at, faults);
    let source_key = fields::source_key(source_key, at, faults);
    let year = fields::year(report_year, at, faults);
    let kind = fields::kind(kind, at, faults);
    if let Some(key) = &key {
        agree(key, year, kind, at, faults);
    }
    let stated = Stated { compiled_by, title, sheet, narrative, publication };
    let content = stated.read(OutputOnly::Kept, at, faults);
    let decisions = decision::read_all(decisions, OutputOnly::Kept, at, faults);
    Some(Parsed {
        year: year.or(key.as_ref().map(|key| key.year)),
        kind: kind.or(key.as_ref().map(|key| key.kind)).unwrap_or_default(),
        organization: key.map(|key| key.organization),
        source_key,
        content: content?,
        decisions,
    })
}

fn read_name(name: &str, at: &Path<'_>, faults: &mut Faults) -> Option<ReportKey> {
    if name.is_empty() {
        return None;
    }
    name::read_report(name, &at.field("name"), faults)
}

fn agree(
    key: &ReportKey,
    year: Option<ReportYear>,
    kind: Option<ReportKind>,
    at: &Path<'_>,
    faults: &mut Faults,
) {
    if year.is_some_and(|year| year != key.year) {
        faults.invalid(
            &at.field("report_year"),
            format_args!("is not the year of the name, {}", key.year),
        );
    }
    if kind.is_some_and(|kind| kind != key.kind) {
        faults.invalid(
            &at.field("kind"),
            format_args!("is not the kind of the name, {}", key.kind.code()),
        );
    }
}

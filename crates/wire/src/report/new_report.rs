//! A report that a caller wants to create.

use nianbao_domain::decision::Decision;
use nianbao_domain::report::{Content, ReportKind, ReportYear};
use nianbao_proto::v1;

use super::fields::{self, Stated};
use crate::decision;
use crate::sheet::OutputOnly;
use crate::violation::{Faults, Path, Violations, reading};

/// What a caller says of a new report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// The year it is about.
    pub year: ReportYear,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The caller's own key.
    pub source_key: String,
    /// What it says.
    pub content: Content,
    /// What was decided about its findings elsewhere.
    pub decisions: Vec<Decision>,
}

impl NewReport {
    /// Reads the report of a create call, which stands in the request at `root`: `report`. Fields
    /// that are output only are ignored.
    ///
    /// # Errors
    ///
    /// Every field that cannot be used, up to the bound.
    pub fn read(report: v1::Report, root: &str) -> Result<Self, Violations> {
        reading(root, |at, faults| read(report, at, faults))
    }
}

fn read(report: v1::Report, at: &Path<'_>, faults: &mut Faults) -> Option<NewReport> {
    let v1::Report {
        name: _,
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
    let source_key = fields::source_key(source_key, at, faults);
    let year = fields::year(report_year, at, faults);
    if report_year == 0 {
        faults.invalid(&at.field("report_year"), "missing: the year that is reported on is needed");
    }
    let kind = fields::kind(kind, at, faults).unwrap_or_default();
    let stated = Stated { compiled_by, title, sheet, narrative, publication };
    let content = stated.read(OutputOnly::Ignored, at, faults);
    let decisions = decision::read_all(decisions, OutputOnly::Ignored, at, faults);
    Some(NewReport { year: year?, kind, source_key, content: content?, decisions })
}

//! Evidence that was sent along with a report.

use nianbao_domain::report::{ReportKind, ReportYear};

use super::preceding::Preceding;
use super::units::Units;
use super::{Others, RelatedReport};
use crate::Error;
use crate::reports::Subject;

/// Other reports that were sent along with one to check; nothing of them is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentEvidence {
    /// The report of the year before.
    pub previous: Option<RelatedReport>,
    /// Reports of the same year by other organs under the same superior.
    pub siblings: Vec<RelatedReport>,
    /// For a consolidated report, those of all units below.
    pub children: Vec<RelatedReport>,
}

impl SentEvidence {
    /// Whether nothing was sent along.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What it tells about a report; years and kinds that do not belong to it are refused.
    pub(super) fn about(self, subject: &Subject<'_>) -> Result<Others, Error> {
        let Self { previous, siblings, children } = self;
        let before = subject.year.and_then(ReportYear::previous);
        if let Some(previous) = &previous {
            require(previous, before, Some(subject.kind), "previous_report")?;
        }
        for (at, sibling) in siblings.iter().enumerate() {
            let field = format!("sibling_reports[{at}]");
            require(sibling, subject.year, Some(subject.kind), &field)?;
        }
        if !children.is_empty() && subject.kind != ReportKind::Consolidated {
            let what = "only a consolidated report has units below";
            return Err(Error::invalid("child_reports", what));
        }
        for (at, child) in children.iter().enumerate() {
            require(child, subject.year, None, &format!("child_reports[{at}]"))?;
        }
        let previous = previous.map_or(Preceding::Unknown, |it| Preceding::Report(Box::new(it)));
        let units = Units { reports: children, without_report: Vec::new() };
        let some = |reports: Vec<RelatedReport>| (!reports.is_empty()).then_some(reports);
        let units = Some(units).filter(|units| !units.reports.is_empty());
        Ok(Others { previous, siblings: some(siblings), units })
    }
}

/// What is known on both sides agrees.
fn require(
    report: &RelatedReport,
    year: Option<ReportYear>,
    kind: Option<ReportKind>,
    field: &str,
) -> Result<(), Error> {
    if let Some((expected, found)) = year.zip(report.year).filter(|(a, b)| a != b) {
        let what = format!("is of {found}: one of {expected} can be compared");
        return Err(Error::invalid(format!("{field}.report_year"), what));
    }
    match kind.filter(|kind| *kind != report.kind) {
        Some(kind) => {
            let what = format!("is no {} report, and can be compared with no such", kind.code());
            Err(Error::invalid(format!("{field}.kind"), what))
        }
        None => Ok(()),
    }
}

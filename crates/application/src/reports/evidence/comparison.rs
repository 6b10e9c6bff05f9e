//! What a report was compared with, for whoever asked.

use nianbao_domain::finding::Message;
use nianbao_domain::report::{ReportKey, ReportYear, RevisionNumber};

use super::{Evidence, Others, RelatedReport};

/// What a report was compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The report of the year before; those of all merged organs; none where there is none.
    pub previous: Vec<ComparedWith>,
    /// Why there is none of the year before, where somebody looked.
    pub previous_absent: Option<Message>,
    /// How many reports of sibling organs.
    pub siblings: usize,
    /// How many reports of the units below.
    pub children: usize,
    /// The names of units below without a report for the year.
    pub children_without_report: Vec<String>,
}

/// One report of the year before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedWith {
    /// The name of its organ.
    pub organization: String,
    /// The year it is about, where known.
    pub year: Option<ReportYear>,
    /// Where it is stored; none for one that was sent along.
    pub source: Option<(ReportKey, RevisionNumber)>,
}

impl Evidence {
    /// What the report was compared with.
    pub(in crate::reports) fn comparison(&self) -> Comparison {
        let Others { previous, siblings, units } = &self.others;
        let units = units.as_ref();
        Comparison {
            previous: previous.reports().iter().map(ComparedWith::from).collect(),
            previous_absent: previous.absent().cloned(),
            siblings: siblings.as_ref().map_or(0, Vec::len),
            children: units.map_or(0, |units| units.reports.len()),
            children_without_report: units
                .map(|units| units.without_report.clone())
                .unwrap_or_default(),
        }
    }
}

impl From<&RelatedReport> for ComparedWith {
    fn from(report: &RelatedReport) -> Self {
        let RelatedReport { organization, year, source, .. } = report;
        Self { organization: organization.clone(), year: *year, source: source.clone() }
    }
}

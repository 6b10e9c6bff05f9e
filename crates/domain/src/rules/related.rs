//! Other reports that a rule may compare with, and what is known where there are none.

use crate::finding::Message;
use crate::form::CellId;
use crate::organization::{Level, OrganType};
use crate::report::{Content, ReportKind, ReportYear};

/// Another report that a rule may compare with.
#[derive(Clone, Copy, Debug)]
pub struct Related<'a> {
    /// The name of its organ, for people.
    pub organization: &'a str,
    /// The organ's level, where known.
    pub level: Option<Level>,
    /// The organ's type, where known.
    pub organ_type: Option<OrganType>,
    /// The year it is about, where known.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// What it says.
    pub content: &'a Content,
}

/// The reports of the year before, along the organ's succession.
#[derive(Clone, Debug, Default)]
pub enum Previous<'a> {
    /// Nobody looked.
    #[default]
    Unknown,
    /// There is none, or none that can be compared; the reason says why.
    None(Message),
    /// The organ's own, or that of the organ whose name or tasks it took over whole.
    Report(Related<'a>),
    /// Those of the organs that were merged into this one: flows and stocks are their sums.
    Merged(Vec<Related<'a>>),
}

/// The reports of the units below a government, for its consolidated report.
#[derive(Clone, Debug, Default)]
pub struct Children<'a> {
    /// The reports of the same year, own ones of organs, consolidated ones of governments below.
    pub reports: Vec<Related<'a>>,
    /// The names of units that have no report for the year; with any, sums are a lower bound only.
    pub without_report: Vec<&'a str>,
}

impl<'a> Previous<'a> {
    /// The reports of the year before, one or those of the merged organs, or why there are none.
    pub(super) fn reports(&self) -> Result<&[Related<'a>], Message> {
        match self {
            Self::Report(report) => Ok(std::slice::from_ref(report)),
            Self::Merged(reports) => Ok(reports),
            Self::None(reason) => Err(reason.clone()),
            Self::Unknown => Err(Message::new(
                "没有上一年度的报告可以比较",
                "no report of the year before is at hand",
            )),
        }
    }

    /// What a cell said in the year before, added up over merged organs; none where one of their
    /// reports cannot express it or has no number.
    pub(super) fn number(&self, cell: CellId) -> Option<i128> {
        let reports = self.reports().ok()?;
        reports.iter().map(|it| it.content.sheet.value(cell.line, cell.column)).sum()
    }
}

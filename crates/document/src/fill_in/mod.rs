//! Documents to be filled in: for one organ and one year, in the right edition.
//!
//! They say unseen whose report they are and which version of the template they were made from, so
//! that what is filled in is read as that organ's report, and an old template is told as one.

mod cells;
mod workbook;

pub use workbook::workbook;

use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::title::SUBJECT;
use nianbao_domain::report::{Content, ReportKind, ReportYear};
use nianbao_domain::sheet::{Cell, Sheet};

use crate::Subject;
use crate::identity::{Property, TEMPLATE, properties};
use crate::printed::Printed;

/// The version of the template that is made and read.
pub const TEMPLATE_VERSION: &str = "1";

/// Whose report is to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillIn {
    /// The registered organ, where it is one.
    pub organization_id: Option<OrganizationId>,
    /// The name of the organ.
    pub organization: String,
    /// The report year.
    pub year: ReportYear,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The edition of the form.
    pub edition: Edition,
    /// 结转下年度继续办理 of the year before, for every kind of applicant: 上年结转 of this year.
    pub carried_over: Vec<(Column, i64)>,
}

/// 结转下年度继续办理 of a sheet, for the kinds of applicants that have a number.
pub fn carried_over(previous: &Sheet) -> Vec<(Column, i64)> {
    let cells = previous.cells().filter(|(cell, _)| cell.line == Line::CarriedForward);
    cells.filter_map(|(cell, said)| Some((cell.column, said.number()?))).collect()
}

impl FillIn {
    /// The title that the form prescribes.
    pub fn title(&self) -> String {
        format!("{}{}年{SUBJECT}", self.organization, self.year)
    }

    /// The report as far as it is known: the figures that were carried over.
    pub fn content(&self) -> Content {
        let mut sheet = Sheet::blank(self.edition);
        for (column, number) in &self.carried_over {
            let cell = CellId::new(Line::CarriedOver, *column);
            // A column that this edition does not print has nowhere to be carried to.
            let _ = sheet.set(cell, Cell::Number(*number));
        }
        Content { title: self.title(), ..Content::blank(sheet) }
    }

    /// The same as it is printed.
    pub fn printed(&self) -> Printed {
        let subject = Subject {
            organization_id: self.organization_id.as_ref(),
            organization_name: &self.organization,
            year: Some(self.year),
            kind: self.kind,
        };
        Printed::of(&subject, &self.content())
    }

    /// What the document says of itself, unseen.
    pub(crate) fn properties(&self) -> Vec<Property> {
        let id = self.organization_id.as_ref();
        let mut properties =
            properties(id, &self.organization, Some(self.year), self.kind, self.edition);
        properties.push((TEMPLATE, TEMPLATE_VERSION.to_owned()));
        properties
    }
}

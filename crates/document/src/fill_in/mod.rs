//! Documents to be filled in: for one organ and one year, in the right edition.
//!
//! They say unseen whose report they are and which version of the template they were made from, so
//! that what is filled in is read as that organ's report, and an old template is told as one.

mod cells;
mod document;
mod hint;
mod workbook;

use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::title::SUBJECT;
use nianbao_domain::report::{Content, ReportKind, ReportYear, SectionText};
use nianbao_domain::sheet::{Cell, Sheet};

use crate::identity::{Property, TEMPLATE, properties};
use crate::official::FontNames;
use crate::printed::Printed;
use crate::{RenderError, Rendition, Subject};

/// The version of the template that is made and read.
pub const TEMPLATE_VERSION: &str = "1";

/// The worksheet with the identifiers, which is shown to nobody.
pub(crate) const IDENTITY: &str = "模板标识";

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

/// What documents to be filled in are made as.
pub const RENDITIONS: [Rendition; 2] = [Rendition::Xlsx, Rendition::Docx];

/// Makes a document to be filled in. The same facts always give the same bytes.
///
/// # Errors
/// [`RenderError::NotFilledIn`] for what is none of [`RENDITIONS`].
pub fn write(
    fill_in: &FillIn,
    rendition: Rendition,
    fonts: &FontNames,
) -> Result<Vec<u8>, RenderError> {
    match rendition {
        Rendition::Xlsx => Ok(workbook::workbook(fill_in)?),
        Rendition::Docx => Ok(document::document(fill_in, fonts)?),
        Rendition::Html
        | Rendition::Markdown
        | Rendition::Csv
        | Rendition::Pdf
        | Rendition::Json => Err(RenderError::NotFilledIn(rendition)),
    }
}

impl FillIn {
    /// The title that the form prescribes.
    pub fn title(&self) -> String {
        format!("{}{}年{SUBJECT}", self.organization, self.year)
    }

    /// The figures that are known: those that were carried over, with the totals that follow.
    pub(crate) fn known(&self) -> Sheet {
        let mut sheet = Sheet::blank(self.edition);
        for (column, number) in &self.carried_over {
            let cell = CellId::new(Line::CarriedOver, *column);
            // A column that this edition does not print has nowhere to be carried to.
            let _ = sheet.set(cell, Cell::Number(*number));
        }
        add_totals(&mut sheet);
        sheet
    }

    /// The same as it is printed.
    pub fn printed(&self) -> Printed {
        let subject = Subject {
            organization_id: self.organization_id.as_ref(),
            organization_name: &self.organization,
            year: Some(self.year),
            kind: self.kind,
        };
        let mut content = Content { title: self.title(), ..Content::blank(self.known()) };
        let sections = self.edition.form().sections.iter();
        let blank = |number| SectionText { number, ..SectionText::default() };
        content.narrative.sections = sections.map(|section| blank(section.number)).collect();
        Printed::of(&subject, &content)
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

/// Adds up the totals that are blank and have a part with a number.
fn add_totals(sheet: &mut Sheet) {
    for it in sheet.layout().equations() {
        let [total] = it.equation.left[..] else { continue };
        let parts: Vec<i64> = it.right.iter().filter_map(|at| sheet.at(*at).number()).collect();
        if !parts.is_empty() && sheet.number(total).is_none() {
            let _ = sheet.set(total, Cell::Number(parts.iter().sum()));
        }
    }
}

//! A report as it is printed: the one walk over the form that every renderer starts from.
//!
//! The tables are the form's own grid ([`nianbao_domain::form::Table::grid`]) with the figures in
//! their cells and with the organ's own rows at their places. A renderer adds no words, leaves none
//! out, and places nothing: it turns cells with their spans into markup.
//!
//! What a cell says is chosen so that a reader reads the same again: a number in its canonical form,
//! nothing for a blank, `/` for what does not apply, and behind a mark what could not be read.

mod cell;
pub mod html;
mod local;
pub mod markdown;
mod placed;
mod section;
mod table;
pub mod xlsx;

pub use placed::PlacedCell;
pub use section::PrintedSection;
pub(crate) use section::heading_of;
pub use table::{PrintedCell, PrintedContent, PrintedRow, PrintedTable};

use nianbao_domain::form::Edition;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::title::SUBJECT;
use nianbao_domain::report::{Content, Publication, ReportKind, ReportYear};

use crate::Subject;

/// A report as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The title; where the report has none, the one that the form prescribes.
    pub title: String,
    /// The registered organ, where it is one.
    pub organization_id: Option<OrganizationId>,
    /// The name of the organ; empty where nothing names it.
    pub organization: String,
    /// The report year, where known.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The edition of the form.
    pub edition: Edition,
    /// Who compiled a consolidated report; empty where nobody is named.
    pub compiled_by: String,
    /// Where and when it was published.
    pub publication: Option<Publication>,
    /// The paragraphs between the title and the first section.
    pub preamble: Vec<String>,
    /// The sections, in the order of the report. Those that hold a table are always there.
    pub sections: Vec<PrintedSection>,
    /// The paragraphs behind the last section: signature and date.
    pub closing: Vec<String>,
}

impl Printed {
    /// The report as it is printed.
    pub fn of(subject: &Subject<'_>, content: &Content) -> Self {
        Self {
            title: title(subject, content),
            organization_id: subject.organization_id.cloned(),
            organization: subject.organization_name.to_owned(),
            year: subject.year,
            kind: subject.kind,
            edition: content.sheet.edition(),
            compiled_by: content.compiled_by.clone(),
            publication: content.publication.clone(),
            preamble: paragraphs(&content.narrative.preamble),
            sections: section::sections(content),
            closing: paragraphs(&content.narrative.closing),
        }
    }
}

/// The title of the report, or the one that the form prescribes for it.
fn title(subject: &Subject<'_>, content: &Content) -> String {
    let stated = on_one_line(&content.title);
    if !stated.is_empty() {
        return stated;
    }
    let year = subject.year.map(|year| format!("{year}年")).unwrap_or_default();
    format!("{}{year}{SUBJECT}", subject.organization_name)
}

/// The paragraphs of a text: its lines with words.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Words on one line, whatever breaks them: cells and titles have one.
fn on_one_line(words: &str) -> String {
    let lines: Vec<&str> = words.split_whitespace().collect();
    lines.join(" ")
}

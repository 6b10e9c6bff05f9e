//! What the tests of the rules share: small reports, and one rule at a time.

use chrono::DateTime;
use uuid::Uuid;

use super::{Case, Related, Validation, rules};
use crate::evidence::DocumentEvidence;
use crate::form::{CellId, Edition};
use crate::organization::{Organization, Particulars, RulePower};
use crate::report::{CellSource, Content, ReportKind, SectionText};
use crate::sheet::{Cell, Sheet};

/// A report on the form in force that says nothing.
pub(crate) fn content() -> Content {
    on(Edition::E2021)
}

/// A report on one edition of the form that says nothing.
pub(crate) fn on(edition: Edition) -> Content {
    Content::blank(Sheet::blank(edition))
}

/// A section under its official title.
pub(crate) fn section(number: u8, text: &str) -> SectionText {
    SectionText { number, title: String::new(), text: text.to_owned() }
}

/// A report that says one thing, in section 一.
pub(crate) fn saying(text: &str) -> Content {
    let mut content = content();
    content.narrative.sections.push(section(1, text));
    content
}

/// What one rule says.
pub(crate) fn of(code: &str, case: &Case<'_>) -> Validation {
    let mut validation = Validation::default();
    let rule = rules().find(|rule| rule.entry.code == code).unwrap();
    rule.run(case, &mut validation);
    validation
}

/// What one rule says of a report with the document it was read from.
pub(crate) fn reading(code: &str, content: &Content, document: &DocumentEvidence) -> Validation {
    let mut case = Case::new(content);
    case.document = Some(document);
    of(code, &case)
}

/// Notes that line 7 of the document literally said this of a cell.
pub(crate) fn said(content: &mut Content, cell: CellId, raw: &str) {
    let source = CellSource { raw: raw.to_owned(), line: Some(7), ..CellSource::default() };
    content.provenance.cells.insert(cell, source);
}

/// A report on the form in force with one cell, and what the document literally said of it.
pub(crate) fn with_cell(cell: CellId, state: Cell, raw: &str) -> Content {
    let mut content = content();
    content.sheet.set(cell, state).unwrap();
    said(&mut content, cell, raw);
    content
}

/// A report as one to compare with.
pub(crate) fn related(content: &Content) -> Related<'_> {
    Related {
        organization: "青石镇人民政府",
        level: None,
        organ_type: None,
        year: None,
        kind: ReportKind::Own,
        content,
    }
}

/// A registered organ.
pub(crate) fn organization(id: &str, name: &str) -> Organization {
    let particulars = Particulars {
        source_key: String::new(),
        display_name: name.to_owned(),
        aliases: Vec::new(),
        level: None,
        organ_type: None,
        rule_power: RulePower::Unknown,
        credit_code: None,
        division_code: None,
        parent: None,
        valid_from: None,
        valid_to: None,
    };
    Organization::register(id.parse().unwrap(), Uuid::nil(), particulars, DateTime::UNIX_EPOCH)
}

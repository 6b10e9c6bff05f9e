//! What a page may hold is what a caller may send; what is longer is told, never silently cut.

use nianbao_document::{Draft, Format, ReadError, read};
use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::report::{LongPart, limits};
use nianbao_domain::sheet::Cell;

use crate::article::page;
use crate::figures::{self, Figures};
use crate::layout::html::{Html, Markup};

const GRANTED: CellId = CellId::new(Line::Granted, Column::NaturalPerson);

/// A page with something before it and, behind its second table, rows of its own.
fn page_with(figures: &Figures, head: &str, rows: &str) -> Result<Draft, ReadError> {
    const END: &str = "</table>";
    let text = String::from_utf8(page(figures, &Html::new(Markup::Spans))).unwrap();
    let second = text.match_indices(END).nth(1).unwrap().0;
    let (before, behind) = text.split_at(second);
    read(format!("{head}{before}{rows}{behind}").as_bytes(), Format::Html)
}

fn too_long(read: Result<Draft, ReadError>) -> Option<LongPart> {
    match read {
        Err(ReadError::TooLong(excess)) => Some(excess.part),
        Ok(_) | Err(_) => None,
    }
}

#[test]
fn rows_that_a_caller_may_not_send_are_not_imported_either() {
    let row = format!("<tr><td>属于工作秘密</td>{}</tr>", "<td>0</td>".repeat(7));
    let with = |count: usize| page_with(&Figures::distinct(Edition::E2021), "", &row.repeat(count));
    assert!(with(2).is_ok_and(|draft| draft.content.sheet.local_rows.len() == 2));
    assert_eq!(too_long(with(limits::LOCAL_ROWS + 1)), Some(LongPart::LocalRows));
}

#[test]
fn a_label_without_end_is_refused_with_its_length() {
    let label = "项".repeat(limits::TITLE + 1);
    let row = format!("<tr><td>{label}</td>{}</tr>", "<td>0</td>".repeat(7));
    let refused = page_with(&Figures::distinct(Edition::E2021), "", &row);
    let said = refused.as_ref().map_err(ReadError::message_zh);
    assert_eq!(said.err().as_deref(), Some("格式以外的第 1 行的名称有 501 字，超过上限 500 字"));
}

#[test]
fn an_office_without_end_is_refused_and_an_address_without_end_is_none() {
    let figures = figures::suqian();
    let office = format!("<meta name=ContentSource content=\"{}办公室\">", "市".repeat(200));
    assert_eq!(too_long(page_with(&figures, &office, "")), Some(LongPart::CompiledBy));
    let address = format!("<link rel=canonical href=\"http://{}\">", "a".repeat(limits::URI));
    let read = page_with(&figures, &address, "").unwrap();
    assert_eq!(read.content.publication, None);
}

#[test]
fn a_text_without_end_in_a_cell_keeps_its_beginning_and_says_how_long_it_was() {
    let figures = Figures::distinct(Edition::E2021);
    let words = "说".repeat(limits::RAW + 1);
    let figures = figures.with("granted.natural_person", &words);
    let draft = read(&page(&figures, &Html::new(Markup::Spans)), Format::Html).unwrap();
    assert_eq!(draft.content.sheet.get(GRANTED), Some(Cell::Unreadable));
    let source = &draft.content.provenance.cells[&GRANTED];
    assert_eq!(source.raw.chars().count(), limits::RAW);
    assert!(source.raw.ends_with("……（共 1001 字）"), "{}", source.raw);
    assert!(source.refusal.is_some());
    assert_eq!(draft.content.excess(), None);
}

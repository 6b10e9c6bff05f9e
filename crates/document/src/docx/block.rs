//! What the body of a document is made of.

use std::borrow::Cow;

use super::filling::Filling;
use super::table::Table;
use crate::official::{Lead, is_signature};
use crate::printed::{Printed, PrintedSection};

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum Block<'a> {
    Paragraph(Paragraph<'a>),
    Table(Table<'a>),
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph<'a> {
    /// The identifier of its style.
    pub style: &'static str,
    /// What is set as a heading before its text.
    pub lead: Cow<'a, str>,
    /// Its text.
    pub text: Cow<'a, str>,
    /// Where a division ends with it: what it is like up to here.
    pub end: Option<Division>,
}

/// A stretch of the document (its own word for it, section, is the report's here).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Division {
    /// How its pages lie.
    pub page: Page,
    /// Whether it goes on where the one before ends, and begins no page.
    pub goes_on: bool,
    /// Whether people write in it, in a document that is filled in.
    pub open: bool,
}

/// How a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Upright,
    Landscape,
}

impl Division {
    /// Pages that begin anew.
    const fn pages(page: Page) -> Self {
        Self { page, goes_on: false, open: false }
    }

    /// What people write in, or what is closed to them.
    const fn of_form(open: bool) -> Self {
        Self { page: Page::Upright, goes_on: true, open }
    }

    pub(super) fn is_landscape(self) -> bool {
        self.page == Page::Landscape
    }
}

/// Everything that the body consists of.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub blocks: Vec<Block<'a>>,
    /// What the document ends with.
    pub last: Division,
}

/// The body of a report.
pub(super) fn of_report(printed: &Printed) -> Body<'_> {
    let mut blocks = vec![Block::paragraph("Title", &printed.title)];
    blocks.extend(printed.preamble.iter().map(|text| Block::of(text)));
    for section in &printed.sections {
        push_section(&mut blocks, section);
    }
    blocks.extend(printed.closing.iter().map(|text| Block::of_closing(text)));
    // A document ends with a paragraph, also where a table is its last word.
    if matches!(blocks.last(), Some(Block::Table(_))) {
        blocks.push(Block::paragraph("Gap", ""));
    }
    Body { blocks, last: Division::pages(Page::Upright) }
}

/// The body of a report that is filled in: headings and tables are closed, and an open paragraph
/// follows each heading, the last with the signature below.
pub(super) fn of_form<'a>(printed: &'a Printed, filling: &Filling<'_>) -> Body<'a> {
    let mut blocks = vec![Block::paragraph("Title", &printed.title)];
    for section in &printed.sections {
        blocks.push(Block::paragraph("Heading1", &section.heading));
        end(&mut blocks, Division::of_form(false));
        blocks.push(Block::paragraph("Body", ""));
        if let Some(table) = &section.table {
            end(&mut blocks, Division::of_form(true));
            let table = Table::of_form(table, filling);
            let page = if table.landscape { Page::Landscape } else { Page::Upright };
            blocks.push(Block::Table(table));
            end(&mut blocks, Division { page, ..Division::of_form(false) });
        } else if section.number != printed.sections.last().map_or(0, |it| it.number) {
            end(&mut blocks, Division::of_form(true));
        }
    }
    Body { blocks, last: Division::of_form(true) }
}

/// Where a table lies on its side, only it does, with the heading if that stands right above it.
fn push_section<'a>(blocks: &mut Vec<Block<'a>>, section: &'a PrintedSection) {
    let table = section.table.as_ref().map(Table::of);
    let landscape = table.as_ref().is_some_and(|table| table.landscape);
    let turns_with_heading = landscape && section.paragraphs.is_empty();
    if turns_with_heading {
        end(blocks, Division::pages(Page::Upright));
    }
    blocks.push(Block::paragraph("Heading1", &section.heading));
    blocks.extend(section.paragraphs.iter().map(|text| Block::of(text)));
    if landscape && !turns_with_heading {
        end(blocks, Division::pages(Page::Upright));
    }
    blocks.extend(table.map(Block::Table));
    if landscape {
        end(blocks, Division::pages(Page::Landscape));
    }
}

/// Ends a division with the last paragraph, or with an empty one behind a table.
fn end(blocks: &mut Vec<Block<'_>>, division: Division) {
    match blocks.last_mut() {
        Some(Block::Paragraph(last)) if last.end.is_none() => last.end = Some(division),
        Some(Block::Paragraph(_)) => {}
        Some(Block::Table(_)) | None => blocks.push(Block::Paragraph(Paragraph {
            end: Some(division),
            ..Paragraph::new("Gap", "", "")
        })),
    }
}

impl<'a> Paragraph<'a> {
    fn new(style: &'static str, lead: &'a str, text: &'a str) -> Self {
        Self { style, lead: in_xml(lead), text: in_xml(text), end: None }
    }
}

impl<'a> Block<'a> {
    fn paragraph(style: &'static str, text: &'a str) -> Self {
        Self::Paragraph(Paragraph::new(style, "", text))
    }

    fn of(paragraph: &'a str) -> Self {
        match Lead::of(paragraph) {
            Lead::Heading(text) => Self::paragraph("Heading2", text),
            Lead::RunIn(lead, text) => Self::Paragraph(Paragraph::new("Body", lead, text)),
            Lead::Text(text) => Self::paragraph("Body", text),
        }
    }

    fn of_closing(paragraph: &'a str) -> Self {
        let style = if is_signature(paragraph) { "Signature" } else { "Body" };
        Self::paragraph(style, paragraph)
    }
}

/// Words without the characters that XML cannot hold (XML 1.0, 2.2), which print nothing.
pub(super) fn in_xml(words: &str) -> Cow<'_, str> {
    let unholdable = |it: char| (it < ' ' && it != '\t') || matches!(it, '\u{FFFE}' | '\u{FFFF}');
    match words.contains(unholdable) {
        true => Cow::Owned(words.replace(unholdable, "")),
        false => Cow::Borrowed(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_nothing_else() {
        assert_eq!(in_xml("公\u{0}开\u{1F}\t<&>\u{FFFF}"), "公开\t<&>");
    }
}

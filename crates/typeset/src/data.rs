//! A report as the data of the template.

use nianbao_document::official::{
    Fitting, FontRole, Lead, PADDING, Slot, is_signature, paper, slots,
};
use nianbao_document::printed::{Printed, PrintedContent, PrintedSection, PrintedTable};
use serde::Serialize;

use crate::Fonts;

/// Everything that the template is told.
#[derive(Debug, Serialize)]
pub(crate) struct Data<'a> {
    title: &'a str,
    organization: &'a str,
    fonts: Families<'a>,
    paper: Paper,
    blocks: Vec<Block<'a>>,
}

#[derive(Debug, Serialize)]
struct Families<'a> {
    title: &'a str,
    heading: &'a str,
    second_heading: &'a str,
    body: &'a str,
    page_number: &'a str,
}

/// Measures, in points.
#[derive(Debug, Serialize)]
struct Paper {
    width: f64,
    height: f64,
    top: f64,
    bottom: f64,
    side: f64,
    inside: f64,
    outside: f64,
    line: f64,
    character: f64,
    title: f64,
    body: f64,
    page_number: f64,
    page_number_drop: f64,
    padding: f64,
}

/// A block of the document.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Block<'a> {
    Heading {
        text: &'a str,
    },
    SecondHeading {
        text: &'a str,
    },
    RunIn {
        heading: &'a str,
        text: &'a str,
    },
    Text {
        text: &'a str,
    },
    Signature {
        text: &'a str,
    },
    Table(Table<'a>),
    /// Blocks on pages of their own, which lie on their side.
    Landscape {
        blocks: Vec<Self>,
    },
}

#[derive(Debug, Serialize)]
struct Table<'a> {
    /// Whether it stands on one page.
    together: bool,
    size: f64,
    widths: Vec<f64>,
    /// Rows in turn: those of a head, those below it, and again.
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Serialize)]
struct Part<'a> {
    header: bool,
    cells: Vec<Cell<'a>>,
}

#[derive(Debug, Serialize)]
struct Cell<'a> {
    x: usize,
    y: usize,
    rows: usize,
    columns: usize,
    left: bool,
    text: &'a str,
}

impl<'a> Data<'a> {
    pub(crate) fn of(printed: &'a Printed, fonts: &'a Fonts) -> Self {
        Self {
            title: &printed.title,
            organization: &printed.organization,
            fonts: Families::of(fonts),
            paper: Paper::OFFICIAL,
            blocks: blocks(printed),
        }
    }
}

impl<'a> Families<'a> {
    fn of(fonts: &'a Fonts) -> Self {
        Self {
            title: fonts.family(FontRole::Title),
            heading: fonts.family(FontRole::Heading),
            second_heading: fonts.family(FontRole::SecondHeading),
            body: fonts.family(FontRole::Body),
            page_number: fonts.family(FontRole::PageNumber),
        }
    }
}

impl Paper {
    const OFFICIAL: Self = Self {
        width: paper::PAGE_WIDTH,
        height: paper::PAGE_HEIGHT,
        top: paper::TOP,
        bottom: paper::BOTTOM,
        side: (paper::PAGE_HEIGHT - paper::AREA_HEIGHT) / 2.0,
        inside: paper::INSIDE,
        outside: paper::OUTSIDE,
        line: paper::LINE_PITCH,
        character: paper::CHARACTER_PITCH,
        title: paper::TITLE_SIZE,
        body: paper::BODY_SIZE,
        page_number: paper::PAGE_NUMBER_SIZE,
        page_number_drop: paper::PAGE_NUMBER_DROP,
        padding: PADDING,
    };
}

fn blocks(printed: &Printed) -> Vec<Block<'_>> {
    let mut blocks: Vec<_> = printed.preamble.iter().map(|text| Block::of(text)).collect();
    for section in &printed.sections {
        push_section(&mut blocks, section);
    }
    blocks.extend(printed.closing.iter().map(|text| Block::of_closing(text)));
    blocks
}

/// Where a table lies on its side, only it does, with the heading if that stands right above it.
fn push_section<'a>(blocks: &mut Vec<Block<'a>>, section: &'a PrintedSection) {
    let begin = blocks.len();
    blocks.push(Block::Heading { text: &section.heading });
    blocks.extend(section.paragraphs.iter().map(|text| Block::of(text)));
    let Some(table) = &section.table else { return };
    let fitting = Fitting::of(table);
    let landscape = fitting.landscape;
    let from = if section.paragraphs.is_empty() { begin } else { blocks.len() };
    blocks.push(Block::Table(Table::of(table, fitting)));
    if landscape {
        let turned = blocks.split_off(from);
        blocks.push(Block::Landscape { blocks: turned });
    }
}

impl<'a> Block<'a> {
    fn of(paragraph: &'a str) -> Self {
        match Lead::of(paragraph) {
            Lead::Heading(text) => Self::SecondHeading { text },
            Lead::RunIn(heading, text) => Self::RunIn { heading, text },
            Lead::Text(text) => Self::Text { text },
        }
    }

    fn of_closing(paragraph: &'a str) -> Self {
        if is_signature(paragraph) {
            Self::Signature { text: paragraph }
        } else {
            Self::of(paragraph)
        }
    }
}

impl<'a> Table<'a> {
    fn of(table: &'a PrintedTable, fitting: Fitting) -> Self {
        let Fitting { landscape, size, widths, height } = fitting;
        let room = if landscape { paper::AREA_WIDTH } else { paper::AREA_HEIGHT };
        let mut parts: Vec<Part<'a>> = Vec::new();
        for (y, (row, slots)) in table.rows.iter().zip(slots(table)).enumerate() {
            let cells = slots.iter().filter_map(|slot| Cell::of(slot, y));
            match parts.last_mut().filter(|part| part.header == row.header) {
                Some(part) => part.cells.extend(cells),
                None => parts.push(Part { header: row.header, cells: cells.collect() }),
            }
        }
        Self { together: height + paper::LINE_PITCH < room, size, widths, parts }
    }
}

impl<'a> Cell<'a> {
    fn of(slot: &Slot<'a>, y: usize) -> Option<Self> {
        let cell = slot.begins?;
        Some(Self {
            x: slot.column,
            y,
            rows: cell.row_span.max(1),
            columns: slot.span,
            left: is_set_left(&cell.content),
            text: cell.content.text(),
        })
    }
}

/// Row labels begin at the left, everything else stands in the middle.
fn is_set_left(content: &PrintedContent) -> bool {
    match content {
        PrintedContent::RowLabel(_) => true,
        PrintedContent::Heading(_)
        | PrintedContent::Corner(_)
        | PrintedContent::ColumnLabel(_)
        | PrintedContent::Value { .. }
        | PrintedContent::Local(_) => false,
    }
}

/// Every text that is printed.
pub(crate) fn words(printed: &Printed) -> impl Iterator<Item = &str> {
    let sections = printed.sections.iter().flat_map(|section| {
        let cells = section.table.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        std::iter::once(section.heading.as_str())
            .chain(section.paragraphs.iter().map(String::as_str))
            .chain(cells.map(|cell| cell.content.text()))
    });
    let outside = printed.preamble.iter().chain(&printed.closing).map(String::as_str);
    [printed.title.as_str(), PAGE_NUMBERS].into_iter().chain(outside).chain(sections)
}

/// What page numbers are written with.
const PAGE_NUMBERS: &str = "—0123456789";

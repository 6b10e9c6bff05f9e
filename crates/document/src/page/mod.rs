//! A document as lines and tables, whatever it was written in.

mod budget;
mod docx;
mod frame;
mod front_matter;
mod grid;
mod html;
mod lines;
mod media;
mod origin;
mod pdf;
mod pipes;
mod reference;
mod separated;
mod text;
mod unwrap;
mod xlsx;

pub(crate) use docx::read as read_docx;
pub(crate) use grid::{Grid, GridText, RowCell};
pub(crate) use html::{Hidden, read as read_html};
pub(crate) use media::Media;
pub(crate) use origin::{Origin, Spot};
pub(crate) use pdf::read as read_pdf;
pub(crate) use separated::read as read_separated;
pub(crate) use text::read as read_text;
pub(crate) use xlsx::read as read_xlsx;

use std::collections::BTreeMap;

use nianbao_domain::evidence::PlacedText;

use crate::{MAX_LINES, ReadError};

/// A document in reading order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// What the head of a web page says about it.
    pub meta: Meta,
    /// Its lines and tables.
    pub blocks: Vec<Block>,
    /// What the document itself sets apart from its text: page numbers, running heads.
    pub chrome: Vec<PlacedText>,
    /// What it shows or offers beside its text.
    pub media: Media,
}

/// A line or a table.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A line with words.
    Line(PlacedText),
    /// A table with at least two columns.
    Table(Grid),
}

/// What a document says about itself: the head of a web page (国办发〔2017〕47号), the properties of
/// an office document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meta {
    /// `<title>`, `dc:title`.
    pub title: String,
    /// `ArticleTitle`.
    pub article_title: String,
    /// `PubDate`.
    pub published: String,
    /// `ContentSource`.
    pub source: String,
    /// `SiteName`.
    pub site: String,
    /// `Url`, or the canonical address.
    pub uri: String,
    /// What an office document carries unseen: its custom properties.
    pub identity: BTreeMap<String, String>,
}

/// Numbers the lines of a document and bounds how many there are.
#[derive(Debug, Default)]
pub(crate) struct LineCounter {
    lines: usize,
}

impl LineCounter {
    /// The number of the line before the next.
    fn last(&self) -> u32 {
        u32::try_from(self.lines).unwrap_or(u32::MAX)
    }

    fn next(&mut self) -> Result<u32, ReadError> {
        self.lines += 1;
        if self.lines > MAX_LINES {
            return Err(ReadError::TooManyLines { limit: MAX_LINES });
        }
        Ok(u32::try_from(self.lines).unwrap_or(u32::MAX))
    }
}

impl Page {
    /// Every text of the page with the line it stands in.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (u32, &str)> {
        self.blocks.iter().flat_map(|block| -> Box<dyn Iterator<Item = (u32, &str)>> {
            match block {
                Block::Line(line) => Box::new(std::iter::once((line.line, line.text.as_str()))),
                Block::Table(grid) => {
                    Box::new(grid.cells().iter().map(|cell| (cell.line, &*cell.text)))
                }
            }
        })
    }
}

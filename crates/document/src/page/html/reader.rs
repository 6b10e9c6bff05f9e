//! From tokens to lines and tables.

use html5gum::emitters::callback::CallbackEvent;
use nianbao_domain::evidence::PlacedText;

use super::Hidden;
use super::dropped::{Dropped, Why, is_void};
use super::element::Element;
use super::head::Attributes;
use crate::page::budget::TextBudget;
use crate::page::frame::{self, Frame};
use crate::page::lines::LineBuffer;
use crate::page::origin::Origin;
use crate::page::{Block, LineCounter, Media, Meta, Page};
use crate::{MAX_CELLS, MAX_MARKS, ReadError};

/// Pages lay out with a few tables in one another; deeper ones are read as lines.
const DEEPEST: usize = 24;

/// The state of reading a page.
#[derive(Debug, Default)]
pub(super) struct Reader {
    meta: Meta,
    media: Media,
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    /// How many tables began so far.
    tables: u32,
    too_deep: usize,
    line: LineBuffer,
    counter: LineCounter,
    number: u32,
    words: TextBudget,
    cells: usize,
    /// How many tags, references and attributes were counted so far.
    marks: usize,
    attributes: Attributes,
    tag: Option<Element>,
    tag_name: Vec<u8>,
    /// The element whose content is dropped.
    dropped: Option<Dropped>,
    drop_navigation: bool,
    drop_hidden: bool,
    in_title: bool,
    preformatted: usize,
}

impl Reader {
    /// Begins a page, whose navigation is dropped, and what it does not show as is said.
    pub(super) fn new(hidden: Hidden) -> Self {
        let drop_hidden = hidden == Hidden::Dropped;
        Self { drop_navigation: true, drop_hidden, ..Self::default() }
    }

    /// Counts so many tags, references or attributes.
    pub(super) fn spend(&mut self, marks: usize) -> Result<(), ReadError> {
        self.marks += marks;
        match self.marks > MAX_MARKS {
            true => Err(ReadError::TooMuchMarkup { limit: MAX_MARKS }),
            false => Ok(()),
        }
    }

    /// How many were counted so far.
    pub(super) fn spent(&self) -> usize {
        self.marks
    }

    /// Takes the next token.
    pub(super) fn event(&mut self, event: CallbackEvent<'_>) -> Result<(), ReadError> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Element::of(name));
                self.tag_name.clear();
                self.tag_name.extend_from_slice(name);
                self.attributes = Attributes::default();
                Ok(())
            }
            CallbackEvent::AttributeName { name } => {
                self.attributes.name(name);
                self.spend(1)
            }
            CallbackEvent::AttributeValue { value } => {
                self.attributes.value(value);
                Ok(())
            }
            CallbackEvent::CloseStartTag { self_closing } => match self.tag.take() {
                Some(element) => self.start(element, self_closing),
                None => Ok(()),
            },
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => Ok(()),
        }
    }

    /// Why the element that begins is dropped, if it is.
    fn drops(&self, element: Element) -> Option<Why> {
        match element {
            Element::Dropped | Element::Select => Some(Why::NoText),
            Element::TextArea if !self.is_in_cell() => Some(Why::NoText),
            Element::Navigation if self.drop_navigation => Some(Why::Navigation),
            _ if !self.drop_hidden || is_void(&self.tag_name) => None,
            _ => self.attributes.hidden.then_some(Why::Hidden),
        }
    }

    fn is_in_cell(&self) -> bool {
        self.frames.last().is_some_and(Frame::is_in_cell)
    }

    fn start(&mut self, element: Element, self_closing: bool) -> Result<(), ReadError> {
        if let Some(dropped) = &mut self.dropped {
            dropped.begin(&self.tag_name, self_closing);
            return Ok(());
        }
        if let Some(why) = self.drops(element) {
            self.attributes.attach(&mut self.media);
            if element == Element::Select {
                self.frames.last_mut().into_iter().for_each(Frame::see_what_is_no_text);
            }
            if !self_closing {
                self.dropped = Some(Dropped::new(&self.tag_name, why));
            }
            return Ok(());
        }
        match element {
            Element::Title => {
                self.in_title = !self_closing;
                Ok(())
            }
            Element::Meta => {
                self.attributes.describe(&mut self.meta);
                Ok(())
            }
            Element::Link => {
                self.attributes.link(&mut self.meta);
                Ok(())
            }
            Element::Preformatted => {
                self.preformatted += 1;
                self.flush()
            }
            Element::Picture => {
                self.attributes.picture(&mut self.media, self.number);
                self.frames.last_mut().into_iter().for_each(Frame::see_what_is_no_text);
                Ok(())
            }
            Element::Input => match self.attributes.shown().filter(|_| self.is_in_cell()) {
                Some(value) => {
                    self.words.take(value)?;
                    self.line.push(value);
                    Ok(())
                }
                None => Ok(()),
            },
            Element::Raised => {
                self.line.raise(true);
                Ok(())
            }
            Element::Anchor => {
                self.attributes.attach(&mut self.media);
                Ok(())
            }
            Element::Inline | Element::TextArea => Ok(()),
            Element::Table | Element::RowGroup | Element::Row | Element::Cell => {
                self.flush()?;
                self.start_of_table(element)
            }
            Element::Caption => {
                self.flush()?;
                self.frames.last_mut().into_iter().for_each(Frame::begin_caption);
                Ok(())
            }
            Element::Paragraph
            | Element::Break
            | Element::Navigation
            | Element::Dropped
            | Element::Select => self.flush(),
        }
    }

    fn start_of_table(&mut self, element: Element) -> Result<(), ReadError> {
        if element == Element::Table {
            self.tables += 1;
            self.cells += frame::COST;
            self.check_cells()?;
            match self.frames.len() {
                DEEPEST => self.too_deep += 1,
                _ => self.frames.push(Frame::new(Origin::Html { table: self.tables })),
            }
            return Ok(());
        }
        if self.too_deep > 0 {
            return Ok(());
        }
        let spans =
            (self.attributes.column_span.unwrap_or(1), self.attributes.row_span.unwrap_or(1));
        let line = self.number + 1;
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        let before = frame.covered();
        match element {
            Element::Row => frame.begin_row()?,
            Element::Cell => frame.begin_cell(spans, line)?,
            _ => frame.end_row()?,
        }
        self.cells += 1 + frame.covered() - before;
        self.check_cells()
    }

    fn check_cells(&self) -> Result<(), ReadError> {
        match self.cells > MAX_CELLS {
            true => Err(ReadError::TooManyCells { limit: MAX_CELLS }),
            false => Ok(()),
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<(), ReadError> {
        if let Some(dropped) = &mut self.dropped {
            if dropped.ends(name) {
                self.dropped = None;
            }
            return Ok(());
        }
        match Element::of(name) {
            Element::Inline
            | Element::Meta
            | Element::Link
            | Element::Picture
            | Element::Anchor
            | Element::Input
            | Element::TextArea
            | Element::Select
            | Element::Dropped => Ok(()),
            Element::Raised => {
                self.line.raise(false);
                Ok(())
            }
            Element::Title => {
                self.in_title = false;
                self.meta.title = self.line.take().unwrap_or_default();
                Ok(())
            }
            Element::Preformatted => {
                self.preformatted = self.preformatted.saturating_sub(1);
                self.flush()
            }
            element => {
                self.flush()?;
                self.end_of_table(element)
            }
        }
    }

    fn end_of_table(&mut self, element: Element) -> Result<(), ReadError> {
        if self.too_deep > 0 {
            self.too_deep -= usize::from(element == Element::Table);
            return Ok(());
        }
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        match element {
            Element::Cell => frame.end_cell(),
            Element::Caption => {
                frame.end_caption();
                Ok(())
            }
            Element::Row | Element::RowGroup => frame.end_row(),
            Element::Table => self.close_table(),
            _ => Ok(()),
        }
    }

    fn close_table(&mut self) -> Result<(), ReadError> {
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        frame.finish()?.into_iter().for_each(|block| self.push(block));
        Ok(())
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(frame) => frame.push(block),
            None => self.blocks.push(block),
        }
    }

    fn text(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        if let Some(dropped) = &self.dropped {
            if dropped.name == b"script" {
                self.media.script(&String::from_utf8_lossy(bytes));
            }
            self.media.hides |= dropped.why == Why::Hidden && !bytes.trim_ascii().is_empty();
            return Ok(());
        }
        let text = String::from_utf8_lossy(bytes);
        self.words.take(&text)?;
        if self.preformatted == 0 || self.in_title {
            self.line.push(&text);
            return Ok(());
        }
        let mut lines = text.split(['\n']);
        self.line.push_preformatted(lines.next().unwrap_or_default());
        for line in lines {
            if !self.line.is_empty() {
                self.flush()?;
            }
            self.line.push_preformatted(line);
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        if self.in_title {
            return Ok(());
        }
        if let Some(text) = self.line.take() {
            self.words.take_line()?;
            self.number = self.counter.next()?;
            let line = self.number;
            self.push(Block::Line(PlacedText { line, text }));
        }
        Ok(())
    }

    /// The page; none where an element to be dropped was never closed, and took the rest with it.
    pub(super) fn finish(mut self) -> Result<Option<Page>, ReadError> {
        if self.dropped.as_ref().is_some_and(|dropped| dropped.why != Why::NoText) {
            return Ok(None);
        }
        self.in_title = false;
        self.flush()?;
        while !self.frames.is_empty() {
            self.close_table()?;
        }
        let (meta, blocks, media) = (self.meta, self.blocks, self.media);
        Ok(Some(Page { meta, blocks, media, ..Page::default() }))
    }
}

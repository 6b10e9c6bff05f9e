//! Tables, one within another.

use crate::package::Xml;
use crate::page::Block;
use crate::page::frame::{self, Frame};
use crate::page::origin::Origin;
use crate::{MAX_CELLS, ReadError};

/// The tables that are open, and what stands outside of them.
#[derive(Debug, Default)]
pub(super) struct Tables {
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    too_deep: usize,
    /// How many tables began so far.
    count: u32,
    cells: usize,
}

/// Documents lay out with a few tables in one another; deeper ones are read as lines.
const DEEPEST: usize = 24;

impl Tables {
    /// A table, a row or a cell begins, at a line of the document.
    pub(super) fn start(&mut self, name: &str, line: u32) -> Result<(), ReadError> {
        if name == "tbl" {
            self.count += 1;
            self.cells += frame::COST;
            match self.frames.len() {
                DEEPEST => self.too_deep += 1,
                _ => self.frames.push(Frame::new(Origin::Word { table: self.count })),
            }
        }
        let Some(frame) = self.frames.last_mut().filter(|_| self.too_deep == 0) else {
            return Ok(());
        };
        match name {
            "tc" => {
                let before = frame.covered();
                frame.begin_cell((1, 1), line)?;
                self.cells += 1 + frame.covered() - before;
                self.check()
            }
            // A row begins with its first cell: it may turn out to be deleted.
            "tr" => frame.end_row(),
            _ => Ok(()),
        }
    }

    /// The properties of the row that has just begun; a deleted one is passed over.
    pub(super) fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let (mut before, mut is_deleted) = (0_usize, false);
        xml.each(|tag, xml| {
            match tag.name() {
                "gridBefore" => before = tag.number("val").unwrap_or_default(),
                "del" => is_deleted = true,
                "trPrChange" => xml.skip()?,
                _ => {}
            }
            Ok(())
        })?;
        if is_deleted {
            return Ok(xml.skip()?);
        }
        let frame = self.frames.last_mut().filter(|_| before > 0 && self.too_deep == 0);
        if let Some(frame) = frame {
            frame.begin_row_behind(before)?;
        }
        Ok(())
    }

    /// The properties of the cell that has just begun.
    pub(super) fn cell(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let (mut columns, mut continues) = (1, false);
        xml.each(|tag, xml| {
            match tag.name() {
                "gridSpan" => columns = tag.number("val").unwrap_or(1),
                "vMerge" => continues = tag.value().is_none_or(|value| value != "restart"),
                "tcPrChange" => xml.skip()?,
                _ => {}
            }
            Ok(())
        })?;
        if let Some(frame) = self.frames.last_mut().filter(|_| self.too_deep == 0) {
            frame.shape_cell(columns, continues);
        }
        Ok(())
    }

    /// A table, a row or a cell ends.
    pub(super) fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if self.too_deep > 0 {
            self.too_deep -= usize::from(name == "tbl");
            return Ok(());
        }
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        match name {
            "tbl" => self.close(),
            "tr" => frame.end_row(),
            _ => {
                let before = frame.covered();
                frame.end_cell()?;
                self.cells += frame.covered() - before;
                self.check()
            }
        }
    }

    /// Takes note of something in the open cell that is no text: a picture, a choice.
    pub(super) fn see_what_is_no_text(&mut self) {
        self.frames.last_mut().into_iter().for_each(Frame::see_what_is_no_text);
    }

    /// A line or a table, where the document has come to.
    pub(super) fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(frame) => frame.push(block),
            None => self.blocks.push(block),
        }
    }

    /// Everything, in the order of the document.
    pub(super) fn finish(mut self) -> Result<Vec<Block>, ReadError> {
        while !self.frames.is_empty() {
            self.close()?;
        }
        Ok(self.blocks)
    }

    fn close(&mut self) -> Result<(), ReadError> {
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        frame.finish()?.into_iter().for_each(|block| self.push(block));
        Ok(())
    }

    fn check(&self) -> Result<(), ReadError> {
        match self.cells > MAX_CELLS {
            true => Err(ReadError::TooManyCells { limit: MAX_CELLS }),
            false => Ok(()),
        }
    }
}

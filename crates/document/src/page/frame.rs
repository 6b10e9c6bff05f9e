//! A table that is being read.

use nianbao_domain::evidence::PlacedText;

use crate::ReadError;
use crate::page::Block;
use crate::page::grid::GridBuilder;
use crate::page::origin::Origin;
use crate::page::unwrap::unwrap;
use crate::recognition::{is_section_heading, is_section_title};

/// A table on the stack of open tables.
#[derive(Debug, Default)]
pub(super) struct Frame {
    grid: GridBuilder,
    cell: Option<OpenCell>,
    in_row: bool,
    /// What closed cells contain, if it turns out that the table only lays out the page.
    content: Vec<Block>,
    /// What stands in the table and in no cell of it, which browsers show before the table.
    beside: Vec<Block>,
    /// Whether it does.
    is_layout: bool,
    /// Whether the caption is being read.
    in_caption: bool,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct OpenCell {
    blocks: Vec<Block>,
    spans: (usize, usize),
    line: u32,
    /// Whether it only continues the cell above, whatever it contains.
    continues: bool,
    /// Whether something is in it that is no text.
    has_picture: bool,
}

/// What stands in a cell with a picture and no text: it is not blank.
pub(super) const PICTURE: &str = "［图片］";
/// A table costs as much as so many cells, however few it has.
pub(super) const COST: usize = 16;
/// A cell of a table has a label or a value; one with more lines lays out the page.
const MOST_LINES: usize = 40;

impl Frame {
    /// A table that stands there.
    pub(super) fn new(origin: Origin) -> Self {
        Self { grid: GridBuilder::new(origin), ..Self::default() }
    }

    /// How many places the table covers so far.
    pub(super) fn covered(&self) -> usize {
        self.grid.covered()
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self) -> Result<(), ReadError> {
        self.end_cell()?;
        self.end_caption();
        self.in_row = true;
        self.grid.begin_row()
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) -> Result<(), ReadError> {
        self.in_row = false;
        self.end_cell()
    }

    /// Begins a cell that covers so many columns and rows.
    pub(super) fn begin_cell(&mut self, spans: (usize, usize), line: u32) -> Result<(), ReadError> {
        self.end_cell()?;
        if !self.in_row {
            self.begin_row()?;
        }
        self.cell = Some(OpenCell { spans, line, ..OpenCell::default() });
        Ok(())
    }

    /// Begins a row that leaves out so many columns.
    pub(super) fn begin_row_behind(&mut self, columns: usize) -> Result<(), ReadError> {
        self.begin_row()?;
        self.grid.leave_out(columns)
    }

    /// Tells how many columns the open cell covers, and whether it continues the one above.
    pub(super) fn shape_cell(&mut self, columns: usize, continues: bool) {
        if let Some(cell) = &mut self.cell {
            (cell.spans, cell.continues) = ((columns, 1), continues);
        }
    }

    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.cell.is_some()
    }

    /// Takes note of something in the open cell that is no text: a picture, a choice.
    pub(super) fn see_what_is_no_text(&mut self) {
        self.cell.iter_mut().for_each(|cell| cell.has_picture = true);
    }

    /// Adds content to the open cell, or, where there is none, to what stands beside the table.
    pub(super) fn push(&mut self, block: Block) {
        match &mut self.cell {
            Some(cell) => cell.blocks.push(block),
            None if self.in_caption && is_title(&block) => {}
            None => self.beside.push(block),
        }
    }

    /// Begins the caption: the title of the section in it names the table again, and is no text.
    pub(super) fn begin_caption(&mut self) {
        self.in_caption = true;
    }

    /// Ends the caption.
    pub(super) fn end_caption(&mut self) {
        self.in_caption = false;
    }

    /// Ends the cell.
    pub(super) fn end_cell(&mut self) -> Result<(), ReadError> {
        let Some(mut cell) = self.cell.take() else { return Ok(()) };
        let (text, line) = cell.text();
        if cell.continues {
            return self.grid.continue_down(line, cell.spans.0);
        }
        self.is_layout |= cell.is_layout();
        self.content.append(&mut cell.blocks);
        self.grid.add(text, line, cell.spans)
    }

    /// The table, or what it contains where it only lays out the page.
    pub(super) fn finish(mut self) -> Result<Vec<Block>, ReadError> {
        self.end_cell()?;
        let mut blocks = self.beside;
        if self.is_layout {
            blocks.append(&mut self.content);
        } else {
            unwrap(self.grid.finish()?, &mut blocks);
        }
        Ok(blocks)
    }
}

fn is_title(block: &Block) -> bool {
    matches!(block, Block::Line(line) if is_section_title(&line.text))
}

impl OpenCell {
    fn lines(&self) -> impl Iterator<Item = &PlacedText> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line),
            Block::Table(_) => None,
        })
    }

    fn text(&self) -> (String, u32) {
        let texts: Vec<&str> = self.lines().map(|line| line.text.as_str()).collect();
        let line = self.lines().next().map_or(self.line, |first| first.line);
        match texts.is_empty() && self.has_picture {
            true => (PICTURE.to_owned(), line),
            false => (texts.join("\n"), line),
        }
    }

    fn is_layout(&self) -> bool {
        let nested = self.lines().count() < self.blocks.len();
        let long = self.blocks.len() > MOST_LINES;
        nested
            || long
            || (self.blocks.len() > 1 && self.lines().any(|it| is_section_heading(&it.text)))
    }
}

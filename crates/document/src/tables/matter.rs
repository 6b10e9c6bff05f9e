//! Lines and tables with the labels that are in them, looked up once.

use nianbao_domain::evidence::PlacedText;

use super::elements::{self, Element};
use crate::lexicon::Term;
use crate::page::{Block, Grid};

/// A block of a part of the report.
#[derive(Clone, Debug)]
pub(super) enum Matter {
    /// A line of text.
    Line(PlacedText),
    /// Lines some of which are labels: cells one on a line.
    Cells(Vec<Element>),
    /// A table.
    Table(TermedGrid),
}

/// A table, with the labels that its cells are.
#[derive(Clone, Debug)]
pub(super) struct TermedGrid {
    /// The table.
    pub grid: Grid,
    /// The labels among its cells, by their places among them; few cells are.
    terms: Vec<(usize, Term)>,
}

/// So many labels of the form make a table elsewhere one of the statutory ones.
const ENOUGH_LABELS: usize = 4;

/// Looks up the labels of blocks; those of lines only where they may be cells.
pub(super) fn of(blocks: Vec<Block>, with_lines: bool) -> Vec<Matter> {
    let (mut matter, mut lines) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Line(line) if with_lines => lines.push(line),
            Block::Line(line) => matter.push(Matter::Line(line)),
            Block::Table(grid) => {
                push_lines(&mut lines, &mut matter);
                matter.push(Matter::Table(TermedGrid::new(grid)));
            }
        }
    }
    push_lines(&mut lines, &mut matter);
    matter
}

fn push_lines(lines: &mut Vec<PlacedText>, matter: &mut Vec<Matter>) {
    let lines = std::mem::take(lines);
    let elements = elements::of(&lines);
    if elements.iter().any(|element| element.term().is_some()) {
        matter.push(Matter::Cells(elements));
    } else {
        matter.extend(lines.into_iter().map(Matter::Line));
    }
}

/// Most cells of a table hold numbers, which are no labels.
fn label(words: &str) -> Option<Term> {
    let numeric = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    if numeric { None } else { Term::of(words) }
}

impl TermedGrid {
    fn new(grid: Grid) -> Self {
        let cells = grid.cells().iter().enumerate();
        let terms = cells.filter_map(|(at, cell)| Some((at, label(&cell.text)?))).collect();
        Self { grid, terms }
    }

    /// The label that a cell is, by its place among all cells.
    pub(super) fn term(&self, cell: usize) -> Option<Term> {
        let at = self.terms.binary_search_by_key(&cell, |(at, _)| *at).ok()?;
        self.terms.get(at).map(|(_, term)| *term)
    }

    /// Whether this is, or may be, one of the statutory tables.
    pub(super) fn is_statutory(&self, expected: bool) -> bool {
        self.terms.len() >= if expected { 1 } else { ENOUGH_LABELS }
    }
}

impl Matter {
    /// The labels in it.
    pub(super) fn terms(&self) -> Vec<Term> {
        match self {
            Self::Line(_) => Vec::new(),
            Self::Cells(elements) => elements.iter().filter_map(Element::term).collect(),
            Self::Table(table) => table.terms.iter().map(|(_, term)| *term).collect(),
        }
    }

    /// The block it was made of; cells are read, and leave lines behind.
    pub(super) fn into_block(self) -> Option<Block> {
        match self {
            Self::Line(line) => Some(Block::Line(line)),
            Self::Table(table) => Some(Block::Table(table.grid)),
            Self::Cells(_) => None,
        }
    }
}

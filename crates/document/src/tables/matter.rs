//! Lines and tables with the labels that are in them, looked up once.

use nianbao_domain::evidence::PlacedText;

use crate::lexicon::Term;
use crate::page::{Block, Grid};

/// A block of a part of the report.
#[derive(Clone, Debug)]
pub(super) enum Matter {
    /// A line.
    Line(TermedLine),
    /// A table.
    Table(TermedGrid),
}

/// A line, with the label that it is.
#[derive(Clone, Debug)]
pub(super) struct TermedLine {
    /// The line.
    pub line: PlacedText,
    /// The label, if the whole line is one.
    pub term: Option<Term>,
}

/// A table, with the labels that its cells are.
#[derive(Clone, Debug)]
pub(super) struct TermedGrid {
    /// The table.
    pub grid: Grid,
    /// For every cell the label that it is.
    pub terms: Vec<Option<Term>>,
}

/// So many labels of the form make a table elsewhere one of the statutory ones.
const ENOUGH_LABELS: usize = 4;

/// Looks up the labels of blocks; those of lines only where they may be cells.
pub(super) fn of(blocks: Vec<Block>, with_lines: bool) -> Vec<Matter> {
    let matter = |block| match block {
        Block::Line(line) => {
            let term = if with_lines { Term::of(&line.text) } else { None };
            Matter::Line(TermedLine { line, term })
        }
        Block::Table(grid) => {
            let terms = grid.cells().iter().map(|cell| label(&cell.text)).collect();
            Matter::Table(TermedGrid { grid, terms })
        }
    };
    blocks.into_iter().map(matter).collect()
}

/// Most cells of a table hold numbers, which are no labels.
fn label(words: &str) -> Option<Term> {
    let numeric = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    if numeric { None } else { Term::of(words) }
}

impl TermedGrid {
    /// Whether this is, or may be, one of the statutory tables.
    pub(super) fn is_statutory(&self, expected: bool) -> bool {
        let labels = self.terms.iter().flatten().count();
        labels >= if expected { 1 } else { ENOUGH_LABELS }
    }
}

impl Matter {
    /// The labels in it.
    pub(super) fn terms(&self) -> Vec<Term> {
        match self {
            Self::Line(line) => line.term.into_iter().collect(),
            Self::Table(table) => table.terms.iter().flatten().copied().collect(),
        }
    }

    /// The block it was made of.
    pub(super) fn into_block(self) -> Block {
        match self {
            Self::Line(line) => Block::Line(line.line),
            Self::Table(table) => Block::Table(table.grid),
        }
    }

    /// A line that is no label.
    pub(super) fn text(line: PlacedText) -> Self {
        Self::Line(TermedLine { line, term: None })
    }
}

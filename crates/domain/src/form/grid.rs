//! The printed layout of a table as a grid with merged cells: every renderer walks this.

use super::node::{self, Node, depth};
use super::table::{Block, Direction, Table};
use super::{CellId, Column, Label, Line};

/// A table as printed, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// How many columns the grid is wide.
    pub width: usize,
    /// Its rows.
    pub rows: Vec<GridRow>,
}

/// One row: only the cells that begin in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Cells from left to right.
    pub cells: Vec<GridCell>,
}

/// A cell that may be merged over several rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// What is in it.
    pub content: GridContent,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
}

/// What a cell of the grid shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridContent {
    /// The heading over a block.
    Heading(String),
    /// The words in the corner, above the row labels.
    Corner(String),
    /// A label of one or more columns.
    ColumnLabel(String),
    /// A label of one or more rows.
    RowLabel(String),
    /// The value of a cell of the form.
    Value(CellId),
}

impl GridCell {
    fn new(content: GridContent, row_span: usize, column_span: usize) -> Self {
        Self { content, row_span, column_span }
    }
}

impl Table {
    /// The table as printed.
    pub fn grid(&'static self) -> Grid {
        match self.direction {
            Direction::Down => down(self.blocks),
            Direction::Across => across(self.blocks),
        }
    }
}

fn down(blocks: &'static [Block]) -> Grid {
    let width = blocks
        .iter()
        .map(|block| depth(block.rows) + node::printed(block.columns).len())
        .max()
        .unwrap_or(0);
    let mut rows = Vec::new();
    for block in blocks {
        if let Some(heading) = block.heading {
            rows.push(GridRow {
                cells: vec![GridCell::new(GridContent::Heading(heading.to_owned()), 1, width)],
            });
        }
        rows.extend(header(block, width));
        rows.extend(body(block, width));
    }
    Grid { width, rows }
}

/// How much wider the last column of a block is, so that all blocks are equally wide.
fn slack(block: &'static Block, width: usize) -> usize {
    width - depth(block.rows) - node::printed(block.columns).len()
}

fn header(block: &'static Block, width: usize) -> Vec<GridRow> {
    let labels = depth(block.columns);
    let height = labels + usize::from(block.columns_heading.is_some());
    let mut rows = vec![GridRow::default(); height];
    let corner = GridContent::Corner(block.corner.unwrap_or_default().to_owned());
    rows[0].cells.push(GridCell::new(corner, height, depth(block.rows)));
    if let Some(heading) = block.columns_heading {
        let label = GridContent::ColumnLabel(heading.to_owned());
        rows[0].cells.push(GridCell::new(label, 1, width - depth(block.rows)));
    }
    column_labels(block.columns, &mut rows[height - labels..]);
    for row in &mut rows[height - labels..] {
        if let Some(last) =
            row.cells.last_mut().filter(|cell| matches!(cell.content, GridContent::ColumnLabel(_)))
        {
            last.column_span += slack(block, width);
        }
    }
    rows
}

/// Writes the labels of an axis above their columns; `rows` are exactly as many as the axis is deep.
fn column_labels<K: Copy>(axis: &'static [Node<K>], rows: &mut [GridRow]) {
    let height = rows.len();
    let Some((first, below)) = rows.split_first_mut() else { return };
    for node in axis {
        let label = GridContent::ColumnLabel(node.label().printed());
        match node {
            Node::Leaf(..) | Node::Total(..) => first.cells.push(GridCell::new(label, height, 1)),
            Node::Group(_, _, inner) => {
                first.cells.push(GridCell::new(label, 1, node::printed(inner).len()));
                column_labels(inner, below);
            }
        }
    }
}

fn body(block: &'static Block, width: usize) -> Vec<GridRow> {
    let mut rows = Vec::new();
    body_rows(block.rows, depth(block.rows), Vec::new(), &mut |labels, line| {
        let mut cells = labels;
        cells.extend(values(line, &node::printed(block.columns), slack(block, width)));
        rows.push(GridRow { cells });
    });
    rows
}

fn values(line: Line, columns: &[Column], slack: usize) -> Vec<GridCell> {
    let value =
        |column: &Column| GridCell::new(GridContent::Value(CellId::new(line, *column)), 1, 1);
    let mut cells: Vec<_> = columns.iter().map(value).collect();
    if let Some(last) = cells.last_mut() {
        last.column_span += slack;
    }
    cells
}

/// Calls `row` for every printed line with the labels that begin in its row: those of the groups
/// it is the first line of (`opened`), then its own.
fn body_rows(
    axis: &'static [Node<Line>],
    room: usize,
    mut opened: Vec<GridCell>,
    row: &mut impl FnMut(Vec<GridCell>, Line),
) {
    for node in axis {
        let mut labels = std::mem::take(&mut opened);
        let text = |label: &Label| GridContent::RowLabel(label.printed());
        match node {
            Node::Leaf(line, label) | Node::Total(line, label) => {
                labels.push(GridCell::new(text(label), 1, room));
                row(labels, *line);
            }
            Node::Group(_, label, inner) => {
                labels.push(GridCell::new(text(label), node::printed(inner).len(), 1));
                body_rows(inner, room - 1, labels, row);
            }
        }
    }
}

/// Lines side by side: their labels over their columns, and one row of values.
fn across(blocks: &'static [Block]) -> Grid {
    let (mut rows, mut width) = (Vec::new(), 0);
    for block in blocks {
        let (lines, columns) = (node::printed(block.rows), node::printed(block.columns));
        let mut labels = vec![GridRow::default(); depth(block.rows)];
        column_labels(block.rows, &mut labels);
        labels
            .iter_mut()
            .flat_map(|row| &mut row.cells)
            .for_each(|cell| cell.column_span *= columns.len());
        rows.extend(labels);
        let mut outcomes = vec![GridRow::default(); depth(block.columns)];
        lines.iter().for_each(|_| column_labels(block.columns, &mut outcomes));
        rows.extend(outcomes);
        rows.push(GridRow {
            cells: lines.iter().flat_map(|line| values(*line, &columns, 0)).collect(),
        });
        width = width.max(lines.len() * columns.len());
    }
    Grid { width, rows }
}

//! Where the cells of a table come to stand.

use super::table::{PrintedCell, PrintedTable};

/// A cell with the place of its first row and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedCell<'a> {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The cell.
    pub cell: &'a PrintedCell,
}

impl PrintedTable {
    /// The cells in reading order, each with its place.
    pub fn placed(&self) -> Vec<PlacedCell<'_>> {
        // For every column the first row that nothing reaches down into.
        let mut free = vec![0; self.width];
        let mut placed = Vec::new();
        for (row, cells) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in &cells.cells {
                while free.get(column).is_some_and(|from| *from > row) {
                    column += 1;
                }
                placed.push(PlacedCell { row, column, cell });
                let end = column + cell.column_span;
                free.resize(free.len().max(end), 0);
                free[column..end].fill(row + cell.row_span);
                column = end;
            }
        }
        placed
    }

    /// How many columns the widest row is wide, the organ's own included.
    pub fn full_width(&self) -> usize {
        let end = |it: PlacedCell<'_>| it.column + it.cell.column_span;
        self.placed().into_iter().map(end).max().unwrap_or(0)
    }
}

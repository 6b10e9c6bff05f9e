//! Where the cells of a printed grid stand, once merged cells have taken their room.

use std::collections::BTreeSet;

use nianbao_domain::form::{Grid, GridContent};

/// The place of a cell: its first row and column, and how many it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The first row.
    pub row: usize,
    /// The first column.
    pub column: usize,
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

/// Every cell of a grid with its place, row by row.
pub fn placed(grid: &Grid) -> Vec<(Placed, &GridContent)> {
    let mut taken = BTreeSet::new();
    let mut placed = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        let mut column = 0;
        for cell in &cells.cells {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            let (rows, columns) = (cell.row_span, cell.column_span);
            let at = Placed { row, column, rows, columns };
            for covered in row..row + rows {
                taken.extend((column..column + columns).map(|column| (covered, column)));
            }
            placed.push((at, &cell.content));
            column += columns;
        }
    }
    placed
}

//! A table with its merged cells: every place knows the cell that covers it.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use super::origin::{Origin, Spot};
use crate::{MAX_CELLS, MAX_COLUMNS, ReadError};

/// A table as a grid.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    origin: Arc<Origin>,
    cells: Vec<GridText>,
    rows: Vec<Vec<Place>>,
    /// The row of the table that the grid begins with.
    first_row: u32,
}

/// A place with the number of the cell that covers it, counted from 1.
type Place = Option<NonZeroU32>;

/// A cell of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct GridText {
    /// Its words; lines within it are separated by line feeds.
    pub text: Box<str>,
    /// The line of the document.
    pub line: u32,
    row: u32,
    column: u32,
}

impl GridText {
    /// Where the cell stands in the document, if it is of a table that stands there.
    pub(crate) fn spot(&self, origin: &Arc<Origin>) -> Spot {
        Spot::new(origin, self.row, self.column)
    }
}

/// A cell as one row sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowCell<'a> {
    /// The place of the cell among all cells of the grid.
    pub index: usize,
    /// The cell.
    pub cell: &'a GridText,
    /// The first grid column it covers.
    pub first: usize,
    /// The last grid column it covers.
    pub last: usize,
    /// Whether it begins in this row, and does not come down from one above.
    pub own: bool,
}

impl Grid {
    /// How many rows there are.
    pub(crate) fn height(&self) -> usize {
        self.rows.len()
    }

    /// The widest row.
    pub(crate) fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The cells, in reading order.
    pub(crate) fn cells(&self) -> &[GridText] {
        &self.cells
    }

    /// The cells of a row from left to right, each once, those from above included.
    pub(crate) fn row(&self, row: usize) -> Vec<RowCell<'_>> {
        let mut cells: Vec<RowCell<'_>> = Vec::new();
        for (column, place) in self.rows[row].iter().enumerate() {
            let Some(index) = place.map(index) else { continue };
            match cells.last_mut() {
                Some(last) if last.index == index && last.last + 1 == column => last.last = column,
                _ => cells.push(self.row_cell(row, index, column)),
            }
        }
        cells
    }

    fn row_cell(&self, row: usize, index: usize, column: usize) -> RowCell<'_> {
        let cell = &self.cells[index];
        let begins = cell.row.saturating_sub(self.first_row) as usize;
        RowCell { index, cell, first: column, last: column, own: begins == row }
    }

    /// Where the table stands in the document.
    pub(crate) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// The words of a row's own cells that have any, in order.
    pub(crate) fn words(&self, row: usize) -> Vec<&GridText> {
        let own = self.row(row).into_iter().filter(|it| it.own && !it.cell.text.is_empty());
        own.map(|it| it.cell).collect()
    }

    /// The rows from `from` up to `to` as a grid of their own; what reaches down into them begins
    /// in their first row.
    pub(crate) fn slice(&self, from: usize, to: usize) -> Self {
        let first_row = self.first_row.saturating_add(u32::try_from(from).unwrap_or(u32::MAX));
        let origin = Arc::clone(&self.origin);
        let mut piece = Self { origin, first_row, ..Self::default() };
        let mut moved: BTreeMap<NonZeroU32, Place> = BTreeMap::new();
        for places in &self.rows[from..to] {
            let mut move_cell = |place: NonZeroU32| {
                *moved.entry(place).or_insert_with(|| {
                    piece.cells.push(self.cells[index(place)].clone());
                    last(&piece.cells)
                })
            };
            let places = places.iter().map(|place| place.and_then(&mut move_cell)).collect();
            piece.rows.push(places);
        }
        piece
    }
}

/// The place of a cell among all of its grid.
fn index(place: NonZeroU32) -> usize {
    place.get() as usize - 1
}

/// What a place says that the last of cells covers.
fn last(cells: &[GridText]) -> Place {
    NonZeroU32::new(u32::try_from(cells.len()).unwrap_or(u32::MAX))
}

/// Builds a grid row by row.
#[derive(Debug, Default)]
pub(crate) struct GridBuilder {
    grid: Grid,
    /// For every grid column the cell that reaches down into the next row, and for how many rows.
    reaching: Vec<(Place, u32)>,
    /// How many of them there are.
    reaches: usize,
    column: usize,
    /// Cells added to the row so far.
    in_row: u32,
    /// Places covered so far.
    covered: usize,
}

/// No official table is wider or taller; beyond it, spans are mistakes or attacks.
pub(super) const WIDEST_SPAN: usize = 64;
pub(super) const TALLEST_SPAN: usize = 512;

impl GridBuilder {
    /// A grid of a table that stands there.
    pub(crate) fn new(origin: Origin) -> Self {
        let grid = Grid { origin: Arc::new(origin), ..Grid::default() };
        Self { grid, ..Self::default() }
    }

    /// How many places are covered so far.
    pub(crate) fn covered(&self) -> usize {
        self.covered
    }

    /// Begins a row.
    pub(crate) fn begin_row(&mut self) -> Result<(), ReadError> {
        self.finish_row()?;
        self.grid.rows.push(Vec::new());
        (self.column, self.in_row) = (0, 0);
        Ok(())
    }

    /// Adds a cell to the row at the next free places.
    pub(crate) fn add(
        &mut self,
        text: String,
        line: u32,
        spans: (usize, usize),
    ) -> Result<(), ReadError> {
        if self.grid.rows.is_empty() {
            self.begin_row()?;
        }
        let (wide, tall) = (spans.0.clamp(1, WIDEST_SPAN), spans.1.clamp(1, TALLEST_SPAN));
        self.carry_down(false);
        let row = u32::try_from(self.grid.rows.len() - 1).unwrap_or(u32::MAX);
        let column = match self.grid.origin.counts_columns() {
            true => u32::try_from(self.column).unwrap_or(u32::MAX),
            false => self.in_row,
        };
        self.in_row += 1;
        self.grid.cells.push(GridText { text: text.into_boxed_str(), line, row, column });
        let cell = last(&self.grid.cells);
        for _ in 0..wide {
            self.cover(cell, u32::try_from(tall - 1).unwrap_or(0));
        }
        self.covered += wide;
        self.check()
    }

    /// Lets the cell above cover the next free places of the row, too; where there is none, a blank
    /// cell does.
    pub(crate) fn continue_down(&mut self, line: u32, wide: usize) -> Result<(), ReadError> {
        self.carry_down(false);
        let above = self.grid.rows.len().checked_sub(2).map(|above| &self.grid.rows[above]);
        let above = above.and_then(|row| row.get(self.column).copied().flatten());
        if above.is_none() {
            return self.add(String::new(), line, (wide, 1));
        }
        let wide = wide.clamp(1, WIDEST_SPAN);
        self.in_row += 1;
        (0..wide).for_each(|_| self.cover(above, 0));
        self.covered += wide;
        self.check()
    }

    /// Leaves out places of the row: no cell is there.
    pub(crate) fn leave_out(&mut self, places: usize) -> Result<(), ReadError> {
        let places = places.min(WIDEST_SPAN);
        self.column += places;
        self.covered += places;
        self.check()
    }

    fn cover(&mut self, cell: Place, below: u32) {
        if self.reaching.len() <= self.column {
            self.reaching.resize(self.column + 1, (None, 0));
        }
        let before = std::mem::replace(&mut self.reaching[self.column], (cell, below));
        self.reaches += usize::from(below > 0);
        self.reaches -= usize::from(before.1 > 0);
        if let Some(row) = self.grid.rows.last_mut() {
            row.resize(self.column, None);
            row.push(cell);
        }
        self.column += 1;
    }

    /// Puts the cells that reach down from above where the row has come to; to its end at the end.
    fn carry_down(&mut self, to_the_end: bool) {
        while let Some((cell, below)) = self.reaching.get(self.column).copied() {
            match below {
                0 if to_the_end => self.column += 1,
                0 => break,
                _ => self.cover(cell, below - 1),
            }
        }
    }

    fn finish_row(&mut self) -> Result<(), ReadError> {
        if self.grid.rows.is_empty() {
            return Ok(());
        }
        self.covered += 1;
        if self.reaches > 0 {
            self.covered += self.reaching.len();
            self.carry_down(true);
        }
        self.check()
    }

    fn check(&self) -> Result<(), ReadError> {
        if self.covered > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        match self.column > MAX_COLUMNS {
            true => Err(ReadError::TooManyColumns { limit: MAX_COLUMNS }),
            false => Ok(()),
        }
    }

    /// The grid.
    pub(crate) fn finish(mut self) -> Result<Grid, ReadError> {
        self.finish_row()?;
        Ok(self.grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(grid: &Grid) -> Vec<String> {
        let shown = |row: usize| {
            let cells = grid.row(row).into_iter();
            let cell = |it: RowCell<'_>| {
                format!(
                    "{}{}{}",
                    it.cell.text,
                    if it.own { "" } else { "^" },
                    "+".repeat(it.last - it.first)
                )
            };
            cells.map(cell).collect::<Vec<_>>().join(" ")
        };
        (0..grid.height()).map(shown).collect()
    }

    fn built(rows: &[&[(&str, usize, usize)]]) -> Grid {
        let mut builder = GridBuilder::default();
        for row in rows {
            builder.begin_row().unwrap();
            for (text, wide, tall) in *row {
                builder.add((*text).to_owned(), 1, (*wide, *tall)).unwrap();
            }
        }
        builder.finish().unwrap()
    }

    #[test]
    fn merged_cells_cover_their_places() {
        let grid =
            built(&[&[("a", 2, 2), ("b", 1, 1), ("c", 1, 3)], &[("d", 1, 1)], &[("e", 3, 1)]]);
        assert_eq!(picture(&grid), ["a+ b c", "a^+ d c^", "e++ c^"]);
        assert_eq!(picture(&grid.slice(1, 3)), ["a+ d c", "e++ c^"]);
    }

    #[test]
    fn a_hostile_span_covers_little() {
        let grid = built(&[&[("a", 1_000_000, 1_000_000)], &[("b", 1, 1)]]);
        assert_eq!(grid.width(), WIDEST_SPAN + 1);
        assert_eq!(grid.height(), 2);
    }

    #[test]
    fn a_row_that_is_too_short_leaves_a_gap() {
        let grid = built(&[&[("a", 1, 1), ("b", 1, 2)], &[], &[("c", 1, 1)]]);
        assert_eq!(picture(&grid), ["a b", "b^", "c"]);
    }
}

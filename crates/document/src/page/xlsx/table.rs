//! From rows of a worksheet to a grid. Columns without any words are left out, so that a cell far
//! away costs no more than one nearby.

use super::blocks::{Row, Writer};
use super::merged::Merged;
use super::reference::Area;
use crate::page::Block;
use crate::page::grid::{GridBuilder, TALLEST_SPAN, WIDEST_SPAN};
use crate::page::origin::Origin;
use crate::{MAX_CELLS, ReadError};

/// Makes tables of a worksheet from top to bottom.
#[derive(Debug)]
pub(super) struct TableWriter<'m> {
    name: &'m str,
    /// The merged areas that did not yet begin.
    merged: std::iter::Peekable<std::slice::Iter<'m, Area>>,
}

/// A table that is being made.
struct Table<'r, 's> {
    rows: &'r [Row<'s>],
    columns: Vec<u32>,
    /// For every column the row that its cell reaches up to.
    until: Vec<usize>,
    grid: GridBuilder,
}

impl<'m> TableWriter<'m> {
    /// Makes those of the worksheet with that name.
    pub(super) fn new(name: &'m str, merged: &'m Merged) -> Self {
        Self { name, merged: merged.areas().iter().peekable() }
    }

    /// Appends the table that rows are, if any of them has words.
    pub(super) fn write(&mut self, rows: &[Row<'_>], to: &mut Writer) -> Result<(), ReadError> {
        let cells = || rows.iter().flat_map(|row| row.cells);
        let mut columns: Vec<u32> = cells().map(|(place, _)| place.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let Some(first) = rows.first().filter(|_| !columns.is_empty()) else { return Ok(()) };
        // What began above belongs to what stands above.
        while self.merged.next_if(|area| area.from.row < first.number).is_some() {}
        let grid = GridBuilder::new(Origin::Worksheet {
            name: self.name.to_owned(),
            rows: rows.iter().map(|row| row.number).collect(),
            columns: columns.clone(),
        });
        let until = vec![0; columns.len()];
        let mut table = Table { rows, columns, until, grid };
        for (at, row) in rows.iter().enumerate() {
            let mut starts = vec![(1, 1); table.columns.len()];
            while let Some(area) = self.merged.next_if(|area| area.from.row <= row.number) {
                table.begin(area, at, &mut starts);
            }
            table.row(at, &starts, to)?;
        }
        to.covered += table.grid.covered();
        to.blocks.push(Block::Table(table.grid.finish()?));
        Ok(())
    }
}

impl Table<'_, '_> {
    /// Takes note of a merged area that begins in a row.
    fn begin(&self, area: &Area, at: usize, starts: &mut [(usize, usize)]) {
        let below = self.rows[at..].partition_point(|row| row.number <= area.to.row);
        let from = self.columns.partition_point(|column| *column < area.from.column);
        let to = self.columns.partition_point(|column| *column <= area.to.column);
        if from < to && below > 0 {
            starts[from] = ((to - from).min(WIDEST_SPAN), below.min(TALLEST_SPAN));
        }
    }

    fn row(
        &mut self,
        at: usize,
        starts: &[(usize, usize)],
        to: &mut Writer,
    ) -> Result<(), ReadError> {
        self.grid.begin_row()?;
        let mut cells = self.rows[at].cells.iter().peekable();
        let mut column = 0;
        while column < self.columns.len() {
            if self.until[column] > at {
                column += 1;
                continue;
            }
            let (wide, tall) = starts[column];
            let free = self.until[column..].iter().take(wide).take_while(|until| **until <= at);
            let wide = free.count();
            let number = self.columns[column];
            while cells.next_if(|(place, _)| place.column < number).is_some() {}
            let words = cells.next_if(|(place, _)| place.column == number);
            let line = if words.is_some() { to.lines.next()? } else { to.lines.last() };
            let words = words.map(|(_, words)| words.clone()).unwrap_or_default();
            self.grid.add(words, line, (wide, tall))?;
            self.until[column..column + wide].fill(at + tall);
            column += wide;
        }
        if to.covered + self.grid.covered() > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        Ok(())
    }
}

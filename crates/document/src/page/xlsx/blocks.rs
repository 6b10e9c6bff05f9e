//! From the cells of a worksheet to lines and tables.
//!
//! A row with words in one cell only is a line of the report, unless its words are a label of the
//! form or it stands within a table. What lies between such lines is a table.

use nianbao_domain::evidence::PlacedText;

use super::merged::Merged;
use super::reference::Place;
use super::sheet::Sheet;
use super::table::TableWriter;
use crate::ReadError;
use crate::lexicon::Term;
use crate::page::{Block, LineCounter};
use crate::recognition::is_section_heading;
use crate::value::{is_meant_as_value, trim};

/// A row with its cells that have words, in order; none where all are blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'s> {
    /// Its number, from 0.
    pub number: u32,
    /// Its cells.
    pub cells: &'s [(Place, String)],
    /// The column of its last blank cell, where a cell is there and has no words.
    blank: Option<u32>,
}

/// Prose is longer than labels, in characters.
const PROSE: usize = 60;

/// Appends what stands in worksheets.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub blocks: Vec<Block>,
    pub lines: LineCounter,
    /// Places that the tables cover.
    pub covered: usize,
}

impl Writer {
    /// Appends a worksheet.
    pub(super) fn append(&mut self, name: &str, sheet: Sheet) -> Result<(), ReadError> {
        let Sheet { mut cells, blanks, merged } = sheet;
        let merged = Merged::new(merged);
        merged.uncover(&mut cells)?;
        if is_section_heading(name) && !cells.iter().any(|(_, words)| is_section_heading(words)) {
            self.line(name)?;
        }
        let rows = rows(&cells, &blanks);
        let mut tables = TableWriter::new(name, &merged);
        let mut from = 0;
        for at in 0..rows.len() {
            if let Some(words) = line(&rows, at, &merged) {
                tables.write(&rows[from..at], self)?;
                words.lines().try_for_each(|words| self.line(words))?;
                from = at + 1;
            }
        }
        tables.write(&rows[from..], self)
    }

    fn line(&mut self, words: &str) -> Result<(), ReadError> {
        let text = trim(words);
        if !text.is_empty() {
            let line = self.lines.next()?;
            self.blocks.push(Block::Line(PlacedText { line, text: text.to_owned() }));
        }
        Ok(())
    }
}

/// The rows from top to bottom; of several blank ones in a row the first.
fn rows<'s>(cells: &'s [(Place, String)], blanks: &[Place]) -> Vec<Row<'s>> {
    let mut rows: Vec<Row<'s>> = Vec::new();
    let mut blanks = blanks.iter().copied().peekable();
    for cells in cells.chunk_by(|(a, _), (b, _)| a.row == b.row) {
        let number = cells.first().map_or(0, |(place, _)| place.row);
        while let Some(blank) = blanks.next_if(|blank| blank.row < number) {
            push_blank(&mut rows, blank);
        }
        let blank = blanks.next_if(|blank| blank.row == number).map(|blank| blank.column);
        rows.push(Row { number, cells, blank });
    }
    blanks.for_each(|blank| push_blank(&mut rows, blank));
    rows
}

fn push_blank(rows: &mut Vec<Row<'_>>, blank: Place) {
    if rows.last().is_some_and(|last| !last.cells.is_empty()) {
        rows.push(Row { number: blank.row, cells: &[], blank: Some(blank.column) });
    }
}

/// The words of a row that is a line of the report.
fn line<'s>(rows: &[Row<'s>], at: usize, merged: &Merged) -> Option<&'s str> {
    let [(place, words)] = rows[at].cells else { return None };
    let is_line = words.lines().any(is_section_heading)
        || (!is_of_a_table(words)
            && (words.chars().count() > PROSE
                || is_across(*place, merged, rows, at)
                || !(is_between_rows_of_a_table(rows, at) || is_last_of_a_table(rows, at))));
    is_line.then_some(words.as_str())
}

fn is_of_a_table(words: &str) -> bool {
    is_meant_as_value(words) || Term::of(words).is_some()
}

/// Whether a cell is merged as wide as the rows beside it are.
fn is_across(place: Place, merged: &Merged, rows: &[Row<'_>], at: usize) -> bool {
    let last = |row: Option<&Row<'_>>| Some(row?.cells.last()?.0.column);
    let beside =
        [at.checked_sub(1).and_then(|above| last(rows.get(above))), last(rows.get(at + 1))];
    let widest = beside.into_iter().flatten().max().unwrap_or_default();
    merged.from(place).is_some_and(|area| area.to.column >= widest)
}

fn is_between_rows_of_a_table(rows: &[Row<'_>], at: usize) -> bool {
    is_tabular(at.checked_sub(1).and_then(|above| rows.get(above)), &rows[at])
        && is_tabular(rows.get(at + 1), &rows[at])
}

/// Whether a row ends the table above it: it has blank cells as wide as that row is.
fn is_last_of_a_table(rows: &[Row<'_>], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    let width = |row: &Row<'_>| row.blank.max(row.cells.last().map(|(place, _)| place.column));
    is_tabular(above, &rows[at])
        && rows[at].blank.is_some()
        && above.is_some_and(|above| rows[at].blank >= width(above))
}

/// Whether the row beside a row is of a table.
fn is_tabular(beside: Option<&Row<'_>>, row: &Row<'_>) -> bool {
    beside.is_some_and(|beside| {
        let is_next = beside.number.abs_diff(row.number) == 1;
        let is_tabular = match beside.cells {
            [(_, words)] => is_of_a_table(words),
            cells => !cells.is_empty(),
        };
        is_next && is_tabular
    })
}

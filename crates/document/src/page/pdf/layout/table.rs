//! Tables: cells with their words.

use super::faces::{Face, Faces};
use super::line::{self, Line};
use super::sheet::Character;
use crate::ReadError;
use crate::page::grid::GridBuilder;
use crate::page::{Grid, LineCounter, Origin};
use crate::value::is_meant_as_value;

/// A table of one page, or of several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The distances of its upright lines from the left.
    pub xs: Vec<f32>,
    /// Where it begins and ends, on the first page and on the last.
    pub top: f32,
    pub bottom: f32,
    pub rows: usize,
    pub cells: Vec<Cell>,
    /// The page that it begins on and its number there, from 1.
    pub place: (u32, u32),
}

/// A cell with its words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub face: Face,
    pub text: String,
    /// Whether several lines stand in it, one of which could be a heading.
    lines: Vec<String>,
}

/// A cell with so many lines lays out the page.
const MOST_LINES: usize = 40;
/// Digits nearer than this, in parts of the size, are one number.
const ONE_NUMBER: f32 = 0.15;
/// Stands where a number crosses the line between two cells, so that neither reads a part of it.
const CUT: char = '│';

impl Table {
    /// The cells of faces with the characters in them.
    pub(super) fn new(faces: &Faces, mut characters: Vec<Character>) -> Self {
        characters.sort_by(|a, b| a.y.total_cmp(&b.y));
        let owners = owners(faces);
        let cut = cut_numbers(faces, &owners, &characters);
        let mut contents: Vec<Vec<Character>> = vec![Vec::new(); faces.cells.len()];
        for character in characters {
            if let Some(cell) = owner(faces, &owners, &character) {
                contents[cell].push(character);
            }
        }
        let cells = faces.cells.iter().zip(contents).enumerate();
        let cells = cells.map(|(at, (face, content))| Cell::new(*face, content, cut[at]));
        Self {
            top: faces.ys.first().copied().unwrap_or(0.0),
            bottom: faces.ys.last().copied().unwrap_or(0.0),
            rows: faces.ys.len().saturating_sub(1),
            cells: cells.collect(),
            xs: faces.xs.clone(),
            place: (0, 0),
        }
    }

    /// Whether it only lays out the page.
    pub(super) fn is_layout(&self) -> bool {
        self.cells.iter().any(|cell| {
            let headed = || cell.lines.iter().any(|it| crate::recognition::is_section_heading(it));
            cell.lines.len() > MOST_LINES || (cell.lines.len() > 1 && headed())
        })
    }

    /// Whether no cell has words.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }

    /// The cells that begin in one of the first rows.
    pub(super) fn row_at_top(&self, row: usize) -> impl Iterator<Item = &Cell> {
        let top = self.cells.iter().take_while(move |cell| cell.face.row <= row);
        top.filter(move |cell| cell.face.row == row)
    }

    /// The table as a grid.
    pub(super) fn into_grid(mut self, counter: &mut LineCounter) -> Result<Grid, ReadError> {
        self.cells.sort_by_key(|cell| (cell.face.row, cell.face.column));
        let mut cells = self.cells.into_iter().peekable();
        let (page, table) = self.place;
        let mut builder = GridBuilder::new(Origin::Page { page, table });
        for row in 0..self.rows {
            builder.begin_row()?;
            while let Some(cell) = cells.next_if(|cell| cell.face.row <= row) {
                let number = counter.next()?;
                builder.add(cell.text, number, (cell.face.columns, cell.face.rows))?;
            }
        }
        builder.finish()
    }
}

impl Cell {
    fn new(face: Face, content: Vec<Character>, is_cut: bool) -> Self {
        let lines: Vec<String> = line::lines(content).into_iter().map(|it| one_cell(&it)).collect();
        let mut text = String::new();
        for line in &lines {
            text.push_str(between(&text, line));
            text.push_str(line);
        }
        if is_cut {
            text.push(CUT);
        }
        Self { face, text, lines }
    }

    /// Whether it has no words.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether its words are a value.
    pub(super) fn is_value(&self) -> bool {
        is_meant_as_value(&self.text)
    }
}

/// Within a cell there are no columns.
fn one_cell(line: &Line) -> String {
    line.text.replace("  ", " ")
}

/// Lines of a cell go on without a break, unless a number could be put together wrongly.
fn between(before: &str, after: &str) -> &'static str {
    let ends = before.chars().next_back();
    let both_ascii =
        ends.is_some_and(|c| c.is_ascii()) && after.starts_with(|c: char| c.is_ascii());
    if both_ascii { "\n" } else { "" }
}

/// For every place the cell that covers it.
fn owners(faces: &Faces) -> Vec<usize> {
    let columns = faces.xs.len().saturating_sub(1);
    let rows = faces.ys.len().saturating_sub(1);
    let mut owners = vec![0; columns * rows];
    for (at, face) in faces.cells.iter().enumerate() {
        for row in face.row..face.row + face.rows {
            let start = row * columns + face.column;
            owners[start..start + face.columns].fill(at);
        }
    }
    owners
}

fn owner(faces: &Faces, owners: &[usize], character: &Character) -> Option<usize> {
    let (x, y) = character.centre();
    let column = faces.xs.partition_point(|line| *line <= x).checked_sub(1)?;
    let row = faces.ys.partition_point(|line| *line <= y).checked_sub(1)?;
    let columns = faces.xs.len() - 1;
    (column < columns).then(|| owners.get(row * columns + column).copied()).flatten()
}

/// The cells that a number crosses into another: its parts are no numbers.
fn cut_numbers(faces: &Faces, owners: &[usize], characters: &[Character]) -> Vec<bool> {
    let is_digit = |it: &Character| it.character.is_ascii_digit() || ".,".contains(it.character);
    let mut cut = vec![false; faces.cells.len()];
    for row in line::rows(characters.to_vec()) {
        for pair in row.windows(2) {
            let gap = (pair[1].x - pair[0].end) / pair[0].size.max(1.0);
            let cells = (owner(faces, owners, &pair[0]), owner(faces, owners, &pair[1]));
            if gap < ONE_NUMBER && is_digit(&pair[0]) && is_digit(&pair[1]) && cells.0 != cells.1 {
                cells.0.into_iter().chain(cells.1).for_each(|cell| cut[cell] = true);
            }
        }
    }
    cut
}

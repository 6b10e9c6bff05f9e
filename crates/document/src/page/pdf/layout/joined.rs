//! Tables that go on over the end of a page.

use super::faces::{Face, WIDEST};
use super::table::{Cell, Table};

/// Outer lines of one table on two pages stand at the same distance, up to so many points.
const SAME_EDGE: f32 = 4.0;
/// Inner lines that are nearer are one.
const SAME_LINE: f32 = 3.0;
/// No header has more rows.
const MOST_HEADER_ROWS: usize = 6;
/// So far back a label is looked for that goes on.
const LAST_CELLS: usize = 2_000;

/// Whether a table can be the continuation of another: both are as wide and stand in one place.
pub(super) fn continues(above: &Table, below: &Table) -> bool {
    let near = |a: Option<&f32>, b: Option<&f32>| {
        a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= SAME_EDGE)
    };
    near(above.xs.first(), below.xs.first())
        && near(above.xs.last(), below.xs.last())
        && union(&above.xs, &below.xs).len() <= WIDEST + 1
}

/// Puts the rows of a table below those of another. Header rows that are printed again are left
/// out; a label that reaches over the end of the page goes on.
pub(super) fn append(above: &mut Table, mut below: Table) {
    let repeated = repeated_header(above, &below);
    drop_rows(&mut below, repeated);
    let xs = union(&above.xs, &below.xs);
    if xs.len() != above.xs.len() {
        respan(above, &xs);
    }
    respan(&mut below, &xs);
    above.xs = xs;
    let from = above.rows;
    for mut cell in below.cells {
        if cell.face.row == 0 && extends(above, from, &cell) {
            continue;
        }
        cell.face.row += from;
        above.cells.push(cell);
    }
    above.rows += below.rows;
    above.bottom = below.bottom;
}

/// How many rows at the beginning are those at the beginning of the table above, word for word, and
/// hold no values.
fn repeated_header(above: &Table, below: &Table) -> usize {
    let words = |table: &Table, row: usize| -> Vec<(usize, String)> {
        table.row_at_top(row).map(|cell| (cell.face.rows, cell.text.clone())).collect()
    };
    let is_header = |row: usize| {
        let cells: Vec<_> = below.row_at_top(row).collect();
        cells.iter().any(|it| !it.is_empty()) && !cells.iter().any(|it| it.is_value())
    };
    let is_repeated = |row: &usize| words(above, *row) == words(below, *row) && is_header(*row);
    let rows =
        (0..below.rows.min(above.rows).min(MOST_HEADER_ROWS)).take_while(is_repeated).count();
    // A header ends where its cells end.
    let reaches =
        below.cells.iter().any(|it| it.face.row < rows && it.face.row + it.face.rows > rows);
    if reaches { 0 } else { rows }
}

fn drop_rows(table: &mut Table, rows: usize) {
    table.cells.retain(|cell| cell.face.row >= rows);
    table.cells.iter_mut().for_each(|cell| cell.face.row -= rows);
    table.rows -= rows;
}

/// The lines of both, each once.
fn union(one: &[f32], other: &[f32]) -> Vec<f32> {
    let mut lines = one.to_vec();
    for line in other {
        if !lines.iter().any(|it| (it - line).abs() <= SAME_LINE) {
            lines.push(*line);
        }
    }
    lines.sort_by(f32::total_cmp);
    // The outer lines are one even where they are not quite.
    let near_edge = |a: f32, b: f32| (a - b).abs() <= SAME_EDGE;
    if lines.len() > 2 && near_edge(lines[0], lines[1]) {
        lines.remove(0);
    }
    if lines.len() > 2 && near_edge(lines[lines.len() - 1], lines[lines.len() - 2]) {
        lines.pop();
    }
    lines
}

/// Counts columns by other lines, of which the table's own are some.
fn respan(table: &mut Table, lines: &[f32]) {
    let nearest = |x: f32| {
        let distance = |at: &usize| (lines[*at] - x).abs();
        (0..lines.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
    };
    let places: Vec<usize> = table.xs.iter().map(|x| nearest(*x)).collect();
    for Cell { face, .. } in &mut table.cells {
        let (first, last) = (places[face.column], places[face.column + face.columns]);
        (face.column, face.columns) = (first, last.saturating_sub(first).max(1));
    }
}

/// Makes the label above longer, where an empty cell of the same columns goes on below it.
fn extends(above: &mut Table, rows: usize, cell: &Cell) -> bool {
    let Face { column, columns, .. } = cell.face;
    let is_above = |it: &&mut Cell| {
        it.face.row + it.face.rows == rows && (it.face.column, it.face.columns) == (column, columns)
    };
    let last = above.cells.len().saturating_sub(LAST_CELLS);
    let Some(label) = above.cells[last..].iter_mut().find(is_above) else { return false };
    let spans = label.face.rows + cell.face.rows > 2;
    let goes_on = cell.is_empty() && spans && !label.is_empty() && !label.is_value();
    if goes_on {
        label.face.rows += cell.face.rows;
    }
    goes_on
}

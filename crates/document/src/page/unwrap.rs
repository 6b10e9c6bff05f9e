//! Tables that only lay out a page become what they contain.

use nianbao_domain::evidence::PlacedText;

use super::frame::PICTURE;
use super::{Block, Grid};
use crate::recognition::is_section_heading;

/// Appends a table, taken apart where it lays out the article: at its section headings and other
/// paragraphs, and whole where it has one column.
pub(super) fn unwrap(grid: Grid, into: &mut Vec<Block>) {
    let single = |row: usize| match grid.words(row).as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let headings = (0..grid.height()).any(|row| single(row).is_some_and(|it| is_heading(&it.text)));
    if grid.width() <= 1 {
        (0..grid.height()).for_each(|row| lines(&grid, row, into));
        return;
    }
    if !headings {
        into.push(Block::Table(grid));
        return;
    }
    let mut from = 0;
    for row in 0..grid.height() {
        if single(row).is_some_and(|it| is_apart(&it.text)) {
            push_piece(&grid, from, row, into);
            lines(&grid, row, into);
            from = row + 1;
        }
    }
    push_piece(&grid, from, grid.height(), into);
}

fn push_piece(grid: &Grid, from: usize, to: usize, into: &mut Vec<Block>) {
    if from < to {
        into.push(Block::Table(grid.slice(from, to)));
    }
}

fn lines(grid: &Grid, row: usize, into: &mut Vec<Block>) {
    for cell in grid.words(row).into_iter().filter(|cell| &*cell.text != PICTURE) {
        into.extend(
            cell.text
                .lines()
                .map(|text| Block::Line(PlacedText { line: cell.line, text: text.to_owned() })),
        );
    }
}

fn is_heading(words: &str) -> bool {
    words.lines().any(is_section_heading)
}

/// Whether words alone in a row are a paragraph: no label of a table, and not a short note.
fn is_apart(words: &str) -> bool {
    is_heading(words) || (crate::lexicon::Term::of(words).is_none() && !is_value(words))
}

fn is_value(words: &str) -> bool {
    crate::value::is_meant_as_value(words)
}

//! From places to lines and tables.

mod chrome;
mod faces;
mod joined;
mod lattice;
mod line;
mod paragraph;
mod sheet;
mod table;

use nianbao_domain::evidence::PlacedText;

use super::limits::{Budget, CELLS};
use crate::ReadError;
use crate::page::unwrap::unwrap;
use crate::page::{Block, LineCounter, Page};
use chrome::Body;
use line::Line;
use paragraph::Margins;
pub(super) use sheet::Sheet;
use table::Table;

/// A line or a table, in reading order.
#[derive(Clone, Debug)]
enum Piece {
    Line { line: Line, page: usize },
    Table { table: Table, page: usize },
}

/// Puts the pages together.
pub(super) fn page(sheets: Vec<Sheet>) -> Result<Page, ReadError> {
    let (mut bodies, mut tables) = (Vec::new(), Vec::new());
    let mut cells = Budget::of(CELLS, "table cells");
    for (sheet, page) in sheets.into_iter().zip(1..) {
        let (body, found) = take_apart(sheet, page);
        cells.spend(found.iter().map(|table| table.cells.len()).sum())?;
        bodies.push(body);
        tables.push(found);
    }
    let chrome = chrome::take(&mut bodies);
    let margins = Margins::of(bodies.iter().flat_map(|body| &body.lines));
    let mut pieces: Vec<Piece> = Vec::new();
    for (page, (body, tables)) in bodies.into_iter().zip(tables).enumerate() {
        for piece in in_order(page, body, tables) {
            push(&mut pieces, piece);
        }
    }
    let mut counter = LineCounter::default();
    let blocks = blocks(pieces, margins, &mut counter)?;
    let mut numbered = Vec::new();
    for line in chrome {
        numbered.push(PlacedText { line: counter.next()?, text: line.text });
    }
    Ok(Page { blocks, chrome: numbered, ..Page::default() })
}

/// The tables of a page, and its other lines.
fn take_apart(mut sheet: Sheet, page: u32) -> (Body, Vec<Table>) {
    let mut tables = Vec::new();
    let mut lattices: Vec<_> = lattice::lattices(&sheet).iter().filter_map(faces::faces).collect();
    // Within one another the inner one has its words.
    let area = |it: &faces::Faces| {
        let side = |lines: &[f32]| lines.last().zip(lines.first()).map_or(0.0, |(b, a)| b - a);
        side(&it.xs) * side(&it.ys)
    };
    lattices.sort_by(|a, b| area(a).total_cmp(&area(b)));
    for faces in lattices {
        let within = |lines: &[f32], at: f32| {
            lines.first().is_some_and(|it| *it <= at) && lines.last().is_some_and(|it| at <= *it)
        };
        let (inside, outside): (Vec<_>, Vec<_>) = sheet.characters.iter().partition(|it| {
            let (x, y) = it.centre();
            within(&faces.xs, x) && within(&faces.ys, y)
        });
        let table = Table::new(&faces, inside);
        if !table.is_layout() {
            tables.extend(Some(table).filter(|it| !it.is_empty()));
            sheet.characters = outside;
        }
    }
    tables.sort_by(|a, b| a.top.total_cmp(&b.top));
    for (table, number) in tables.iter_mut().zip(1..) {
        table.place = (page, number);
    }
    let lines = line::lines(sheet.characters);
    let places = tables.iter().map(|table| (table.top, table.bottom)).collect();
    (Body { lines, height: sheet.height, tables: places }, tables)
}

/// The lines and tables of a page from top to bottom.
fn in_order(page: usize, body: Body, tables: Vec<Table>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = body.lines.into_iter().peekable();
    for table in tables {
        while let Some(line) = lines.next_if(|line| line.y <= table.top) {
            pieces.push(Piece::Line { line, page });
        }
        pieces.push(Piece::Table { table, page });
    }
    pieces.extend(lines.map(|line| Piece::Line { line, page }));
    pieces
}

/// Adds a piece; a table at the beginning of a page may be the rest of the one before it.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Table { table: above, page: last }), Piece::Table { table: below, page })
            if *last + 1 == page && joined::continues(above, &below) =>
        {
            joined::append(above, below);
            *last = page;
        }
        (_, piece) => pieces.push(piece),
    }
}

/// The blocks of a document: paragraphs and grids.
fn blocks(
    pieces: Vec<Piece>,
    margins: Option<Margins>,
    counter: &mut LineCounter,
) -> Result<Vec<Block>, ReadError> {
    let mut blocks = Vec::new();
    let mut open: Option<(PlacedText, Line, usize)> = None;
    for piece in pieces {
        match piece {
            Piece::Line { line, page } => {
                let goes_on = open.as_ref().zip(margins).is_some_and(|((_, last, on), margins)| {
                    margins.goes_on(last, &line, *on != page)
                });
                match &mut open {
                    Some((paragraph, last, on)) if goes_on => {
                        paragraph::append(&mut paragraph.text, &line.text);
                        (*last, *on) = (line, page);
                    }
                    _ => {
                        let text = PlacedText { line: counter.next()?, text: line.text.clone() };
                        blocks.extend(open.replace((text, line, page)).map(|it| Block::Line(it.0)));
                    }
                }
            }
            Piece::Table { table, .. } => {
                blocks.extend(open.take().map(|it| Block::Line(it.0)));
                unwrap(table.into_grid(counter)?, &mut blocks);
            }
        }
    }
    blocks.extend(open.map(|it| Block::Line(it.0)));
    Ok(blocks)
}

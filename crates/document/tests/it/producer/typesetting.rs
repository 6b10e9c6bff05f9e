//! Where everything stands.

use super::{CELL, PARAGRAPH, Producer, ROW, TABLE};

/// Something on a page, counted from the left and from the top.
#[derive(Clone)]
pub enum Mark {
    Text { x: f32, y: f32, size: f32, text: String },
    Box { x: f32, y: f32, width: f32, height: f32 },
}

pub type Page = Vec<Mark>;

const LEFT: f32 = 72.0;
const WIDTH: f32 = 451.0;
const TOP: f32 = 80.0;
const BOTTOM: f32 = 760.0;

pub fn text(x: f32, y: f32, size: f32, text: &str) -> Mark {
    Mark::Text { x, y, size, text: text.to_owned() }
}

/// How wide a character is, in parts of its size.
pub fn width(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

pub fn pages(body: &str, producer: &Producer) -> Vec<Page> {
    let mut press =
        Press { pages: vec![Page::new()], y: TOP, repeated_head: producer.repeated_head };
    for part in body.split_inclusive([PARAGRAPH, TABLE]).collect::<Vec<_>>().windows(2) {
        let words = part[1].trim_end_matches([PARAGRAPH, TABLE]);
        match part[0].chars().next_back() {
            Some(TABLE) => press.table(words),
            _ => press.paragraph(words),
        }
    }
    if producer.page_numbers {
        for (at, page) in press.pages.iter_mut().enumerate() {
            page.push(text(280.0, 800.0, 12.0, &format!("— {} —", at + 1)));
        }
    }
    press.pages
}

struct Press {
    pages: Vec<Page>,
    y: f32,
    repeated_head: bool,
}

struct Cell {
    rows: usize,
    columns: usize,
    row: usize,
    column: usize,
    words: String,
}

impl Press {
    fn put(&mut self, mark: Mark) {
        self.pages.last_mut().unwrap().push(mark);
    }

    fn turn_page(&mut self) {
        self.pages.push(Page::new());
        self.y = TOP;
    }

    fn paragraph(&mut self, words: &str) {
        const SIZE: f32 = 16.0;
        for (at, line) in wrapped(words, SIZE, WIDTH, 2.0 * SIZE).iter().enumerate() {
            if self.y + SIZE > BOTTOM {
                self.turn_page();
            }
            let x = if at == 0 { LEFT + 2.0 * SIZE } else { LEFT };
            self.put(text(x, self.y + SIZE, SIZE, line));
            self.y += 28.0;
        }
    }

    fn table(&mut self, words: &str) {
        let (cells, columns) = cells(words);
        let rows = cells.iter().map(|it| it.row + it.rows).max().unwrap();
        let column = WIDTH / columns as f32;
        let heights: Vec<f32> = (0..rows).map(|row| height(&cells, row, column)).collect();
        let head = cells.iter().take_while(|it| it.row == 0).map(|it| it.rows).max().unwrap();
        let mut from = 0;
        while from < rows {
            let mut y = self.y;
            let to = (from..rows)
                .take_while(|row| {
                    y += heights[*row];
                    y <= BOTTOM
                })
                .count()
                + from;
            if to == from {
                self.turn_page();
                if self.repeated_head && from >= head {
                    self.rows(&cells, &heights, (0, head), column);
                }
                continue;
            }
            self.rows(&cells, &heights, (from, to), column);
            from = to;
        }
        self.y += 12.0;
    }

    /// Prints some rows; what reaches over their end goes on without words.
    fn rows(&mut self, cells: &[Cell], heights: &[f32], (from, to): (usize, usize), column: f32) {
        let top = |row: usize| heights[from..row].iter().sum::<f32>();
        let start = self.y;
        for cell in cells.iter().filter(|it| it.row < to && it.row + it.rows > from) {
            let (first, last) = (cell.row.max(from), (cell.row + cell.rows).min(to));
            let x = LEFT + cell.column as f32 * column;
            let y = start + top(first);
            let (width, height) = (cell.columns as f32 * column, top(last) - top(first));
            self.put(Mark::Box { x, y, width, height });
            if cell.row >= from {
                let lines = wrapped(&cell.words, SMALL, width - 6.0, 0.0);
                for (at, line) in lines.iter().enumerate() {
                    let long: f32 = line.chars().map(|c| self::width(c) * SMALL).sum();
                    let x = x + (width - long) / 2.0;
                    self.put(text(x, y + 11.0 + 11.0 * at as f32, SMALL, line));
                }
            }
        }
        self.y += top(to);
    }
}

const SMALL: f32 = 8.0;

fn height(cells: &[Cell], row: usize, column: f32) -> f32 {
    let of = |cell: &Cell| {
        let lines = wrapped(&cell.words, SMALL, cell.columns as f32 * column - 6.0, 0.0).len();
        (lines.max(1) as f32 * 11.0 + 6.0) / cell.rows as f32
    };
    let here = cells.iter().filter(|it| it.row <= row && it.row + it.rows > row);
    here.map(of).fold(17.0, f32::max)
}

fn cells(words: &str) -> (Vec<Cell>, usize) {
    let mut cells: Vec<Cell> = Vec::new();
    let mut columns = 0;
    for (row, line) in words.split(ROW).skip(1).enumerate() {
        let mut column = 0;
        for words in line.split(CELL).skip(1) {
            let mut parts = words.splitn(3, ' ');
            let mut next = || parts.next().unwrap();
            let (rows, wide) = (next().parse().unwrap(), next().parse().unwrap());
            let covered = |it: &Cell, column| {
                it.row + it.rows > row && it.column <= column && it.column + it.columns > column
            };
            while cells.iter().any(|it| covered(it, column)) {
                column += 1;
            }
            cells.push(Cell { rows, columns: wide, row, column, words: next().to_owned() });
            column += wide;
            columns = columns.max(column);
        }
    }
    (cells, columns)
}

/// Lines of words; the first one shorter.
fn wrapped(words: &str, size: f32, room: f32, indent: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = room - indent;
    for c in words.chars() {
        let wide = width(c) * size;
        if wide > left {
            lines.push(String::new());
            left = room;
        }
        left -= wide;
        lines.last_mut().unwrap().push(c);
    }
    lines
}

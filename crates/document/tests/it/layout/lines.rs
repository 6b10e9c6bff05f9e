//! Cells one on a line.

use nianbao_domain::form::Table;

use super::{is_value, words};
use crate::article::Layout;
use crate::figures::Figures;

/// Cells one on a line, each made of its words by a function.
pub struct Lines(pub fn(&str, bool) -> String);

/// All cells of a row of values on one line, labels on lines of their own.
pub struct ValuesOfARow;

/// A row of the table on one line.
pub struct WholeRows(pub &'static str);

pub const PLAIN: Lines = Lines(|words, _| format!("{words}\n"));
pub const SPACED: Lines = Lines(|words, _| format!("\n{words}\n\n"));
pub const INDENTED: Lines = Lines(|words, _| format!("\u{a0}\u{3000}{words} \n"));
/// `cell`, then a stroke on a line of its own.
pub const STROKES_BETWEEN: Lines = Lines(|words, _| format!("{words}\n|\n"));
/// `cell |`, and runs of strokes for merged cells.
pub const STROKES_BEHIND: Lines =
    Lines(|words, is_value| format!("{words} |\n{}", if is_value { "" } else { "||||\n" }));
/// Every character of a label on a line of its own, but for the digits of its number.
pub const CHARACTERS: Lines = Lines(|words, is_value| {
    let character = |c: char| if c.is_ascii_digit() { c.to_string() } else { format!("{c}\n") };
    if is_value { format!("{words}\n") } else { words.chars().map(character).collect() }
});
/// Labels broken in the middle.
pub const BROKEN: Lines = Lines(|words, is_value| {
    let half = words.chars().count() / 2;
    let (head, tail): (String, String) =
        (words.chars().take(half).collect(), words.chars().skip(half).collect());
    if is_value || half < 2 { format!("{words}\n") } else { format!("{head}\n{tail}\n") }
});
/// Numbers of labels on lines of their own.
pub const NUMBERS_APART: Lines = Lines(|words, is_value| {
    let end = words.find(['）', '、', '.']).filter(|at| *at < 9 && !is_value);
    match end {
        Some(at) => {
            let mark = words[at..].chars().next().unwrap().len_utf8();
            format!("{}\n{}\n", &words[..at + mark], &words[at + mark..])
        }
        None => format!("{words}\n"),
    }
});

impl Layout for Lines {
    fn paragraph(&self, words: &str) -> String {
        format!("{words}\n\n")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let grid = table.grid();
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| (self.0)(&words(cell, figures), is_value(cell))).collect()
    }
}

impl Layout for ValuesOfARow {
    fn paragraph(&self, words: &str) -> String {
        format!("{words}\n")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let mut text = String::new();
        for row in table.grid().rows {
            let labels = row.cells.iter().filter(|cell| !is_value(cell));
            labels.for_each(|cell| text.push_str(&format!("{}\n", words(cell, figures))));
            let values = row.cells.iter().filter(|cell| is_value(cell));
            let values: Vec<String> = values.map(|cell| words(cell, figures)).collect();
            text.push_str(&format!("{}\n", values.join("  ")));
        }
        text
    }
}

impl Layout for WholeRows {
    fn paragraph(&self, words: &str) -> String {
        format!("{words}\n")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let row = |row: &nianbao_domain::form::GridRow| {
            let cells: Vec<String> = row.cells.iter().map(|cell| words(cell, figures)).collect();
            format!("{}\n", cells.join(self.0))
        };
        table.grid().rows.iter().map(row).collect()
    }
}

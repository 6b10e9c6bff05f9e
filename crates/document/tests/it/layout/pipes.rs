//! Tables in text, one row a line, cells between strokes or tabs.

use nianbao_document::Format;
use nianbao_domain::form::Table;

use super::{filled, words};
use crate::article::Layout;
use crate::figures::Figures;

/// What stands for the places that merged cells cover.
#[derive(Clone, Copy)]
pub enum Merged {
    /// Nothing: rows are as long as they have cells.
    Absent,
    /// Empty cells at the end of the row.
    AtTheEnd,
    /// Empty cells where they are.
    InPlace,
    /// The words again.
    Repeated,
}

/// One row a line.
#[derive(Clone, Copy)]
pub struct Pipes {
    pub merged: Merged,
    pub separator: &'static str,
    pub framed: bool,
    /// A line of dashes below the first row, as Markdown has it.
    pub ruled: bool,
    /// Paragraphs are rows as well: the whole article is one table.
    pub one_table: bool,
    /// Whether it is a worksheet written as text, with commas or tabs.
    pub worksheet: bool,
}

impl Pipes {
    pub const fn new(merged: Merged) -> Self {
        Self {
            merged,
            separator: " | ",
            framed: false,
            ruled: false,
            one_table: false,
            worksheet: false,
        }
    }

    fn row(&self, cells: &[String]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('\n', "")).collect();
        let row = cells.join(self.separator);
        if self.framed { format!("| {row} |\n") } else { format!("{row}\n") }
    }

    fn rows(&self, table: &'static Table, figures: &Figures) -> Vec<Vec<String>> {
        let grid = table.grid();
        let own = || -> Vec<Vec<String>> {
            let row = |row: &nianbao_domain::form::GridRow| {
                row.cells.iter().map(|cell| words(cell, figures)).collect()
            };
            grid.rows.iter().map(row).collect()
        };
        match self.merged {
            Merged::Absent => own(),
            Merged::AtTheEnd => {
                let mut rows = own();
                rows.iter_mut().for_each(|row| row.resize(grid.width, String::new()));
                rows
            }
            Merged::InPlace => filled(table, figures, |_| String::new()),
            Merged::Repeated => filled(table, figures, str::to_owned),
        }
    }
}

impl Layout for Pipes {
    fn paragraph(&self, words: &str) -> String {
        if self.one_table {
            self.row(&[String::new(), words.to_owned(), String::new(), String::new()])
        } else {
            format!("{words}\n")
        }
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let mut text = String::new();
        for (at, row) in self.rows(table, figures).iter().enumerate() {
            text.push_str(&self.row(row));
            if at == 0 && self.ruled {
                text.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
            }
        }
        text
    }

    fn format(&self) -> Format {
        if self.worksheet { Format::Csv } else { Format::Text }
    }
}

//! Workbooks.

use nianbao_document::Format;
use nianbao_domain::form::Table;

use super::{TYPES, escaped, package, relationships, root};
use crate::article::Layout;
use crate::figures::Figures;
use crate::layout::{filled, words};

/// How numbers are kept.
#[derive(Clone, Copy, PartialEq)]
pub enum Numbers {
    /// As numbers, written as programs write them: 8.6373244999999998E5.
    Binary,
    /// As text, shared.
    Shared,
    /// As text in the cells.
    Inline,
    /// As the results of formulas.
    Formulas,
}

/// How worksheets are divided.
#[derive(Clone, Copy, PartialEq)]
pub enum Sheets {
    /// Everything in one.
    One,
    /// Everything in one, with blank rows between.
    Spaced,
    /// A table each, under the heading of its section.
    Each,
}

#[derive(Clone, Copy)]
pub struct Workbook {
    pub numbers: Numbers,
    pub sheets: Sheets,
    /// Whether merged cells are merged; else their words are repeated.
    pub merged: bool,
    /// Whether blank cells are written at all.
    pub blanks: bool,
    /// Where the first column is, from 0.
    pub margin: usize,
}

/// Marks of the rows below, which the page turns into markup.
const CELL: char = '\u{1f}';
const ROW: char = '\u{1e}';
const SHEET: char = '\u{1d}';

impl Workbook {
    pub const fn new(numbers: Numbers) -> Self {
        Self { numbers, sheets: Sheets::One, merged: true, blanks: true, margin: 0 }
    }

    fn value(&self, words: &str, strings: &mut Vec<String>) -> (String, String) {
        let number = words.parse::<f64>().ok();
        match (self.numbers, number) {
            _ if words.is_empty() => (String::new(), String::new()),
            (Numbers::Binary, Some(number)) if words.contains('.') => {
                (String::new(), format!("<v>{number:.16e}</v>"))
            }
            (Numbers::Binary, Some(_)) => (String::new(), format!("<v>{words}</v>")),
            (Numbers::Formulas, Some(_)) => {
                (String::new(), format!("<f>SUM(A1:A{})</f><v>{words}</v>", words.len()))
            }
            (Numbers::Inline, _) => {
                (" t=\"inlineStr\"".to_owned(), format!("<is><t>{}</t></is>", escaped(words)))
            }
            _ => {
                strings.push(escaped(words));
                (" t=\"s\"".to_owned(), format!("<v>{}</v>", strings.len() - 1))
            }
        }
    }

    fn sheet(&self, rows: &str, strings: &mut Vec<String>) -> String {
        let (mut data, mut merges, mut number) = (String::new(), String::new(), 0);
        for row in rows.split(ROW).filter(|row| !row.is_empty()) {
            number += 1;
            if row == "\n" {
                continue;
            }
            data.push_str(&format!("<row r=\"{number}\">"));
            for cell in row.split(CELL).filter(|cell| !cell.is_empty()) {
                let mut parts = cell.splitn(4, ',');
                let mut size = || parts.next().unwrap().parse::<usize>().unwrap();
                let (column, wide, tall) = (size() + self.margin, size(), size());
                let place = format!("{}{number}", letters(column));
                let (kind, value) = self.value(parts.next().unwrap(), strings);
                if self.blanks || !value.is_empty() {
                    data.push_str(&format!("<c r=\"{place}\" s=\"1\"{kind}>{value}</c>"));
                }
                if self.merged && wide * tall > 1 {
                    let end = format!("{}{}", letters(column + wide - 1), number + tall - 1);
                    merges.push_str(&format!("<mergeCell ref=\"{place}:{end}\"/>"));
                }
            }
            data.push_str("</row>");
        }
        format!(
            "<worksheet><sheetData>{data}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
        )
    }
}

pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap());
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

impl Layout for Workbook {
    fn paragraph(&self, words: &str) -> String {
        let starts_a_sheet = self.sheets == Sheets::Each && words.chars().nth(1) == Some('、');
        let sheet = if starts_a_sheet { SHEET.to_string() } else { String::new() };
        let gap = if self.sheets == Sheets::Spaced { format!("{ROW}\n") } else { String::new() };
        format!("{sheet}{ROW}0,10,1,{words}{gap}")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let grid = table.grid();
        let mut text = String::new();
        if !self.merged {
            for row in filled(table, figures, str::to_owned) {
                text.push(ROW);
                for (column, words) in row.iter().enumerate() {
                    text.push_str(&format!("{CELL}{column},1,1,{words}"));
                }
            }
            return text;
        }
        let mut covered = vec![0; grid.width];
        for row in &grid.rows {
            text.push(ROW);
            let mut column = 0;
            for cell in &row.cells {
                while covered[column] > 0 {
                    covered[column] -= 1;
                    column += 1;
                }
                let (wide, tall) = (cell.column_span, cell.row_span);
                text.push_str(&format!("{CELL}{column},{wide},{tall},{}", words(cell, figures)));
                covered[column..column + wide].fill(tall - 1);
                column += wide;
            }
            for left in covered.iter_mut().skip(column) {
                *left = left.saturating_sub(1);
            }
        }
        if self.sheets == Sheets::Spaced {
            text.push_str(&format!("{ROW}\n"));
        }
        text
    }

    fn page(&self, body: &str) -> Vec<u8> {
        let mut strings = Vec::new();
        let sheets: Vec<String> =
            body.split(SHEET).map(|rows| self.sheet(rows, &mut strings)).collect();
        workbook(
            &sheets.iter().map(|sheet| ("Sheet", sheet.as_str())).collect::<Vec<_>>(),
            &strings,
        )
    }

    fn format(&self) -> Format {
        Format::Xlsx
    }
}

/// A workbook with those worksheets, given with their names, and strings.
pub fn workbook(sheets: &[(&str, &str)], strings: &[String]) -> Vec<u8> {
    let numbers = 1..=sheets.len();
    let parts: Vec<String> =
        numbers.clone().map(|at| format!("xl/worksheets/sheet{at}.xml")).collect();
    let ids: Vec<String> = numbers.map(|at| format!("rId{at}")).collect();
    let mut list = String::new();
    let mut related = vec![("rIdS", "sharedStrings", "sharedStrings.xml")];
    for (at, (name, _)) in sheets.iter().enumerate() {
        let (name, state) = name.strip_prefix('~').map_or((*name, ""), |it| (it, "hidden"));
        let state = if state.is_empty() { "visible" } else { state };
        list.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"{}\"/>",
            ids[at]
        ));
        related.push((&ids[at], "worksheet", &parts[at][3..]));
    }
    let strings: String = strings.iter().map(|it| format!("<si><t>{it}</t></si>")).collect();
    let (book, of_package) =
        (format!("<workbook><sheets>{list}</sheets></workbook>"), root("xl/workbook.xml"));
    let (related, strings) = (relationships(&related), format!("<sst>{strings}</sst>"));
    let mut all = vec![
        TYPES,
        ("_rels/.rels", of_package.as_str()),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", related.as_str()),
        ("xl/sharedStrings.xml", strings.as_str()),
    ];
    all.extend(parts.iter().zip(sheets).map(|(part, (_, text))| (part.as_str(), *text)));
    package(&all)
}

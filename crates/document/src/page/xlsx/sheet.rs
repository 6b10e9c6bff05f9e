//! The cells of a worksheet that have words, and which of them are merged.

use std::cmp::Reverse;

use super::format::Formats;
use super::reference::{Area, LAST_COLUMN, Place};
use super::strings::{self, Strings};
use crate::package::{PackageError, Tag, Token, Xml};
use crate::page::budget::TextBudget;
use crate::value::trim;
use crate::{MAX_CELLS, MAX_LINES, ReadError};

/// A worksheet, as sparse as it is written.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The cells with words, row by row from left to right.
    pub cells: Vec<(Place, String)>,
    /// The last cell without words of every row that has one.
    pub blanks: Vec<Place>,
    /// The areas whose cells are merged.
    pub merged: Vec<Area>,
}

/// What the worksheets of a workbook share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// The strings.
    pub strings: Strings,
    /// The formats of cells.
    pub formats: Formats,
}

/// What a workbook may have, counted over all worksheets.
#[derive(Debug)]
pub(super) struct Bounds {
    cells: usize,
    text: TextBudget,
}

impl Bounds {
    /// Nothing counted yet.
    pub(super) fn new() -> Self {
        Self { cells: 0, text: TextBudget::default() }
    }
}

/// Reads a worksheet.
pub(super) fn read(
    text: &str,
    part: &str,
    shared: &Shared,
    bounds: &mut Bounds,
) -> Result<Sheet, ReadError> {
    let xml = Xml::new(text, part);
    let hidden_columns = vec![false; LAST_COLUMN as usize + 1];
    let mut reader = SheetReader {
        xml,
        shared,
        bounds,
        hidden_columns,
        row: None,
        row_is_hidden: false,
        column: 0,
        sheet: Sheet::default(),
    };
    while let Some(tag) = reader.xml.next_element()? {
        reader.element(&tag)?;
    }
    Ok(reader.finish())
}

struct SheetReader<'x, 's> {
    xml: Xml<'x>,
    shared: &'s Shared,
    bounds: &'s mut Bounds,
    hidden_columns: Vec<bool>,
    /// The row that is being read.
    row: Option<u32>,
    row_is_hidden: bool,
    /// Where the next cell stands if it does not say.
    column: u32,
    sheet: Sheet,
}

impl SheetReader<'_, '_> {
    fn element(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match tag.name() {
            "col" => self.hide_columns(tag),
            "row" => self.begin_row(tag),
            "c" => self.cell(tag)?,
            "mergeCell" => {
                let area = tag.attribute("ref").and_then(|reference| Area::of(&reference));
                self.sheet.merged.extend(area);
            }
            // Rules for cells, and what is printed around them.
            "conditionalFormatting" | "dataValidations" | "headerFooter" | "extLst" => {
                self.xml.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn hide_columns(&mut self, tag: &Tag<'_>) {
        let number = |name| tag.number::<usize>(name).unwrap_or(1);
        let (from, to) = (number("min").saturating_sub(1), number("max"));
        let to = to.min(self.hidden_columns.len());
        if is_hidden(tag) && from < to {
            self.hidden_columns[from..to].fill(true);
        }
    }

    fn begin_row(&mut self, tag: &Tag<'_>) {
        let next = self.row.map_or(0, |row| row.saturating_add(1));
        let stated = tag.number::<u32>("r").and_then(|number| number.checked_sub(1));
        self.row = Some(stated.unwrap_or(next));
        self.row_is_hidden = is_hidden(tag);
        self.column = 0;
    }

    fn cell(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        self.bounds.cells += 1;
        if self.bounds.cells > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        let stated = tag.attribute("r").and_then(|reference| Place::of(&reference));
        let next = Place { row: self.row.unwrap_or_default(), column: self.column };
        let Some(place) = stated.or(next.on_the_sheet()) else {
            return Ok(self.xml.skip()?);
        };
        self.column = place.column.saturating_add(1);
        let kind = tag.attribute("t").unwrap_or_default();
        let format = match self.shared.formats.are_plain() {
            true => None,
            false => tag.number("s"),
        };
        let content = Content::read(&mut self.xml)?;
        let words = content.words(&kind, format.unwrap_or_default(), self.shared);
        if self.row_is_hidden || self.hidden_columns[place.column as usize] {
            return Ok(());
        }
        match trim(&words) {
            "" => self.add_blank(place),
            words => self.add(place, words)?,
        }
        Ok(())
    }

    /// Of the blank cells in a row the last one says how wide it is.
    fn add_blank(&mut self, place: Place) {
        match self.sheet.blanks.last_mut().filter(|last| last.row == place.row) {
            Some(last) => last.column = last.column.max(place.column),
            None => self.sheet.blanks.push(place),
        }
    }

    fn add(&mut self, place: Place, words: &str) -> Result<(), ReadError> {
        if self.sheet.cells.len() == MAX_LINES {
            return Err(ReadError::TooManyLines { limit: MAX_LINES });
        }
        self.bounds.text.take_line()?;
        self.bounds.text.take(words)?;
        self.sheet.cells.push((place, words.to_owned()));
        Ok(())
    }

    /// The worksheet; of cells that are there twice, the last, as office programs take it.
    fn finish(self) -> Sheet {
        let mut sheet = self.sheet;
        sheet.cells.reverse();
        sheet.cells.sort_by_key(|(place, _)| *place);
        sheet.cells.dedup_by_key(|(place, _)| *place);
        sheet.blanks.sort_unstable_by_key(|place| (place.row, Reverse(place.column)));
        sheet.blanks.dedup_by_key(|place| place.row);
        sheet
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.attribute("hidden").is_some_and(|hidden| matches!(&*hidden, "1" | "true"))
}

/// What a cell contains.
#[derive(Debug, Default)]
struct Content {
    /// The value, as it is written.
    value: String,
    /// A string of the cell's own.
    inline: String,
    /// The formula, if there is one.
    formula: Option<String>,
}

impl Content {
    /// Reads the cell that has just begun.
    fn read(xml: &mut Xml<'_>) -> Result<Self, PackageError> {
        let mut content = Self::default();
        loop {
            match xml.next()? {
                Token::Start(tag) => match tag.name() {
                    "v" => content.value = xml.text()?,
                    "f" => content.formula = Some(xml.text()?),
                    "is" => strings::string(xml, &mut content.inline)?,
                    _ => xml.skip()?,
                },
                Token::End(_) | Token::Nothing => return Ok(content),
                Token::Text(_) => {}
            }
        }
    }

    /// The words that the cell shows, the number of decimals excepted.
    fn words(self, kind: &str, format: usize, shared: &Shared) -> String {
        match (kind, trim(&self.value)) {
            ("inlineStr", _) => self.inline,
            // No result was kept: what is shown when the workbook is opened is not known.
            (kind, "") if kind != "str" => {
                self.formula.map(|formula| unsolved(&formula)).unwrap_or_default()
            }
            ("s", index) => {
                let string = index.parse().ok().and_then(|index| shared.strings.get(index));
                string.unwrap_or(DANGLING).to_owned()
            }
            ("b", "1" | "true") => "TRUE".to_owned(),
            ("b", _) => "FALSE".to_owned(),
            ("str" | "e" | "d", _) => self.value,
            (_, number) => shared.formats.shown(format, number),
        }
    }
}

/// What stands for a string that the workbook does not have; readers of cells refuse it.
const DANGLING: &str = "#REF!";

/// A formula without result, shortened.
fn unsolved(formula: &str) -> String {
    const LONGEST: usize = 40;
    std::iter::once('=').chain(formula.chars().take(LONGEST)).collect()
}

//! A worksheet with a table: the heading of its section, its words, and the merged cells of the form.

use nianbao_domain::form::{CellId, TableId};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::style::{self, Style};
use crate::printed::{PlacedCell, PrintedContent, PrintedSection, PrintedTable};

/// A table on its worksheet.
pub(crate) struct TableSheet<'a> {
    /// The section that holds it.
    pub section: &'a PrintedSection,
    /// The table.
    pub table: &'a PrintedTable,
    /// The row that it begins in, from 0: below the words of the section.
    pub first_row: u32,
}

/// Where a value stands: the first row and column of its cell, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValuePlace {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

/// A table of so many rows is printed on one page.
const ONE_PAGE: usize = 40;

/// How wide the columns of labels and those of values are, in digits.
fn widths(table: TableId) -> (&'static [f64], f64) {
    match table {
        TableId::ProactiveDisclosure => (&[26.0], 22.0),
        TableId::Requests => (&[9.0, 13.0, 34.0], 9.5),
        TableId::Proceedings => (&[], 8.0),
    }
}

impl TableSheet<'_> {
    /// Writes the worksheet; values are written by `value`, over an empty cell of its size.
    pub(crate) fn write(
        &self,
        worksheet: &mut Worksheet,
        style: &Style,
        mut value: impl FnMut(&mut Worksheet, ValuePlace, CellId, &str) -> Result<(), XlsxError>,
    ) -> Result<(), XlsxError> {
        self.set_widths(worksheet)?;
        self.write_words(worksheet, style)?;
        for it in self.table.placed() {
            let place = self.place(&it);
            let words = match it.cell.content {
                PrintedContent::Value { .. } => "",
                _ => it.cell.content.text(),
            };
            write_merged(worksheet, place, &it, words, format(style, &it.cell.content))?;
            if let PrintedContent::Value { cell, text } = &it.cell.content {
                value(worksheet, place, *cell, text)?;
            }
        }
        if self.table.id != TableId::ProactiveDisclosure {
            worksheet.set_landscape();
        }
        if self.table.rows.len() <= ONE_PAGE {
            worksheet.set_print_fit_to_pages(1, 1);
        }
        self.set_heights(worksheet)
    }

    fn place(&self, it: &PlacedCell<'_>) -> ValuePlace {
        let row = self.first_row.saturating_add(u32::try_from(it.row).unwrap_or(u32::MAX));
        ValuePlace { row, column: u16::try_from(it.column).unwrap_or(u16::MAX) }
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.table.width.saturating_sub(1)).unwrap_or(u16::MAX)
    }

    fn set_widths(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (labels, values) = widths(self.table.id);
        for column in 0..=self.last_column() {
            let width = labels.get(usize::from(column)).copied().unwrap_or(values);
            worksheet.set_column_width(column, width)?;
        }
        Ok(())
    }

    fn write_words(&self, worksheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
        let last = self.last_column();
        worksheet.merge_range(0, 0, 0, last, &self.section.heading, &style.heading)?;
        worksheet.set_row_height(0, 26.0)?;
        for (paragraph, row) in self.section.paragraphs.iter().zip(1..) {
            worksheet.merge_range(row, 0, row, last, paragraph, &style.paragraph)?;
            worksheet.set_row_height(row, style::height(paragraph, 44, 17.0))?;
        }
        Ok(())
    }

    /// Merged cells do not make their rows taller: the longest labels do.
    fn set_heights(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (labels, values) = widths(self.table.id);
        let mut heights = vec![20.0_f64; self.table.rows.len()];
        for it in self.table.placed().iter().filter(|it| it.cell.row_span == 1) {
            let wide = |column| labels.get(column).copied().unwrap_or(values);
            let width: f64 = (it.column..it.column + it.cell.column_span).map(wide).sum();
            // A Chinese character is as wide as two digits.
            let characters = (width / 2.2) as usize;
            let needed = style::height(it.cell.content.text(), characters, 14.0);
            heights[it.row] = heights[it.row].max(needed);
        }
        for (height, row) in heights.into_iter().zip(self.first_row..) {
            worksheet.set_row_height(row, height)?;
        }
        Ok(())
    }
}

fn format<'a>(style: &'a Style, content: &PrintedContent) -> &'a Format {
    match content {
        PrintedContent::Heading(_) | PrintedContent::Corner(_) | PrintedContent::ColumnLabel(_) => {
            &style.label
        }
        PrintedContent::RowLabel(_) => &style.row_label,
        PrintedContent::Value { .. } | PrintedContent::Local(_) => &style.value,
    }
}

fn write_merged(
    worksheet: &mut Worksheet,
    place: ValuePlace,
    it: &PlacedCell<'_>,
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let ValuePlace { row, column } = place;
    let last_row = row + u32::try_from(it.cell.row_span - 1).unwrap_or(0);
    let last_column = column + u16::try_from(it.cell.column_span - 1).unwrap_or(0);
    if (last_row, last_column) != (row, column) {
        worksheet.merge_range(row, column, last_row, last_column, words, format)?;
    } else if words.is_empty() {
        worksheet.write_blank(row, column, format)?;
    } else {
        worksheet.write_string_with_format(row, column, words, format)?;
    }
    Ok(())
}

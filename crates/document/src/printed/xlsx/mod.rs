//! A workbook: the three tables as on the form, a worksheet each, between those with the words.
//!
//! The worksheets stand in the order of the report, so that reading them one after the other reads
//! the report. Numbers are numbers, `/` is text, a blank is an empty cell, and an amount in another
//! unit than the form's, or with more digits than a workbook keeps, is text that says it exactly.
//!
//! A total is a formula with its result wherever the reported figure is the sum of its parts. Where
//! it is not, the reported figure stays as a number, since that is what the report says, and a note
//! at the cell tells the sum. A last worksheet, 校验, computes every total and the balance of every
//! column from the cells and shows the differences; it is no part of the report, and is not read.

mod checks;
mod formula;
mod layout;
mod style;
mod words;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub(crate) use checks::{CHECKS, write as write_checks};
pub(crate) use formula::{Places, totals_of};
pub(crate) use layout::{TableSheet, ValuePlace};
pub(crate) use style::{Style, prepare};
pub(crate) use words::{Kind, WIDTH};

use super::{Printed, PrintedTable};
use crate::identity::Property;
use nianbao_domain::form::{CellId, TableId};
use nianbao_domain::sheet::Sheet;

/// The name of the worksheet that tells how to fill in the others.
pub(crate) const GUIDE: &str = "填报说明";

/// Whether a worksheet of a workbook of this system is no part of the report.
pub(crate) fn is_aside(name: &str) -> bool {
    [CHECKS, GUIDE].contains(&name)
}

/// The worksheet of a table.
pub(crate) const fn sheet_name(table: TableId) -> &'static str {
    match table {
        TableId::ProactiveDisclosure => "主动公开",
        TableId::Requests => "依申请公开",
        TableId::Proceedings => "复议诉讼",
    }
}

/// The report as a workbook, with the figures that it prints.
///
/// # Errors
/// [`XlsxError`] where a paragraph is longer than a cell of a workbook may be, 32,767 characters.
pub fn write(report: &Printed, figures: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let style = Style::new();
    let mut workbook = Workbook::new();
    describe(&mut workbook, &report.title, &report.properties())?;
    let places = Places::of(report);
    let mut words = words::Words::new(&report.title, &report.preamble);
    for section in &report.sections {
        match &section.table {
            None => words.add(&section.heading, &section.paragraphs),
            Some(table) => {
                words.write(&mut workbook, &style)?;
                let sheet = TableSheet { section, table, first_row: places.first_row(section) };
                write_table(&mut workbook, &style, &sheet, &places, figures)?;
            }
        }
    }
    words.close(&report.closing);
    words.write(&mut workbook, &style)?;
    checks::write(&mut workbook, &style, &places, figures)?;
    workbook.save_to_buffer()
}

/// Says of the workbook what it is; it never says when it was made, since the same report gives the
/// same bytes.
pub(crate) fn describe(
    workbook: &mut Workbook,
    title: &str,
    identity: &[Property],
) -> Result<(), XlsxError> {
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let mut properties = DocProperties::new().set_title(title).set_creation_datetime(&epoch);
    for (name, value) in identity {
        properties = properties.set_custom_property(*name, value.as_str());
    }
    workbook.set_properties(&properties);
    Ok(())
}

fn write_table(
    workbook: &mut Workbook,
    style: &Style,
    sheet: &TableSheet<'_>,
    places: &Places,
    figures: &Sheet,
) -> Result<(), XlsxError> {
    let worksheet = workbook.add_worksheet();
    prepare(worksheet, sheet_name(sheet.table.id))?;
    sheet.write(worksheet, style, |worksheet, place, cell, text| {
        formula::write_value(worksheet, &style.value, place, cell, text, places, figures)
    })
}

/// The cells of the form in a table, each with its place in it.
fn values(table: &PrintedTable) -> impl Iterator<Item = (usize, usize, CellId)> {
    table.placed().into_iter().filter_map(|it| match it.cell.content {
        super::PrintedContent::Value { cell, .. } => Some((it.row, it.column, cell)),
        super::PrintedContent::Heading(_)
        | super::PrintedContent::Corner(_)
        | super::PrintedContent::ColumnLabel(_)
        | super::PrintedContent::RowLabel(_)
        | super::PrintedContent::Local(_) => None,
    })
}

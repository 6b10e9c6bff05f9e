//! Values and totals: where the cells of the form stand, and the formulas over them.

use std::collections::BTreeMap;

use nianbao_domain::form::{CellId, CellIndex, EquationKind, IndexedEquation, TableId};
use nianbao_domain::sheet::{Cell, Sheet};
use rust_xlsxwriter::{Format, Formula, Note, Worksheet, XlsxError, utility};

use super::layout::ValuePlace;
use super::sheet_name;
use crate::printed::{Printed, PrintedSection};

/// Where the cells of the form stand in the workbook.
pub(crate) struct Places(BTreeMap<CellId, (TableId, ValuePlace)>);

/// Larger numbers have digits that a workbook does not keep.
const LARGEST: i64 = 1 << 53;

impl Places {
    /// The places in a report.
    pub(crate) fn of(report: &Printed) -> Self {
        let mut places = BTreeMap::new();
        for section in &report.sections {
            let Some(table) = &section.table else { continue };
            let first = first_row(section);
            for (row, column, cell) in super::values(table) {
                let row = first.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                places.insert(cell, (table.id, ValuePlace { row, column }));
            }
        }
        Self(places)
    }

    /// The row that the table of a section begins in: below its heading and its paragraphs.
    pub(crate) fn first_row(&self, section: &PrintedSection) -> u32 {
        first_row(section)
    }

    /// The sum of cells as a formula without its equals sign; with the worksheet where `outside`.
    pub(crate) fn sum(&self, cells: &[CellId], outside: bool) -> String {
        format!("SUM({})", self.ranges(cells, outside))
    }

    /// Cells of one worksheet, as a formula of it names them.
    pub(crate) fn range(&self, cells: &[CellId]) -> String {
        self.ranges(cells, false)
    }

    fn ranges(&self, cells: &[CellId], outside: bool) -> String {
        let places: Vec<(TableId, ValuePlace)> =
            cells.iter().filter_map(|cell| self.0.get(cell).copied()).collect();
        let mut ranges: Vec<(TableId, ValuePlace, ValuePlace)> = Vec::new();
        for (table, place) in places {
            match ranges
                .last_mut()
                .filter(|(of, from, to)| *of == table && goes_on(*from, *to, place))
            {
                Some((_, _, to)) => *to = place,
                None => ranges.push((table, place, place)),
            }
        }
        let range = |(table, from, to): &(TableId, ValuePlace, ValuePlace)| {
            let cells = utility::cell_range(from.row, from.column, to.row, to.column);
            if outside { format!("'{}'!{cells}", sheet_name(*table)) } else { cells }
        };
        let ranges: Vec<String> = ranges.iter().map(range).collect();
        ranges.join(",")
    }
}

fn first_row(section: &PrintedSection) -> u32 {
    u32::try_from(section.paragraphs.len() + 2).unwrap_or(u32::MAX)
}

/// Whether a cell makes a range longer, downwards or to the right.
fn goes_on(from: ValuePlace, to: ValuePlace, next: ValuePlace) -> bool {
    let down = from.column == to.column && to.column == next.column && next.row == to.row + 1;
    let right = from.row == to.row && to.row == next.row && next.column == to.column + 1;
    down || right
}

/// The equations whose one side is a single cell: its total.
pub(crate) fn totals_of(
    sheet: &Sheet,
    cell: CellId,
) -> impl Iterator<Item = &'static IndexedEquation> {
    let equations = sheet.layout().equations().iter();
    equations.filter(move |it| {
        it.equation.left == [cell] && !matches!(it.equation.kind, EquationKind::Balance(_))
    })
}

/// What a formula makes of cells: words and blanks count nothing.
pub(super) fn computed(sheet: &Sheet, places: &[CellIndex]) -> i64 {
    places.iter().filter_map(|at| sheet.at(*at).number()).sum()
}

/// Writes a value into its cell.
pub(super) fn write_value(
    worksheet: &mut Worksheet,
    format: &Format,
    place: ValuePlace,
    cell: CellId,
    text: &str,
    places: &Places,
    figures: &Sheet,
) -> Result<(), XlsxError> {
    let ValuePlace { row, column } = place;
    let Some(number) = exact(text) else {
        if !text.is_empty() {
            worksheet.write_string_with_format(row, column, text, format)?;
        }
        return Ok(());
    };
    let mut totals = totals_of(figures, cell).peekable();
    let stated = figures.number(cell);
    let is_sum = |it: &&IndexedEquation| {
        let readable = it.right.iter().all(|at| figures.at(*at) != Cell::Unreadable);
        readable && Some(computed(figures, &it.right)) == stated
    };
    let first = totals.peek().copied();
    match (totals.find(is_sum), first) {
        (Some(total), _) => {
            let sum = Formula::new(format!("={}", places.sum(&total.equation.right, false)));
            worksheet.write_formula_with_format(row, column, sum.set_result(text), format)?;
        }
        (None, Some(total)) => {
            worksheet.write_number_with_format(row, column, number, format)?;
            let sum = computed(figures, &total.right);
            let note = Note::new(format!("填报数为 {text}，各项之和为 {sum}。")).set_author("");
            worksheet.insert_note(row, column, &note)?;
        }
        (None, None) => {
            worksheet.write_number_with_format(row, column, number, format)?;
        }
    }
    Ok(())
}

/// The number that a workbook keeps without losing a digit, if the text is one.
fn exact(text: &str) -> Option<f64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    let number: f64 = text.parse().ok().filter(|_| is_number)?;
    let is_kept = number.abs() <= LARGEST as f64 && number.to_string() == text;
    is_kept.then_some(number)
}

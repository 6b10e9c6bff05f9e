//! The tables of an edition as text.

use nianbao_domain::form::{CellId, GridContent, Measure, Section, Table, Unit};
use nianbao_domain::sheet::{Cell, Sheet};

use super::labels;
use crate::drawing::{DrawnCell, Side, draw, placed};

/// The title of a section with its number, as printed.
pub fn section_heading(section: &Section) -> String {
    const NUMERALS: [&str; 7] = ["", "一", "二", "三", "四", "五", "六"];
    let numeral = NUMERALS.get(usize::from(section.number)).copied().unwrap_or_default();
    format!("{numeral}、{}", section.title)
}

/// A table with the codes of its lines and columns below their labels.
pub fn empty_table(table: &'static Table) -> String {
    let grid = table.grid();
    let cells = placed(&grid);
    let codes = labels::codes(&cells);
    let cells = cells.into_iter().enumerate().map(|(at, (placed, content))| {
        let text = match codes.get(&at) {
            Some(code) => format!("{}\n{code}", label(content)),
            None => label(content).to_owned(),
        };
        DrawnCell { placed, text, side: Side::Left, most: most(content) }
    });
    draw(&cells.collect::<Vec<_>>())
}

/// A table with the figures of a sheet.
pub fn filled_table(table: &'static Table, sheet: &Sheet) -> String {
    table_of(table, |cell| figure(sheet, cell))
}

/// A table with the figures of a sheet, where they differ from those before with both: `[12→21]`.
pub fn corrected_table(table: &'static Table, before: &Sheet, after: &Sheet) -> String {
    table_of(table, |cell| match (figure(before, cell), figure(after, cell)) {
        (same, other) if same == other => same,
        (old, new) => format!("[{old}→{new}]"),
    })
}

fn table_of(table: &'static Table, figure: impl Fn(CellId) -> String) -> String {
    let grid = table.grid();
    let cells = placed(&grid).into_iter().map(|(placed, content)| {
        let (text, side) = match content {
            GridContent::Value(cell) => (figure(*cell), Side::Right),
            content => (label(content).to_owned(), Side::Left),
        };
        DrawnCell { placed, text, side, most: most(content) }
    });
    draw(&cells.collect::<Vec<_>>())
}

/// How wide a label may make its column: those of columns stand side by side, up to fifteen of them.
fn most(content: &GridContent) -> usize {
    match content {
        GridContent::ColumnLabel(_) => 12,
        GridContent::Heading(_)
        | GridContent::Corner(_)
        | GridContent::RowLabel(_)
        | GridContent::Value(_) => 24,
    }
}

fn label(content: &GridContent) -> &str {
    match content {
        GridContent::Heading(text)
        | GridContent::Corner(text)
        | GridContent::ColumnLabel(text)
        | GridContent::RowLabel(text) => text,
        GridContent::Value(_) => "",
    }
}

/// What a cell says, as people write it: nothing for a blank, "/" for not applicable, "?" for what
/// could not be read; the unit of money where it is not the one that the form prints.
fn figure(sheet: &Sheet, cell: CellId) -> String {
    match sheet.get(cell) {
        Some(Cell::Number(_)) => {
            let unit =
                Some(sheet.unit(cell)).filter(|unit| cell.measure() != Measure::Money(*unit));
            format!("{}{}", sheet.printed_number(cell), unit.map_or("", Unit::symbol))
        }
        Some(Cell::NotApplicable) => "/".to_owned(),
        Some(Cell::Unreadable) => "?".to_owned(),
        Some(Cell::Blank) | None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use nianbao_domain::form::{Column, Edition, Line};

    use super::*;

    #[test]
    fn a_unit_is_shown_where_the_form_does_not_print_it() {
        let cell = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
        let mut sheet = Sheet::blank(Edition::E2021);
        sheet.set(cell, Cell::Number(1_200_000)).unwrap();
        assert_eq!(figure(&sheet, cell), "1.2");
        sheet.set_unit(cell, Unit::Yuan).unwrap();
        assert_eq!(figure(&sheet, cell), "1.2元");
    }

    #[test]
    fn a_corrected_figure_is_shown_with_the_one_before() {
        let cell = CellId::new(Line::Granted, Column::NaturalPerson);
        let mut before = Sheet::blank(Edition::E2021);
        let mut after = before.clone();
        before.set(cell, Cell::Number(12)).unwrap();
        after.set(cell, Cell::Number(21)).unwrap();
        let mut tables = Edition::E2021.form().tables();
        let requests = tables.find(|it| it.id == nianbao_domain::form::TableId::Requests).unwrap();
        let drawn = corrected_table(requests, &before, &after);
        assert_eq!((drawn.matches("[12→21]").count(), drawn.matches('[').count()), (1, 1));
    }

    #[test]
    fn a_blank_is_not_shown_as_zero() {
        let cell = CellId::new(Line::GovernmentRules, Column::Issued);
        let mut sheet = Sheet::blank(Edition::E2021);
        assert_eq!(figure(&sheet, cell), "");
        sheet.set(cell, Cell::Number(0)).unwrap();
        assert_eq!(figure(&sheet, cell), "0");
        sheet.set(cell, Cell::NotApplicable).unwrap();
        assert_eq!(figure(&sheet, cell), "/");
    }
}

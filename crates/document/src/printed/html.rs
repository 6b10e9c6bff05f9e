//! One self-contained web page: no script, no resource of another place.
//!
//! Every label is a header cell that says which cells it heads; a label over several columns has a
//! group of columns, a block or a group of lines has a group of rows. The metadata is that of
//! 国办发〔2017〕47号, as far as a report knows it.

use askama::Template;
use chrono::NaiveDate;

use super::table::{PrintedCell, PrintedContent, PrintedRow, PrintedTable};
use super::{Printed, PrintedSection};
use crate::identity::Property;

#[derive(Template)]
#[template(path = "printed.html")]
struct Page<'a> {
    report: &'a Printed,
    published: Option<NaiveDate>,
    source: &'a str,
    uri: &'a str,
    identity: Vec<Property>,
    sections: Vec<SectionView<'a>>,
}

struct SectionView<'a> {
    text: &'a PrintedSection,
    table: Option<TableView<'a>>,
}

struct TableView<'a> {
    caption: &'a str,
    column_groups: Vec<usize>,
    parts: Vec<Part<'a>>,
}

/// A group of rows.
struct Part<'a> {
    tag: &'static str,
    rows: Vec<Vec<CellView<'a>>>,
}

struct CellView<'a> {
    tag: &'static str,
    scope: &'static str,
    cell: &'a PrintedCell,
}

/// The report as a page.
///
/// # Errors
/// None in fact: writing into a string does not fail.
pub fn write(report: &Printed) -> Result<String, askama::Error> {
    let publication = report.publication.as_ref();
    let source =
        if report.compiled_by.is_empty() { &report.organization } else { &report.compiled_by };
    let page = Page {
        report,
        published: publication.and_then(|it| it.publish_date),
        source,
        uri: publication.map_or("", |it| it.uri.as_str()),
        identity: report.properties(),
        sections: report.sections.iter().map(|it| section(report, it)).collect(),
    };
    let mut text = String::with_capacity(SIZE);
    page.render_into(&mut text)?;
    Ok(text)
}

/// The tables of a report take some 25 KB.
const SIZE: usize = 48 * 1024;

fn section<'a>(report: &Printed, text: &'a PrintedSection) -> SectionView<'a> {
    let mut of_form = report.edition.form().sections.iter();
    let caption = of_form.find(|it| it.number == text.number).map_or("", |it| it.title);
    SectionView { text, table: text.table.as_ref().map(|it| table(caption, it)) }
}

fn table<'a>(caption: &'a str, table: &'a PrintedTable) -> TableView<'a> {
    let groups = Groups::of(table);
    let parts = parts(&table.rows).into_iter().map(|rows| part(rows, &groups)).collect();
    TableView { caption, column_groups: groups.widths(table.width), parts }
}

fn is_heading(row: &PrintedRow) -> bool {
    row.cells.iter().any(|cell| matches!(cell.content, PrintedContent::Heading(_)))
}

/// The groups of rows: the head, a block with its heading, or lines that share their first label.
fn parts(rows: &[PrintedRow]) -> Vec<&[PrintedRow]> {
    let has_blocks = rows.iter().any(is_heading);
    let (mut parts, mut from, mut reaching) = (Vec::new(), 0, 0);
    for (at, row) in rows.iter().enumerate() {
        let begins = match has_blocks {
            true => is_heading(row),
            false => reaching <= at && (!row.header || at == 0),
        };
        if begins && at > from {
            parts.push(&rows[from..at]);
            from = at;
        }
        let down = row.cells.iter().map(|cell| at + cell.row_span).max();
        reaching = reaching.max(down.unwrap_or(0));
    }
    parts.push(&rows[from..]);
    parts
}

fn part<'a>(rows: &'a [PrintedRow], groups: &Groups<'_>) -> Part<'a> {
    let is_head = rows.iter().all(|row| row.header);
    let cell = |cell| CellView { tag: tag(cell), scope: scope(cell, rows.len(), groups), cell };
    let rows = rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect();
    Part { tag: if is_head { "thead" } else { "tbody" }, rows }
}

fn tag(cell: &PrintedCell) -> &'static str {
    match cell.content {
        PrintedContent::Value { .. } | PrintedContent::Local(_) => "td",
        PrintedContent::Heading(_)
        | PrintedContent::Corner(_)
        | PrintedContent::ColumnLabel(_)
        | PrintedContent::RowLabel(_) => "th",
    }
}

/// What a label heads, in a group of so many rows.
fn scope(cell: &PrintedCell, rows: usize, groups: &Groups<'_>) -> &'static str {
    match cell.content {
        PrintedContent::Value { .. } | PrintedContent::Local(_) => "",
        PrintedContent::Heading(_) => "rowgroup",
        PrintedContent::RowLabel(_) if rows > 1 && cell.row_span == rows => "rowgroup",
        PrintedContent::RowLabel(_) => "row",
        PrintedContent::ColumnLabel(_) if groups.has(cell) => "colgroup",
        PrintedContent::ColumnLabel(_) | PrintedContent::Corner(_) => "col",
    }
}

/// The labels over several columns, each with the first: those that have no such label below them.
struct Groups<'a>(Vec<(usize, &'a PrintedCell)>);

impl<'a> Groups<'a> {
    /// The groups of a table with one head; where every block has its own, columns have no groups.
    fn of(table: &'a PrintedTable) -> Self {
        if table.rows.iter().any(is_heading) {
            return Self(Vec::new());
        }
        let is_wide = |cell: &PrintedCell| {
            matches!(cell.content, PrintedContent::ColumnLabel(_)) && cell.column_span > 1
        };
        let wide = || table.placed().into_iter().filter(|it| is_wide(it.cell));
        let is_lowest = |row: usize, column: usize, span: usize| {
            wide().all(|it| it.row <= row || it.column < column || it.column >= column + span)
        };
        let lowest = wide().filter(|it| is_lowest(it.row, it.column, it.cell.column_span));
        let mut groups: Vec<_> = lowest.map(|it| (it.column, it.cell)).collect();
        groups.sort_by_key(|(column, _)| *column);
        Self(groups)
    }

    fn has(&self, cell: &PrintedCell) -> bool {
        self.0.iter().any(|(_, group)| std::ptr::eq(*group, cell))
    }

    /// How wide the groups are, from left to right, with the columns between them.
    fn widths(&self, width: usize) -> Vec<usize> {
        let (mut widths, mut at) = (Vec::new(), 0);
        for (column, group) in &self.0 {
            widths.extend(Some(column - at).filter(|between| *between > 0));
            widths.push(group.column_span);
            at = column + group.column_span;
        }
        widths.extend(Some(width - at).filter(|rest| at > 0 && *rest > 0));
        widths
    }
}

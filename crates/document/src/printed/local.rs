//! Rows of an organ's own at their places among those of the form.

use nianbao_domain::form::{Column, Direction, Line};
use nianbao_domain::sheet::{LocalCell, LocalRow};

use super::on_one_line;
use super::table::{PrintedCell, PrintedContent, PrintedRow, PrintedTable};

/// The row of the form that a row is printed beside, whose columns it shares.
struct Neighbour {
    row: usize,
    /// Whether the row is printed below it, within its groups; else above it, at the head.
    below: bool,
}

/// Prints a row at its place. Of several behind one line the last is inserted first.
pub(super) fn insert(table: &mut PrintedTable, direction: Direction, row: &LocalRow) {
    match (direction, neighbour(table, row.after)) {
        (Direction::Down, Some(neighbour)) => insert_beside(table, &neighbour, row),
        (Direction::Down, None) | (Direction::Across, _) => {
            let end = table.rows.iter().rposition(has_values).map_or(0, |at| at + 1);
            table.rows.insert(end, unplaced(row));
        }
    }
}

fn neighbour(table: &PrintedTable, after: Option<Line>) -> Option<Neighbour> {
    let mut rows = table.rows.iter();
    match after {
        None => rows.position(has_values).map(|row| Neighbour { row, below: false }),
        Some(line) => {
            let is_of_line = |cell: &PrintedCell| matches!(&cell.content, PrintedContent::Value { cell, .. } if cell.line == line);
            let row = rows.position(|row| row.cells.iter().any(is_of_line));
            row.map(|row| Neighbour { row, below: true })
        }
    }
}

fn has_values(row: &PrintedRow) -> bool {
    row.cells.iter().any(|cell| matches!(cell.content, PrintedContent::Value { .. }))
}

fn is_label(cell: &PrintedCell) -> bool {
    matches!(cell.content, PrintedContent::RowLabel(_))
}

fn insert_beside(table: &mut PrintedTable, beside: &Neighbour, row: &LocalRow) {
    let labels: Vec<&PrintedCell> =
        table.rows[beside.row].cells.iter().filter(|cell| is_label(cell)).collect();
    let own = labels.len().saturating_sub(1);
    // At the head no group has begun yet: the label is as wide as all labels of the row below.
    let from = if beside.below { own } else { 0 };
    let width = labels[from..].iter().map(|label| label.column_span).sum();
    let mut cells = vec![label(row, width)];
    cells.extend(values(&table.rows[beside.row], &row.cells));
    let at = if beside.below {
        extend_groups(table, beside.row);
        beside.row + 1
    } else {
        table.rows.iter().position(|row| !row.header).unwrap_or(beside.row)
    };
    table.rows.insert(at, PrintedRow { header: false, cells });
}

/// Makes the labels of the groups that a row stands in one row taller.
fn extend_groups(table: &mut PrintedTable, below: usize) {
    for (at, row) in table.rows[..=below].iter_mut().enumerate() {
        // The last label of a row is its own, those before it are of groups.
        let groups = row.cells.iter().filter(|cell| is_label(cell)).count().saturating_sub(1);
        let labels = row.cells.iter_mut().filter(|cell| is_label(cell)).take(groups);
        labels.filter(|label| at + label.row_span > below).for_each(|label| label.row_span += 1);
    }
}

fn label(row: &LocalRow, column_span: usize) -> PrintedCell {
    let content = PrintedContent::RowLabel(on_one_line(&row.label));
    PrintedCell { content, row_span: 1, column_span }
}

fn value(raw: &str, column_span: usize) -> PrintedCell {
    PrintedCell { content: PrintedContent::Local(on_one_line(raw)), row_span: 1, column_span }
}

/// The cells under the columns of the row of the form beside them; those that say something and
/// belong to none follow behind the last.
fn values(beside: &PrintedRow, cells: &[LocalCell]) -> Vec<PrintedCell> {
    let mut printed = Vec::new();
    let mut rest: Vec<&LocalCell> = cells.iter().collect();
    for place in &beside.cells {
        let PrintedContent::Value { cell, .. } = &place.content else { continue };
        let under = take(&mut rest, cell.column, place.column_span);
        let shared = under.len().max(1);
        for at in 0..shared {
            let last = at + 1 == shared;
            let span = if last { place.column_span + 1 - shared } else { 1 };
            printed.push(value(under.get(at).map_or("", |cell| cell.raw.as_str()), span));
        }
    }
    let rest = rest.into_iter().filter(|cell| !cell.raw.trim().is_empty());
    printed.extend(rest.map(|cell| value(&cell.raw, 1)));
    printed
}

/// Takes out the first cells of a column, as many as there is room for.
fn take<'a>(rest: &mut Vec<&'a LocalCell>, column: Column, room: usize) -> Vec<&'a LocalCell> {
    let mut taken = Vec::new();
    rest.retain(|cell| {
        let takes = cell.column == Some(column) && taken.len() < room;
        if takes {
            taken.push(*cell);
        }
        !takes
    });
    taken
}

/// A row that stands beside no line of the form: below a table whose lines stand side by side.
fn unplaced(row: &LocalRow) -> PrintedRow {
    let cells = row.cells.iter().map(|cell| value(&cell.raw, 1));
    PrintedRow { header: false, cells: std::iter::once(label(row, 1)).chain(cells).collect() }
}

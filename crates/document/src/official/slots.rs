//! Every place of a table, also those that merged cells cover.

use crate::printed::{PrintedCell, PrintedTable};

/// A place in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// The first column that it covers, from 0.
    pub column: usize,
    /// How many columns it covers.
    pub span: usize,
    /// The cell that begins here; none where one of a row above reaches down.
    pub begins: Option<&'a PrintedCell>,
}

/// What reaches down into the rows below: for each column how many rows, and how many columns.
type Reaching = Vec<(usize, usize)>;

/// The places of a table, row by row, from left to right.
pub fn slots(table: &PrintedTable) -> Vec<Vec<Slot<'_>>> {
    let mut reaching = vec![(0, 0); table.full_width()];
    table.rows.iter().map(|row| row_slots(&row.cells, &mut reaching)).collect()
}

fn row_slots<'a>(cells: &'a [PrintedCell], reaching: &mut Reaching) -> Vec<Slot<'a>> {
    let (mut slots, mut cells, mut column) = (Vec::new(), cells.iter(), 0);
    while column < reaching.len() {
        let (rows, span) = reaching[column];
        let slot = if rows > 0 {
            reaching[column].0 -= 1;
            Slot { column, span, begins: None }
        } else {
            let Some(cell) = cells.next() else { break };
            let span = cell.column_span.clamp(1, reaching.len() - column);
            reaching[column] = (cell.row_span.saturating_sub(1), span);
            Slot { column, span, begins: Some(cell) }
        };
        column += slot.span;
        slots.push(slot);
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printed::{PrintedContent, PrintedRow};
    use nianbao_domain::form::TableId;

    fn row(spans: &[(usize, usize)]) -> PrintedRow {
        let cell = |&(row_span, column_span): &(usize, usize)| PrintedCell {
            content: PrintedContent::Local(String::new()),
            row_span,
            column_span,
        };
        PrintedRow { header: false, cells: spans.iter().map(cell).collect() }
    }

    fn drawn(rows: Vec<PrintedRow>) -> Vec<String> {
        let table = PrintedTable { id: TableId::Requests, width: 3, rows };
        let mark =
            |slot: &Slot<'_>| if slot.begins.is_some() { "+" } else { "|" }.repeat(slot.span);
        slots(&table).iter().map(|row| row.iter().map(mark).collect()).collect()
    }

    #[test]
    fn a_merged_cell_keeps_its_places_in_the_rows_below() {
        let rows = vec![row(&[(2, 2), (1, 1)]), row(&[(2, 1)]), row(&[(1, 1), (1, 1)])];
        assert_eq!(drawn(rows), ["+++", "||+", "++|"]);
    }

    #[test]
    fn a_row_may_be_shorter_and_one_may_be_wider_than_the_table() {
        let rows = vec![row(&[(1, 1)]), row(&[(1, 1), (1, 1), (1, 2)])];
        assert_eq!(drawn(rows), ["+", "++++"]);
    }
}

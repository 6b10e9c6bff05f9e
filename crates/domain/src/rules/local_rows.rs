//! Rows that the form does not have, where a relation of the form may include them.

use unicode_normalization::UnicodeNormalization;

use super::naming::{self, same_label};
use crate::finding::Message;
use crate::form::{Column, Equation, EquationKind, Line, Node, TableId};
use crate::sheet::{LocalCell, LocalRow, Sheet};

/// Whether a local row carries a number in a column that the equation adds up. The organ's total may
/// include it, so that the equation as the form prints it decides nothing (STR-005).
pub(super) fn take_part(sheet: &Sheet, equation: &Equation) -> bool {
    match equation.kind {
        EquationKind::RowTotal(_) => false,
        EquationKind::ColumnTotal(column) | EquationKind::Balance(column) => {
            count_in(sheet, equation.table, column)
        }
    }
}

/// Whether a local row of a table carries a number in a column.
pub(super) fn count_in(sheet: &Sheet, table: TableId, column: Column) -> bool {
    let headings = headings(sheet, table);
    let is_subtotal = |row: &&LocalRow| headings.iter().any(|it| same_label(it, &row.label));
    let rows = sheet.local_rows.iter().filter(|row| row.table == table);
    rows.filter(|row| !is_subtotal(row)).flat_map(|row| &row.cells).any(|cell| counts(cell, column))
}

/// The headings of a table, such as （三）不予公开: a row with a number beside one of them is a
/// subtotal, which no total includes a second time.
fn headings(sheet: &Sheet, table: TableId) -> Vec<&'static str> {
    let blocks = sheet.edition().form().table(table).map_or(&[][..], |table| table.blocks);
    blocks.iter().flat_map(|block| groups(block.rows)).collect()
}

fn groups(axis: &'static [Node<Line>]) -> Vec<&'static str> {
    let groups_of = |node: &'static Node<Line>| match node {
        Node::Leaf(..) | Node::Total(..) => Vec::new(),
        Node::Group(_, label, inner) => {
            let mut groups = groups(inner);
            groups.push(label.text);
            groups
        }
    };
    axis.iter().flat_map(groups_of).collect()
}

/// A cell without a known column may stand in any.
fn counts(cell: &LocalCell, column: Column) -> bool {
    let has_number = || cell.raw.nfkc().any(|c| c.is_ascii_digit() && c != '0');
    cell.column.is_none_or(|of| of == column) && has_number()
}

/// Why the relations of these columns are not assessed.
pub(super) fn reason(columns: &[&'static str]) -> Message {
    Message::new(
        format!(
            "表中有格式以外的行，{}列的合计可能把它算在内，是否相符无法判断",
            naming::list_zh(columns, "列")
        ),
        "rows that the form does not have may be part of the totals of these columns",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Edition};
    use crate::rules::{Case, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn balances_with(label: &str, raw: &str) -> Validation {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        let new = CellId::new(Line::NewRequests, Column::NaturalPerson);
        content.sheet.set(new, Cell::Number(3)).unwrap();
        content.sheet.local_rows.push(LocalRow {
            table: TableId::Requests,
            label: label.to_owned(),
            after: None,
            cells: vec![LocalCell { column: Some(Column::NaturalPerson), raw: raw.to_owned() }],
        });
        trial::of("T3-001", &Case::new(&content))
    }

    #[test]
    fn a_column_with_a_number_in_a_local_row_is_not_held_against_the_form() {
        let validation = balances_with("属于工作秘密", "3");
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["local_rows"]);
    }

    #[test]
    fn a_subtotal_beside_a_heading_is_counted_nowhere() {
        assert_eq!(balances_with("（三）不予公开", "3").findings.len(), 1);
    }

    #[test]
    fn a_local_row_of_zeros_changes_nothing() {
        assert_eq!(balances_with("属于工作秘密", "0").findings.len(), 1);
    }
}

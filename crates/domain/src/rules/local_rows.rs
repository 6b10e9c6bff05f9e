//! Rows that the form does not have, where a relation of the form may include them.

use unicode_normalization::UnicodeNormalization;

use super::naming;
use crate::finding::Message;
use crate::form::{Column, Equation, EquationKind};
use crate::sheet::{LocalCell, LocalRow, Sheet};

/// Whether a local row carries a number in a column that the equation adds up. The organ's total may
/// include it, so that the equation as the form prints it decides nothing (STR-005).
pub(super) fn take_part(sheet: &Sheet, equation: &Equation) -> bool {
    let column = match equation.kind {
        EquationKind::RowTotal(_) => return false,
        EquationKind::ColumnTotal(column) | EquationKind::Balance(column) => column,
    };
    let rows = sheet.local_rows.iter().filter(|row| row.table == equation.table);
    rows.flat_map(|row: &LocalRow| &row.cells).any(|cell| counts(cell, column))
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

//! Sheets that tests of several modules start from.

use super::{Cell, Sheet};
use crate::form::{CellId, Column, Edition, EquationKind, Line};

/// A sheet whose leaves are `leaf(n)` for the n-th cell and whose every equation holds.
pub(crate) fn consistent(edition: Edition, leaf: impl Fn(usize) -> i64) -> Sheet {
    let mut sheet = Sheet::blank(edition);
    for (n, cell) in edition.layout().cells().iter().enumerate() {
        let is_total = edition.layout().equations().iter().any(|it| it.equation.left == [*cell]);
        if !is_total {
            sheet.set(*cell, Cell::Number(leaf(n))).unwrap();
        }
    }
    let mut sheet = sheet.with_blanks_as_zero();
    for it in edition.layout().equations() {
        if let EquationKind::Balance(column) = it.equation.kind {
            balance(&mut sheet, column);
        }
    }
    for it in edition.layout().equations() {
        if let EquationKind::RowTotal(_) = it.equation.kind {
            let total = it.equation.right.iter().map(|cell| sheet.number(*cell).unwrap()).sum();
            sheet.set(it.equation.left[0], Cell::Number(total)).unwrap();
        }
    }
    sheet
}

/// Consistent figures without a negative one: what is carried over is carried forward again, and more.
pub(crate) fn possible(edition: Edition, leaf: impl Fn(usize) -> i64) -> Sheet {
    let layout = edition.layout();
    consistent(edition, |n| {
        let cell = layout.cells()[n];
        let over = layout.index(CellId::new(Line::CarriedOver, cell.column));
        match (cell.line, over) {
            (Line::CarriedForward, Some(over)) => leaf(n) + leaf(usize::from(over)),
            _ => leaf(n),
        }
    })
}

/// Makes 新收 large enough to cover what was handled.
fn balance(sheet: &mut Sheet, column: Column) {
    let number = |line| sheet.number(CellId::new(line, column)).unwrap();
    let new = number(Line::Handled) + number(Line::CarriedForward) - number(Line::CarriedOver);
    sheet.set(CellId::new(Line::NewRequests, column), Cell::Number(new)).unwrap();
}

//! T2: what was disclosed proactively.

mod documents;
mod duties;
mod items;
mod procurement;

use super::{Rule, absence};
use crate::form::{CellId, Column, Line};
use crate::rules::Sink;
use crate::sheet::Sheet;

pub(super) static RULES: &[Rule] = &[
    documents::ISSUED,
    documents::DISCLOSED,
    documents::MADE,
    items::RULE,
    procurement::RULE,
    duties::WITHOUT_DECISIONS,
    duties::WITHOUT_POWER,
];

/// Calls `with` for every line that has all the columns, with their numbers; where one has no number,
/// the rule is not assessable for it.
fn each_line<const N: usize>(
    sheet: &Sheet,
    columns: [Column; N],
    sink: &mut Sink<'_>,
    mut with: impl FnMut(&mut Sink<'_>, [CellId; N], [i64; N]),
) {
    let mut missing = Vec::new();
    for line in lines(sheet, columns) {
        let cells = columns.map(|column| CellId::new(line, column));
        let numbers = cells.map(|cell| sheet.number(cell));
        if numbers.iter().all(Option::is_some) {
            with(sink, cells, numbers.map(Option::unwrap_or_default));
        } else {
            missing.extend(cells.into_iter().filter(|cell| sheet.number(*cell).is_none()));
        }
    }
    if !missing.is_empty() {
        sink.not_assessable(&missing, absence::numbers(&missing));
    }
}

/// The lines that print all of the columns, in the order of the form.
fn lines<const N: usize>(sheet: &Sheet, columns: [Column; N]) -> impl Iterator<Item = Line> {
    let layout = sheet.layout();
    let has = move |line: Line| columns.iter().all(|it| layout.prints(CellId::new(line, *it)));
    let first = columns.first().copied();
    let cells = layout.cells().iter().filter(move |cell| Some(cell.column) == first);
    cells.map(|cell| cell.line).filter(move |line| has(*line))
}

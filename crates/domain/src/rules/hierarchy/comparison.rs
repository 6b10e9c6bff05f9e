//! Cells of a consolidated report that do not agree with its units, table by table.

use crate::finding::Observation;
use crate::form::{CellId, Measure, TableId};
use crate::rules::{Case, Sink, comparable, naming};
use crate::sheet::Sheet;

/// Up to so many cells of a table are reported one by one; more have one cause.
const ONE_BY_ONE: usize = 3;
/// How many cells a sentence names.
const NAMED: usize = 5;

/// A cell that does not agree.
pub(super) struct Difference {
    /// The cell.
    pub cell: CellId,
    /// What the consolidated report says.
    pub found: i128,
    /// What the units say.
    pub expected: i128,
    /// How the numbers read, in Chinese and in English: `“…”汇总填 5，甲局填 9`.
    pub said: (String, String),
}

/// What the findings of a rule say, beside the numbers.
pub(super) struct Words {
    /// What is wrong with many cells of a table, in Chinese; the count stands before it.
    pub many: &'static str,
    /// The same in English.
    pub many_en: &'static str,
    /// What to do.
    pub advice: String,
    /// The sign before the expected number.
    pub sign: &'static str,
}

/// The cells whose numbers add up over units, unsigned.
pub(super) fn additive(sheet: &Sheet, table: TableId) -> impl Iterator<Item = CellId> {
    let cells = sheet.layout().table_cells(table);
    cells.filter(|cell| cell.adds_up() && cell.measure() != Measure::SignedCount)
}

/// A number that may be compared; an amount without a unit counts as none.
pub(super) fn number(sheet: &Sheet, cell: CellId) -> Option<i128> {
    comparable::number(sheet, cell)
}

/// One finding a cell, or one for a table with many.
pub(super) fn raise(
    case: &Case<'_>,
    sink: &mut Sink<'_>,
    table: TableId,
    differences: &[Difference],
    words: &Words,
) {
    if differences.len() > ONE_BY_ONE {
        return sink.raise(of_table(&case.content.sheet, table, differences, words));
    }
    let layout = case.content.sheet.layout();
    for Difference { cell, found, expected, said: (zh, en) } in differences {
        let label = naming::cell(layout, *cell);
        let expected = format!("{}{}", words.sign, comparable::shown(*cell, *expected));
        sink.raise(
            Observation::new(format!("{label}{zh}；{}", words.advice), format!("{cell} {en}"))
                .about([*cell])
                .expected(expected, comparable::shown(*cell, *found)),
        );
    }
}

fn of_table(
    sheet: &Sheet,
    table: TableId,
    differences: &[Difference],
    words: &Words,
) -> Observation {
    let labelled =
        |it: &Difference| format!("{}{}", naming::cell(sheet.layout(), it.cell), it.said.0);
    let first = |of: &dyn Fn(&Difference) -> String, by: &str| {
        differences.iter().take(NAMED).map(of).collect::<Vec<_>>().join(by)
    };
    let numbers = |of: fn(&Difference) -> i128| {
        let shown = differences.iter().map(|it| comparable::shown(it.cell, of(it)));
        shown.collect::<Vec<_>>().join(", ")
    };
    let count = differences.len();
    Observation::new(
        format!(
            "{}有 {count} 格{}，如：{}；{}",
            naming::table(table),
            words.many,
            first(&labelled, "；"),
            words.advice
        ),
        format!(
            "{}: {count} cells {}, such as {}",
            naming::table_en(table),
            words.many_en,
            first(&|it| format!("{} {}", it.cell, it.said.1), "; ")
        ),
    )
    .about(differences.iter().map(|it| it.cell))
    .expected(numbers(|it| it.expected), numbers(|it| it.found))
}

//! T3-009: numbers beside a heading are the sum of the lines beneath.
//!
//! The form prints no numbers beside （三）不予公开 and its like. A page that does so states a
//! subtotal: it takes no part in the totals of the form (T3-003), and has to agree with its lines.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::form::{CellId, Column, TableId};
use crate::rules::local_rows::Subtotal;
use crate::rules::quotation::Ordinals;
use crate::rules::{Case, Rule, Sink, absence, naming};
use crate::sheet::{LocalRow, Sheet};

pub(super) const RULE: Rule = Rule::new("T3-009", check);

/// A subtotal in one column that is not the sum of its lines.
struct Difference {
    column: &'static str,
    printed: i128,
    sum: i128,
    cells: Vec<CellId>,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let mut missing = Vec::new();
    let mut ordinals = Ordinals::default();
    for subtotal in case.local_rows().subtotals() {
        let Some(row) = sheet.local_rows.get(subtotal.row) else { continue };
        if row.table != TableId::Requests {
            continue;
        }
        let differences = differences(sheet, row, subtotal, &mut missing);
        if !differences.is_empty() {
            let quote = ordinals.quote(row.table.section(), 0, &row.label);
            sink.raise(observation(row, differences).quoting(quote));
        }
    }
    if !missing.is_empty() {
        sink.not_assessable(&missing, absence::numbers(&missing));
    }
}

fn differences(
    sheet: &Sheet,
    row: &LocalRow,
    subtotal: &Subtotal,
    missing: &mut Vec<CellId>,
) -> Vec<Difference> {
    let mut found = Vec::new();
    for cell in &row.cells {
        let (Some(column), Some(printed)) = (cell.column, number(&cell.raw)) else { continue };
        let cells = sheet.layout().resolve(subtotal.line, column).unwrap_or_default();
        match sheet.value(subtotal.line, column) {
            Some(sum) if sum != printed => {
                let column = label(sheet, cells, column);
                found.push(Difference { column, printed, sum, cells: cells.to_vec() });
            }
            Some(_) => {}
            None => missing.extend(cells.iter().copied().filter(|it| sheet.number(*it).is_none())),
        }
    }
    found
}

/// A count as a page may print it; none where there is anything else.
fn number(raw: &str) -> Option<i128> {
    let digits: String = raw.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn label(sheet: &Sheet, cells: &[CellId], column: Column) -> &'static str {
    let path = cells.first().map(|cell| sheet.layout().label_path(*cell));
    path.and_then(|path| path.last().copied()).unwrap_or(column.code())
}

fn observation(row: &LocalRow, differences: Vec<Difference>) -> Observation {
    let said = |it: &Difference| format!("“{}”列填 {}，应为 {}", it.column, it.printed, it.sum);
    let zh: Vec<_> = differences.iter().map(said).collect();
    let join = |of: fn(&Difference) -> i128| {
        differences.iter().map(|it| of(it).to_string()).collect::<Vec<_>>().join(", ")
    };
    let (sums, printed) = (join(|it| it.sum), join(|it| it.printed));
    let label = naming::shortened(&row.label);
    Observation::new(
        format!("“{label}”行的小计与其下各行之和不符：{}", zh.join("；")),
        format!("the subtotal “{label}” says {printed}, the lines beneath sum to {sums}"),
    )
    .expected(sums, printed)
    .about(differences.into_iter().flat_map(|it| it.cells))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Edition, Line};
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, LocalCell, samples::consistent};

    fn with(label: &str, raw: &str, state: Cell) -> Validation {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 1);
        let leaf = CellId::new(Line::StateSecret, Column::Enterprise);
        content.sheet.set(leaf, state).unwrap();
        content.sheet.local_rows.push(LocalRow {
            table: TableId::Requests,
            label: label.to_owned(),
            after: None,
            cells: vec![LocalCell { column: Some(Column::Enterprise), raw: raw.to_owned() }],
        });
        trial::of("T3-009", &Case::new(&content))
    }

    #[test]
    fn a_subtotal_is_the_sum_of_the_lines_beneath() {
        let findings = with("（三）不予公开", "9", Cell::Number(1)).findings;
        assert_eq!(findings[0].observation.expected, "8");
        assert_eq!(findings[0].observation.cells.len(), 8);
        assert_eq!(with("（三）不予公开", "８", Cell::Number(1)), Validation::default());
    }

    #[test]
    fn a_blank_beneath_decides_nothing() {
        let validation = with("不予公开小计", "8", Cell::Blank);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["state_secret.enterprise"]);
    }

    #[test]
    fn another_row_and_other_words_are_no_subtotal() {
        assert_eq!(with("属于工作秘密", "9", Cell::Number(1)), Validation::default());
        for raw in ["", "/", "8余"] {
            assert_eq!(
                with("（三）不予公开", raw, Cell::Number(1)),
                Validation::default(),
                "{raw}"
            );
        }
    }
}

mod one_cell;
mod several_cells;

use crate::finding::{Finding, Suggestion};
use crate::form::{CellId, Edition, TableId};
use crate::report::Content;
use crate::rules::{Case, trial, validate};
use crate::sheet::{Cell, Sheet, samples::possible};

/// The cells of table 3.
fn requests(edition: Edition) -> Vec<CellId> {
    edition.layout().table_cells(TableId::Requests).collect()
}

/// Different numbers of several digits everywhere.
fn varied(edition: Edition) -> Sheet {
    possible(edition, |n| (n as i64 * 37) % 91 + 10)
}

fn changed(sheet: &Sheet, changes: &[(CellId, i64)]) -> Content {
    let mut content = trial::on(sheet.edition());
    content.sheet = sheet.clone();
    changes.iter().for_each(|(cell, to)| content.sheet.set(*cell, Cell::Number(*to)).unwrap());
    content
}

/// The findings that carry suggestions, in the order in which they are listed.
fn suggesting(case: &Case<'_>) -> Vec<Finding> {
    let findings = validate(case).findings.into_iter();
    findings.filter(|it| !it.suggestions.is_empty()).collect()
}

fn suggestions(content: &Content) -> Vec<Suggestion> {
    suggesting(&Case::new(content)).into_iter().flat_map(|it| it.suggestions).collect()
}

fn numbers(suggestion: &Suggestion) -> Vec<(CellId, i64)> {
    suggestion.changes.iter().map(|change| (change.cell, change.to)).collect()
}

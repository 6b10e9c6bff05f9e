//! Changes of single cells.

use std::collections::BTreeSet;

use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::report::CellChange;
use nianbao_proto::v1;

use super::{OutputOnly, cell};
use crate::concept::{self, Concept};
use crate::limits;
use crate::violation::{Faults, Path, Violations, reading};

/// Reads the `cell_changes` of an update, each cell at most once. Whether the edition of the report
/// prints a cell is not known here.
///
/// # Errors
///
/// The violations, with paths below `cell_changes`.
pub fn cell_changes(changes: Vec<v1::CellChange>) -> Result<Vec<CellChange>, Violations> {
    reading("", |at, faults| {
        if changes.len() > limits::CELL_CHANGES {
            let most = limits::CELL_CHANGES;
            faults.invalid(&at.field("cell_changes"), format_args!("more than {most} changes"));
            return None;
        }
        let mut said = BTreeSet::new();
        let changes = changes.into_iter().enumerate();
        let changes = changes.filter_map(|(number, change)| {
            let at = at.item("cell_changes", number);
            let stated = read(change, &at, faults)?;
            if !said.insert(stated.cell) {
                faults.invalid(&at, format_args!("{} is changed twice: say it once", stated.cell));
            }
            Some(stated)
        });
        Some(changes.collect())
    })
}

fn read(change: v1::CellChange, at: &Path<'_>, faults: &mut Faults) -> Option<CellChange> {
    let v1::CellChange { line, column, cell } = change;
    let line: Option<Line> = concept::required(line, &at.field("line"), faults);
    let column: Option<Column> = concept::required(column, &at.field("column"), faults);
    let Some(content) = cell else {
        faults.invalid(&at.field("cell"), "missing: say what the cell says now");
        return None;
    };
    let (line, column) = (line?, column?);
    let at = &at.field("cell");
    if content.column != 0 && content.column != column.to_wire() {
        let field = &at.field("column");
        faults.invalid(field, format_args!("names another column than {column}: leave it out"));
    }
    cell::read(CellId::new(line, column), content, OutputOnly::Ignored, at, faults)
}

//! The printed cells of an edition, and the equations between them.

use nianbao_domain::form::{CellId, Equation, IndexedEquation, Layout, Measure, TableId, Unit};
use nianbao_proto::v1;

use crate::concept::{self, Concept};
use crate::sheet::cell_reference;

/// Every printed cell in the frozen order, which goes table by table.
pub(super) fn cells(layout: &Layout) -> Vec<v1::FormCell> {
    let tables = TableId::ALL.into_iter();
    tables.flat_map(|table| layout.table_cells(table).map(move |id| cell(id, table))).collect()
}

fn cell(id: CellId, table: TableId) -> v1::FormCell {
    let unit = match id.measure() {
        Measure::Money(unit) => unit,
        Measure::Count | Measure::SignedCount => Unit::None,
    };
    v1::FormCell {
        cell: Some(cell_reference(id)),
        code: id.to_string(),
        measure: concept::measure(id.measure()).into(),
        unit: unit.to_wire(),
        nature: id.nature().to_wire(),
        table: table.to_wire(),
    }
}

pub(super) fn equation(equation: &IndexedEquation) -> v1::Equation {
    let Equation { table, kind, left, right } = &equation.equation;
    let references = |cells: &[CellId]| cells.iter().copied().map(cell_reference).collect();
    v1::Equation {
        kind: concept::equation_kind(*kind).into(),
        left: references(left),
        right: references(right),
        table: table.to_wire(),
    }
}

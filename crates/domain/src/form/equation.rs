//! The arithmetic of the form, read off its tree.

use super::table::Block;
use super::{CellId, Column, Line, TableId, node};

/// Where in the form an equation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EquationKind {
    /// A printed total of a line equals the sum of its columns.
    RowTotal(Line),
    /// A printed total line equals the sum of its leaves, in one column.
    ColumnTotal(Column),
    /// 一 + 二 = 三 + 四, in one column, as printed on the form.
    Balance(Column),
}

/// One linear equation between cells: the sum of `left` equals the sum of `right`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The table it belongs to.
    pub table: TableId,
    /// Where it comes from.
    pub kind: EquationKind,
    /// The cells of one side; for a total, the total itself.
    pub left: Vec<CellId>,
    /// The cells of the other side.
    pub right: Vec<CellId>,
}

impl Equation {
    /// Every cell that takes part.
    pub fn cells(&self) -> impl Iterator<Item = CellId> {
        self.left.iter().chain(&self.right).copied()
    }
}

/// The equations of one block: row totals, then column totals and balances column by column.
pub(super) fn equations(table: TableId, block: &'static Block) -> Vec<Equation> {
    let equation = |kind, left, right| Equation { table, kind, left, right };
    let mut equations = Vec::new();
    for line in node::printed(block.rows) {
        for (total, parts) in node::totals(block.columns) {
            let parts = parts.iter().map(|column| CellId::new(line, *column)).collect();
            equations.push(equation(
                EquationKind::RowTotal(line),
                vec![CellId::new(line, total)],
                parts,
            ));
        }
    }
    for column in node::printed(block.columns) {
        let cells = |lines: &[Line]| {
            lines.iter().map(|line| CellId::new(*line, column)).collect::<Vec<_>>()
        };
        for (total, parts) in node::totals(block.rows) {
            equations.push(equation(
                EquationKind::ColumnTotal(column),
                cells(&[total]),
                cells(&parts),
            ));
        }
        for balance in block.balances {
            equations.push(equation(
                EquationKind::Balance(column),
                cells(balance.left),
                cells(balance.right),
            ));
        }
    }
    equations
}

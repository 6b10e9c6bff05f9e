//! What another edition cannot hold.

use nianbao_domain::form::Edition;
use nianbao_domain::report::CellSource;
use nianbao_domain::sheet::NotCarried;
use nianbao_proto::v1;

use super::message::{cell, cell_reference};
use crate::concept::Concept;

/// A cell that had no place in the edition that the report went to, with what the page had said in it.
pub fn not_carried(
    left: &NotCarried,
    source: Option<&CellSource>,
    to: Edition,
) -> v1::NotCarriedCell {
    let NotCarried { cell: id, said, unit } = left;
    let value = v1::Cell { unit: unit.to_wire(), ..cell(*id, *said, source) };
    v1::NotCarriedCell {
        cell: Some(cell_reference(*id)),
        value: Some(value),
        reason: reason(left, to),
    }
}

/// A concept that the new form prints in parts is not spread over them; any other is unknown to it.
fn reason(left: &NotCarried, to: Edition) -> String {
    match to.layout().resolve(left.cell.line, left.cell.column) {
        Some(parts) => {
            format!("{to}年格式把这一数字分列为 {} 个单元格，无法拆分", parts.len())
        }
        None => format!("{to}年格式没有这一单元格"),
    }
}

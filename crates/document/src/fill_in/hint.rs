//! What people are told about a cell that they fill in.

use nianbao_domain::form::{CellId, Edition, Measure, Unit};

/// What is wanted in a cell.
pub(super) fn wanted(cell: CellId) -> String {
    match cell.measure() {
        Measure::Count => "不小于 0 的整数".to_owned(),
        Measure::SignedCount => "整数，减少填负数".to_owned(),
        Measure::Money(Unit::NotStated) => {
            "金额，请在数字后写明单位：元或者万元，最多六位小数".to_owned()
        }
        Measure::Money(unit) => format!("金额，单位：{}，最多六位小数", unit.symbol()),
    }
}

/// The labels of a cell from the outside in.
pub(super) fn labels(edition: Edition, cell: CellId) -> String {
    edition.layout().label_path(cell).join(" · ")
}

//! A cell setting → a change on the wire.

use nianbao_domain::form::{CellId, Measure};
use nianbao_domain::sheet::{Amount, Cell};
use nianbao_proto::v1::{self, CellState, cell::Number};
use nianbao_wire::Concept;

use crate::arguments::CellSetting;

impl CellSetting {
    /// The change that the server is asked for.
    pub fn to_change(self) -> v1::CellChange {
        let Self { cell, says, unit } = self;
        let (state, number) = content(cell, says);
        let said = v1::Cell {
            state: state.into(),
            number,
            unit: unit.map_or(0, Concept::to_wire),
            ..v1::Cell::default()
        };
        v1::CellChange {
            line: cell.line.to_wire(),
            column: cell.column.to_wire(),
            cell: Some(said),
        }
    }
}

fn content(cell: CellId, says: Cell) -> (CellState, Option<Number>) {
    match says {
        Cell::Number(number) => (CellState::Number, Some(written(cell, number))),
        Cell::Blank => (CellState::Blank, None),
        Cell::NotApplicable => (CellState::NotApplicable, None),
        Cell::Unreadable => (CellState::Unreadable, None),
    }
}

fn written(cell: CellId, number: i64) -> Number {
    match cell.measure() {
        Measure::Count | Measure::SignedCount => Number::Count(number),
        Measure::Money(_) => Number::Amount(Amount { millionths: number }.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(words: &str) -> v1::Cell {
        let setting: CellSetting = words.parse().unwrap();
        setting.to_change().cell.unwrap()
    }

    #[test]
    fn money_is_sent_as_an_exact_decimal_with_its_unit() {
        let cell = change("administrative_charges.amount_collected=1.20万元");
        assert_eq!(cell.number, Some(Number::Amount("1.2".to_owned())));
        assert_eq!(cell.unit(), v1::Unit::TenThousandYuan);
    }

    #[test]
    fn a_blank_is_sent_as_a_blank_and_not_as_zero() {
        let cell = change("granted.natural_person=blank");
        assert_eq!((cell.state(), cell.number.clone()), (CellState::Blank, None));
    }
}

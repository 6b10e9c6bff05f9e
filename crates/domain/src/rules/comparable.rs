//! Numbers of different reports made comparable: concepts across editions, money in one unit.

use crate::form::{CellId, Measure, Unit};
use crate::sheet::{Amount, Sheet};

/// 元 in a 万元.
const TEN_THOUSAND: i128 = 10_000;
const MILLIONTHS: i128 = 1_000_000;

/// What a report says of a cell's concept, so that numbers of several reports may be compared and
/// added: counts as they are, money in millionths of a yuan. None without a number, where the edition
/// cannot express the concept, and for money whose unit is not stated.
pub(super) fn number(sheet: &Sheet, cell: CellId) -> Option<i128> {
    let number = sheet.value(cell.line, cell.column)?;
    match (cell.measure(), sheet.unit(cell)) {
        (Measure::Count | Measure::SignedCount, _) | (Measure::Money(_), Unit::Yuan) => {
            Some(number)
        }
        (Measure::Money(_), Unit::TenThousandYuan) => Some(number * TEN_THOUSAND),
        (Measure::Money(_), Unit::NotStated | Unit::None) => None,
    }
}

/// Whether the edition of a report can express a cell's concept at all.
pub(super) fn is_expressed(sheet: &Sheet, cell: CellId) -> bool {
    let layout = sheet.layout();
    layout.prints(cell) || layout.resolve(cell.line, cell.column).is_some()
}

/// A comparable number for people: a count, or an exact amount with its unit.
pub(super) fn shown(cell: CellId, number: i128) -> String {
    match cell.measure() {
        Measure::Count | Measure::SignedCount => number.to_string(),
        Measure::Money(_) => {
            let is_large = number.abs() >= TEN_THOUSAND * MILLIONTHS;
            match is_large && number % TEN_THOUSAND == 0 {
                true => amount(number / TEN_THOUSAND, Unit::TenThousandYuan),
                false => amount(number, Unit::Yuan),
            }
        }
    }
}

/// Sums of amounts that no single amount can hold are told in whole units.
fn amount(millionths: i128, unit: Unit) -> String {
    let whole = || (millionths / MILLIONTHS).to_string();
    let exact = i64::try_from(millionths).map(|millionths| Amount { millionths }.to_string());
    format!("{}{}", exact.unwrap_or_else(|_| whole()), unit.symbol())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::sheet::Cell;

    const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    const BOUGHT: CellId = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);

    fn charged(amount: &str, unit: Unit) -> Option<i128> {
        let mut sheet = Sheet::blank(Edition::E2021);
        let amount: Amount = amount.parse().unwrap();
        sheet.set(CHARGES, Cell::Number(amount.millionths)).unwrap();
        sheet.set_unit(CHARGES, unit).unwrap();
        number(&sheet, CHARGES)
    }

    #[test]
    fn money_is_compared_in_one_unit() {
        assert_eq!(charged("1.5", Unit::TenThousandYuan), charged("15000", Unit::Yuan));
        assert_eq!(shown(CHARGES, charged("15000", Unit::Yuan).unwrap()), "1.5万元");
        assert_eq!(shown(CHARGES, charged("0.3", Unit::Yuan).unwrap()), "0.3元");
        assert_eq!(shown(CHARGES, i128::from(i64::MAX) * 20_000_000), "18446744073709551万元");
    }

    #[test]
    fn money_without_a_unit_is_not_comparable() {
        let mut sheet = Sheet::blank(Edition::E2019);
        sheet.set(BOUGHT, Cell::Number(1)).unwrap();
        assert_eq!(number(&sheet, BOUGHT), None);
        sheet.set_unit(BOUGHT, Unit::Yuan).unwrap();
        assert_eq!(number(&sheet, BOUGHT), Some(1));
    }

    #[test]
    fn a_column_of_another_edition_is_not_expressed() {
        let in_force = CellId::new(Line::NormativeDocuments, Column::InForce);
        assert!(is_expressed(&Sheet::blank(Edition::E2021), in_force));
        assert!(!is_expressed(&Sheet::blank(Edition::E2019), in_force));
    }
}

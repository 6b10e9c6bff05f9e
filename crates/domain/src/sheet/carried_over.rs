//! What one year carries over from the year before.

use std::collections::BTreeMap;

use super::Sheet;
use crate::form::{Column, Line};

/// 上年结转 of a year, by the kind of applicant: 结转下年度继续办理 of the sheets of the year before, one
/// organ's or those of all organs that were merged into one. Only what every sheet has a number for.
pub fn carried_over<'a>(previous: impl IntoIterator<Item = &'a Sheet>) -> Vec<(Column, i64)> {
    let mut sums: Option<BTreeMap<Column, i64>> = None;
    for sheet in previous {
        let forward = sheet.cells().filter(|(cell, _)| cell.line == Line::CarriedForward);
        let numbers = forward.filter_map(|(cell, said)| Some((cell.column, said.number()?)));
        sums = Some(match sums {
            None => numbers.collect(),
            Some(sums) => numbers
                .filter_map(|(column, number)| Some((column, sums.get(&column)? + number)))
                .collect(),
        });
    }
    sums.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Edition};
    use crate::sheet::Cell;

    fn sheet(cells: &[(Column, i64)]) -> Sheet {
        let mut sheet = Sheet::blank(Edition::E2021);
        for (column, number) in cells {
            let cell = CellId::new(Line::CarriedForward, *column);
            sheet.set(cell, Cell::Number(*number)).unwrap();
        }
        sheet
    }

    #[test]
    fn merged_organs_carry_over_together_what_each_of_them_tells() {
        let one = sheet(&[(Column::NaturalPerson, 3), (Column::Applicants, 4)]);
        let other = sheet(&[(Column::NaturalPerson, 2)]);
        assert_eq!(carried_over([&one]), [(Column::NaturalPerson, 3), (Column::Applicants, 4)]);
        assert_eq!(carried_over([&one, &other]), [(Column::NaturalPerson, 5)]);
        assert_eq!(carried_over([]), []);
    }
}

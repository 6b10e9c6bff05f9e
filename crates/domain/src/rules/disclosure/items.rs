//! T2-004: the items of last year with the change of this year are not fewer than none.

use super::each_line;
use crate::finding::Observation;
use crate::form::Column;
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("T2-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let columns = [Column::PreviousYearItems, Column::NetChange];
    each_line(sheet, columns, sink, |sink, cells, [before, change]| {
        let now = i128::from(before) + i128::from(change);
        if now >= 0 {
            return;
        }
        let label = naming::line_label(sheet.layout(), cells[0]);
        let seen = Observation::new(
            format!(
                "“{label}”上一年项目数量 {before}，本年增/减 {change}，相加为 {now}；项目数不能小于 0，请核对两个数和增减的符号"
            ),
            format!("{}: {before} items last year and a change of {change}", cells[0].line),
        );
        sink.raise(seen.about(cells).expected(format!("≥ -{before}"), change));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::{Cell, samples::consistent};

    fn seen(before: i64, change: i64) -> usize {
        let mut content = trial::on(Edition::E2019);
        content.sheet = consistent(Edition::E2019, |_| 0);
        for (column, number) in [(Column::PreviousYearItems, before), (Column::NetChange, change)] {
            let cell = CellId::new(Line::AdministrativeCharges, column);
            content.sheet.set(cell, Cell::Number(number)).unwrap();
        }
        trial::of("T2-004", &Case::new(&content)).findings.len()
    }

    #[test]
    fn no_more_items_are_dropped_than_there_were() {
        assert_eq!(seen(2, -4), 1);
        assert_eq!(seen(2, -2), 0);
        assert_eq!(seen(0, 3), 0);
    }
}

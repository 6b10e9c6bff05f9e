//! T2-005: items bought and the amount spent are both zero or neither is.

use crate::finding::Observation;
use crate::form::Column;
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::Amount;

use super::each_line;

pub(super) const RULE: Rule = Rule::new("T2-005", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let columns = [Column::ProcurementItems, Column::ProcurementAmount];
    each_line(sheet, columns, sink, |sink, cells, [items, millionths]| {
        if (items == 0) == (millionths == 0) {
            return;
        }
        let label = naming::line_label(sheet.layout(), cells[0]);
        let amount = Amount { millionths };
        let seen = Observation::new(
            format!(
                "“{label}”采购项目数量填 {items}，采购总金额填 {amount}；有项目就有金额，没有项目就没有金额，请核对"
            ),
            format!("{}: {items} items for an amount of {amount}", cells[0].line),
        );
        sink.raise(seen.about(cells).found(format!("{items}, {amount}")));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Edition, Line};
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(items: i64, amount: Cell) -> Validation {
        let mut content = trial::on(Edition::E2019);
        for (column, cell) in
            [(Column::ProcurementItems, Cell::Number(items)), (Column::ProcurementAmount, amount)]
        {
            content.sheet.set(CellId::new(Line::GovernmentProcurement, column), cell).unwrap();
        }
        trial::of("T2-005", &Case::new(&content))
    }

    #[test]
    fn an_amount_without_items_and_items_without_an_amount_warn() {
        assert_eq!(with(0, Cell::Number(5_000_000_000)).findings.len(), 1);
        assert_eq!(with(3, Cell::Number(0)).findings.len(), 1);
    }

    #[test]
    fn both_or_neither_is_right_and_a_blank_decides_nothing() {
        assert_eq!(with(0, Cell::Number(0)), Validation::default());
        assert_eq!(with(31, Cell::Number(863_732_450_000)), Validation::default());
        let validation = with(3, Cell::Blank);
        assert_eq!(validation.findings, []);
        assert_eq!(
            validation.not_assessed[0].missing,
            ["government_procurement.procurement_amount"]
        );
    }
}

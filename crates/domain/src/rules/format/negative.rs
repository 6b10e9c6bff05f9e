//! FMT-002: numbers are not negative; only 本年增/减 has a sign.

use crate::finding::Observation;
use crate::form::Measure;
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("FMT-002", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let below_zero = sheet.cells().filter(|(cell, said)| {
        cell.measure() != Measure::SignedCount && said.number().is_some_and(|number| number < 0)
    });
    for (cell, _) in below_zero {
        let found = sheet.printed_number(cell);
        sink.raise(
            Observation::new(
                format!("{}填的是 {found}；不能小于 0", naming::cell(sheet.layout(), cell)),
                format!("{cell} says {found}; it cannot be negative"),
            )
            .about([cell])
            .found(found),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::form::{CellId, Column, Edition, Line};
    use crate::rules::{Case, trial};
    use crate::sheet::Cell;

    fn is_refused(line: Line, column: Column, number: i64) -> bool {
        let mut content = trial::on(Edition::E2019);
        content.sheet.set(CellId::new(line, column), Cell::Number(number)).unwrap();
        !trial::of("FMT-002", &Case::new(&content)).findings.is_empty()
    }

    #[test]
    fn no_count_and_no_amount_is_negative() {
        assert!(is_refused(Line::AdministrativePenalties, Column::Decisions, -3));
        assert!(is_refused(Line::GovernmentProcurement, Column::ProcurementAmount, -1));
        assert!(!is_refused(Line::AdministrativePenalties, Column::Decisions, 0));
    }

    #[test]
    fn a_net_change_may_be_negative() {
        assert!(!is_refused(Line::AdministrativePenalties, Column::NetChange, -3));
    }
}

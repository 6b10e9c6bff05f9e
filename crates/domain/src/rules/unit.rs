//! UNT: the units of money.

mod charges;

use super::{Case, Rule, Sink, naming};
use crate::finding::Observation;
use crate::form::{CellId, Measure, Unit};
use crate::sheet::Amount;

pub(super) static RULES: &[Rule] = &[charges::RULE, Rule::new("UNT-002", not_stated)];

/// Ten thousand units: few organs buy for so many 万元, and few for fewer 元.
const PROBABLY_YUAN: Amount = Amount { millionths: 10_000_000_000 };

/// UNT-002: the form of 2019 prints no unit for what was bought, so that the page has to. The amount
/// is kept as entered; the unit is only suggested.
fn not_stated(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let amounts = sheet.cells().filter(|(cell, _)| {
        matches!(cell.measure(), Measure::Money(_)) && sheet.unit(*cell) == Unit::NotStated
    });
    for (cell, said) in amounts {
        match said.number() {
            Some(millionths) if millionths > 0 => {
                sink.raise(observation(case, cell, Amount { millionths }));
            }
            Some(_) | None => {}
        }
    }
}

fn observation(case: &Case<'_>, cell: CellId, amount: Amount) -> Observation {
    let probable = if amount >= PROBABLY_YUAN { Unit::Yuan } else { Unit::TenThousandYuan };
    let symbol = probable.symbol();
    Observation::new(
        format!(
            "{}填 {amount}，没有注明单位；从数值看可能是{symbol}，请核实后注明",
            naming::cell(case.content.sheet.layout(), cell)
        ),
        format!("{cell} says {amount} without a unit; probably {symbol}"),
    )
    .about([cell])
    .expected(symbol, amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::Cell;

    const AMOUNT: CellId = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);

    fn suggested(amount: &str, unit: Unit) -> Vec<String> {
        let mut content = trial::on(Edition::E2019);
        let amount: Amount = amount.parse().unwrap();
        content.sheet.set(AMOUNT, Cell::Number(amount.millionths)).unwrap();
        content.sheet.set_unit(AMOUNT, unit).unwrap();
        let findings = trial::of("UNT-002", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.expected).collect()
    }

    #[test]
    fn an_amount_without_unit_is_probably_yuan_from_ten_thousand_on() {
        assert_eq!(suggested("863732.45", Unit::NotStated), ["元"]);
        assert_eq!(suggested("10000", Unit::NotStated), ["元"]);
        assert_eq!(suggested("52.15", Unit::NotStated), ["万元"]);
    }

    #[test]
    fn nothing_bought_and_a_stated_unit_raise_nothing() {
        assert_eq!(suggested("0", Unit::NotStated), [""; 0]);
        assert_eq!(suggested("863732.45", Unit::Yuan), [""; 0]);
    }
}

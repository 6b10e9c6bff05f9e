//! XTB-001 and XTB-002: the amounts of fees against table 2 and the tariff.

use super::{facts, yuan};
use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line, Unit};
use crate::rules::naming::{self, section, section_en};
use crate::rules::told::Claim;
use crate::rules::{Case, Rule};
use crate::sheet::Amount;

/// XTB-001: fees for processing information are 行政事业性收费 (皖财综〔2021〕28号), so that table 2 is
/// not less than they are.
pub(in crate::rules) const PART_OF_CHARGES: Rule = Rule::new("XTB-001", |case, sink| {
    let largest = facts(case).filter_map(|claim| Some((yuan(&claim)?, claim)));
    let Some((fee, claim)) = largest.max_by_key(|(fee, _)| *fee) else { return };
    match charges_in_yuan(case) {
        None => {
            let reason = Message::new(
                "文字写了收取的信息处理费，表二行政事业性收费没有数字，无法核对",
                "the text states a fee; table 2 has no number for administrative charges",
            );
            sink.not_assessable([CHARGES], reason);
        }
        Some(charges) if i128::from(fee.millionths) > charges => {
            sink.raise(smaller(case, &claim, fee));
        }
        Some(_) => {}
    }
});

/// XTB-002: the tariff knows multiples of ten yuan only (国办函〔2020〕109号 arts 4, 5).
pub(in crate::rules) const MULTIPLE_OF_TEN: Rule = Rule::new("XTB-002", |case, sink| {
    for claim in facts(case) {
        match yuan(&claim) {
            Some(fee) if fee.millionths % TEN_YUAN != 0 => sink.raise(uneven(case, &claim, fee)),
            Some(_) | None => {}
        }
    }
});

const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
const TEN_YUAN: i64 = 10_000_000;

/// Millionths of a yuan.
fn charges_in_yuan(case: &Case<'_>) -> Option<i128> {
    let sheet = &case.content.sheet;
    let factor = match sheet.unit(CHARGES) {
        Unit::TenThousandYuan => 10_000,
        Unit::Yuan => 1,
        Unit::None | Unit::NotStated => return None,
    };
    sheet.number(CHARGES).map(|number| i128::from(number) * factor)
}

fn smaller(case: &Case<'_>, claim: &Claim<'_>, fee: Amount) -> Observation {
    let sheet = &case.content.sheet;
    let (printed, unit) = (sheet.printed_number(CHARGES), sheet.unit(CHARGES).symbol());
    Observation::new(
        format!(
            "{}第 {} 行写收取信息处理费 {fee} 元，{}只填 {printed} {unit}；信息处理费属于行政事业性收费，请计入",
            section(claim.sentence.section),
            claim.sentence.line,
            naming::cell(sheet.layout(), CHARGES),
        ),
        format!(
            "the {} states a fee of {fee} yuan, yet {CHARGES} says {printed} {unit}",
            section_en(claim.sentence.section)
        ),
    )
    .about([CHARGES])
    .expected(format!("≥ {fee} 元"), format!("{printed} {unit}"))
    .quoting(case.sentences().quote(&claim.sentence))
}

fn uneven(case: &Case<'_>, claim: &Claim<'_>, fee: Amount) -> Observation {
    Observation::new(
        format!(
            "{}第 {} 行的信息处理费 {fee} 元不是 10 元的整数倍，按收费标准不会有这样的数；请核对",
            section(claim.sentence.section),
            claim.sentence.line
        ),
        format!(
            "the {} states a fee of {fee} yuan, which is no multiple of ten",
            section_en(claim.sentence.section)
        ),
    )
    .found(fee)
    .quoting(case.sentences().quote(&claim.sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn of(code: &str, text: &str, charges: Cell) -> Validation {
        let mut content = trial::saying(text);
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(CHARGES, charges).unwrap();
        trial::of(code, &Case::new(&content))
    }

    /// 0.038万元
    const THIRTY_EIGHT: Cell = Cell::Number(38_000);

    #[test]
    fn a_fee_is_part_of_the_charges() {
        // 宿迁市 2025
        let text = "2025年有1件政府信息公开申请案件收取信息处理费380元。";
        let text = text.trim_start_matches("2025年");
        assert_eq!(of("XTB-001", text, THIRTY_EIGHT), Validation::default());
        let observation = of("XTB-001", text, Cell::Number(0)).findings.remove(0).observation;
        assert_eq!((observation.cells[0], observation.found.as_str()), (CHARGES, "0 万元"));
        assert_eq!(of("XTB-001", text, Cell::Blank).not_assessed.len(), 1);
    }

    #[test]
    fn a_report_without_a_fee_needs_no_charges() {
        for text in
            ["本年度未收取信息处理费。", "收取行政事业性收费380元。", "收取信息处理费约380元。"]
        {
            assert_eq!(of("XTB-001", text, Cell::Number(0)), Validation::default(), "{text}");
        }
    }

    #[test]
    fn the_tariff_knows_multiples_of_ten_yuan_only() {
        for (text, count) in [
            ("收取信息处理费383元。", 1),
            ("收取信息处理费380元。", 0),
            ("发出收费通知3件，金额2230元，收取信息处理费2230元。", 0),
            ("收取信息处理费0.1万元。", 0),
        ] {
            assert_eq!(of("XTB-002", text, Cell::Number(0)).findings.len(), count, "{text}");
        }
    }
}

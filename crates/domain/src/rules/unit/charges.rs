//! UNT-001: charges that are probably in yuan.
//!
//! The form prints 万元. An amount in yuan is ten thousand times too large: more than a hundred times
//! last year's, or more than a township or county can charge. An amount whose unit stands in the cell
//! is not in doubt.

use crate::finding::Observation;
use crate::form::{CellId, Column, Line, Unit};
use crate::organization::Level;
use crate::rules::{Case, Rule, Sink, absence, naming};
use crate::sheet::Amount;

pub(super) const RULE: Rule = Rule::new("UNT-001", check);

const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
/// 一百万元: smaller amounts grow a hundredfold by themselves, a fee of 380 yuan in one year and none
/// to speak of in the next.
const WORTH_COMPARING: i64 = 100 * MILLION;
/// How many times last year's amount is implausible.
const TIMES: i128 = 100;
/// 十亿元, in 万元.
const OF_A_TOWNSHIP: i64 = 100_000 * MILLION;
/// 一百亿元, in 万元.
const OF_A_COUNTY: i64 = 1_000_000 * MILLION;
const MILLION: i64 = 1_000_000;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let Some(millionths) = sheet.number(CHARGES).filter(|it| *it > WORTH_COMPARING) else { return };
    if sheet.unit(CHARGES) != Unit::TenThousandYuan {
        return;
    }
    let amount = Amount { millionths };
    match case.standing.level {
        Some(level) if most(level).is_some_and(|most| millionths >= most) => {
            let zh = format!("{}机关收不到这么多", level.chinese());
            return sink.raise(observation(case, amount, (&zh, "more than its level charges")));
        }
        None if millionths >= OF_A_TOWNSHIP => sink.not_assessable(["level"], absence::level()),
        Some(_) | None => {}
    }
    match (case.previous.reports(), before(case)) {
        (Err(reason), _) => sink.not_assessable(["previous_year"], reason),
        (Ok(_), Some(before)) if i128::from(millionths) > TIMES * before && before > 0 => {
            let before = i64::try_from(before).map(|millionths| Amount { millionths });
            let before = before.unwrap_or_default();
            let zh = format!("上一年度是 {before}，超过一百倍");
            let en = format!("last year's was {before}");
            sink.raise(observation(case, amount, (&zh, &en)));
        }
        (Ok(_), _) => {}
    }
}

/// What organs of a level charge at most.
fn most(level: Level) -> Option<i64> {
    match level {
        Level::Township => Some(OF_A_TOWNSHIP),
        Level::County => Some(OF_A_COUNTY),
        Level::Prefecture | Level::Province => None,
    }
}

/// Last year's amount, where its unit is not in doubt.
fn before(case: &Case<'_>) -> Option<i128> {
    let reports = case.previous.reports().ok()?;
    let is_sure = |unit| unit == Unit::TenThousandYuan;
    let sure = reports.iter().all(|it| is_sure(it.content.sheet.unit(CHARGES)));
    sure.then(|| case.previous.number(CHARGES)).flatten()
}

fn observation(case: &Case<'_>, amount: Amount, (zh, en): (&str, &str)) -> Observation {
    let cell = naming::cell(case.content.sheet.layout(), CHARGES);
    let in_yuan = exactly_in_ten_thousands(amount);
    let then = in_yuan.map(|it| format!("，应填 {it}")).unwrap_or_default();
    let seen = Observation::new(
        format!("{cell}填 {amount} 万元，{zh}；如果这是以元为单位的数{then}，请核对"),
        format!("{CHARGES} says {amount} in units of 10,000 yuan, {en}; perhaps it is in yuan"),
    )
    .about([CHARGES])
    .found(amount);
    match in_yuan {
        Some(right) => seen.expected(right, amount),
        None => seen,
    }
}

/// The amount of yuan in 万元, where six decimals hold it.
fn exactly_in_ten_thousands(amount: Amount) -> Option<Amount> {
    let exact = amount.millionths % 10_000 == 0;
    exact.then_some(Amount { millionths: amount.millionths / 10_000 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::{LevelSource, Standing};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::Cell;

    fn charging(amount: &str) -> Content {
        let mut content = trial::content();
        let amount: Amount = amount.parse().unwrap();
        content.sheet.set(CHARGES, Cell::Number(amount.millionths)).unwrap();
        content
    }

    fn seen(content: &Content, level: Option<Level>, before: Option<&Content>) -> Validation {
        let mut case = Case::new(content);
        case.standing = Standing { level, source: LevelSource::Record, ..Standing::default() };
        case.previous = before.map_or(Previous::Unknown, |it| Previous::Report(trial::related(it)));
        trial::of("UNT-001", &case)
    }

    #[test]
    fn a_township_does_not_charge_thousands_of_millions_of_yuan() {
        let content = charging("863732.45");
        let findings = seen(&content, Some(Level::Township), None).findings;
        assert_eq!(findings[0].observation.expected, "86.373245");
        assert_eq!(seen(&content, Some(Level::Prefecture), None).findings, []);
    }

    #[test]
    fn a_hundred_times_last_years_amount_is_probably_another_unit() {
        let (before, now) = (charging("86.4"), charging("863732.45"));
        let findings = seen(&now, Some(Level::Prefecture), Some(&before)).findings;
        assert_eq!(findings.len(), 1);
        assert!(findings[0].observation.message.zh.contains("86.4"));
        let same = seen(&now, Some(Level::Prefecture), Some(&now));
        assert_eq!(same, Validation::default());
    }

    #[test]
    fn small_fees_may_grow_a_hundredfold() {
        let (before, now) = (charging("0.038"), charging("6.2"));
        assert_eq!(seen(&now, Some(Level::County), Some(&before)), Validation::default());
    }

    #[test]
    fn a_unit_in_the_cell_leaves_no_doubt() {
        let mut content = charging("863732.45");
        content.sheet.set_unit(CHARGES, Unit::Yuan).unwrap();
        assert_eq!(seen(&content, Some(Level::Township), None), Validation::default());
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |amount, level| {
            let validation = seen(&charging(amount), level, None);
            let of = |it: &crate::finding::NotAssessed| it.missing.clone();
            validation.not_assessed.iter().flat_map(of).collect::<Vec<_>>()
        };
        assert_eq!(missing("863732.45", None), ["level", "previous_year"]);
        assert_eq!(missing("59237.2449", Some(Level::Prefecture)), ["previous_year"]);
        assert_eq!(missing("99", None), [""; 0]);
    }
}

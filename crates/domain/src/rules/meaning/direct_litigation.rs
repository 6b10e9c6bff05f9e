//! SEM-005: since 2024 withheld information goes to reconsideration before it goes to court.
//!
//! 行政复议法 (2023) art 23(1)(4) covers decisions not to disclose only; information that is not held
//! or a request that is not processed may still go to court directly, and so may cases of earlier
//! years. The tables do not say what the cases are about: this only reminds.

use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line};
use crate::rules::{Case, Rule, Sink, absence, naming};

pub(super) const RULE: Rule = Rule::new("SEM-005", check);

const CASES: CellId = CellId::new(Line::DirectLitigation, Column::Cases);
/// The first report year under the revised law.
const IN_FORCE: u16 = 2024;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.year.is_some_and(|year| year.get() < IN_FORCE) {
        return;
    }
    let sheet = &case.content.sheet;
    let withheld = sheet.layout().resolve(Line::Withheld, Column::Applicants).unwrap_or_default();
    let withheld: Vec<CellId> = withheld
        .iter()
        .copied()
        .filter(|cell| sheet.number(*cell).is_some_and(|number| number > 0))
        .collect();
    if withheld.is_empty() {
        return;
    }
    match (sheet.number(CASES), case.year) {
        (None, _) => sink.not_assessable([CASES], absence::numbers(&[CASES])),
        (Some(cases), _) if cases <= 0 => {}
        (Some(_), None) => sink.not_assessable(
            ["year"],
            Message::new(
                "报告年度不明，无法判断是否适用修订后的行政复议法",
                "the report year is unknown, and so is which law applies",
            ),
        ),
        (Some(cases), Some(_)) => sink.raise(observation(case, cases, withheld)),
    }
}

fn observation(case: &Case<'_>, cases: i64, withheld: Vec<CellId>) -> Observation {
    let layout = case.content.sheet.layout();
    Observation::new(
        format!(
            "{}填 {cases}；2024 年 1 月 1 日起，对不予公开不服的应当先申请行政复议，请核对其中有没有直接起诉不予公开的案件（起诉无法提供、不予处理等的不受此限）",
            naming::cell(layout, CASES)
        ),
        format!(
            "{CASES} says {cases}; since 2024 a decision to withhold goes to reconsideration before it goes to court"
        ),
    )
    .found(cases)
    .about([CASES])
    .about(withheld)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(year: Option<i64>, cases: Cell, withheld: i64) -> Validation {
        let mut content = trial::content();
        content.sheet.set(CASES, cases).unwrap();
        let secret = CellId::new(Line::StateSecret, Column::Applicants);
        content.sheet.set(secret, Cell::Number(withheld)).unwrap();
        let mut case = Case::new(&content);
        case.year = year.map(|year| year.try_into().unwrap());
        trial::of("SEM-005", &case)
    }

    #[test]
    fn direct_suits_beside_withheld_information_are_a_reminder_since_2024() {
        let findings = with(Some(2024), Cell::Number(25), 6).findings;
        assert_eq!(findings[0].severity, Severity::Info);
        assert_eq!(with(Some(2023), Cell::Number(25), 6), Validation::default());
    }

    #[test]
    fn nothing_withheld_or_nothing_sued_reminds_of_nothing() {
        assert_eq!(with(Some(2024), Cell::Number(25), 0), Validation::default());
        assert_eq!(with(None, Cell::Number(0), 6), Validation::default());
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |validation: Validation| validation.not_assessed[0].missing.clone();
        assert_eq!(missing(with(None, Cell::Number(25), 6)), ["year"]);
        assert_eq!(missing(with(Some(2024), Cell::Blank, 6)), ["direct_litigation.cases"]);
    }
}

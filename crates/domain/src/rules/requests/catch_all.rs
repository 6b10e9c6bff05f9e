//! T3-007: the share of 其他.
//!
//! Where nearly a third of all requests ends in the line that says nothing, some belong elsewhere.
//! A few requests have no shares.

use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::rules::{Case, Rule, Sink, absence, naming};

pub(super) const RULE: Rule = Rule::new("T3-007", check);

const OTHER: CellId = CellId::new(Line::OtherReason, Column::Applicants);
const ALL: CellId = CellId::new(Line::Handled, Column::Applicants);
/// Fewer requests than this have no share worth naming.
const FEWEST: i128 = 10;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let missing: Vec<_> =
        [OTHER, ALL].into_iter().filter(|cell| sheet.number(*cell).is_none()).collect();
    let (Some(other), Some(all)) = (sheet.number(OTHER), sheet.number(ALL)) else {
        return sink.not_assessable(&missing, absence::numbers(&missing));
    };
    let (wide_other, wide_all) = (i128::from(other), i128::from(all));
    if wide_all < FEWEST || wide_other * 10 <= wide_all * 3 {
        return;
    }
    let percent = wide_other * 100 / wide_all;
    sink.raise(
        Observation::new(
            format!(
                "{}填 {other}，占办理结果总计 {all} 的 {percent}%；请核对其中是否有应当归入其他各项的",
                naming::cell(sheet.layout(), OTHER)
            ),
            format!("{OTHER} says {other}, {percent}% of all {all} requests handled"),
        )
        .about([OTHER, ALL])
        .expected("≤ 30%", format!("{percent}%")),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(other: Cell, all: i64) -> Validation {
        let mut content = trial::content();
        content.sheet.set(OTHER, other).unwrap();
        content.sheet.set(ALL, Cell::Number(all)).unwrap();
        trial::of("T3-007", &Case::new(&content))
    }

    #[test]
    fn more_than_three_tenths_are_named_with_their_share() {
        assert_eq!(with(Cell::Number(45), 100).findings[0].observation.found, "45%");
        assert_eq!(with(Cell::Number(30), 100), Validation::default());
        assert_eq!(with(Cell::Number(354), 3521), Validation::default());
    }

    #[test]
    fn a_few_requests_have_no_share() {
        assert_eq!(with(Cell::Number(9), 9), Validation::default());
    }

    #[test]
    fn a_blank_is_asked_for() {
        let missing = &with(Cell::Blank, 100).not_assessed[0].missing;
        assert_eq!(missing, &["other_reason.applicants"]);
    }
}

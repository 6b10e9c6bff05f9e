//! T4-005: reconsiderations and direct suits are not more than the requests they can be about.
//!
//! A case is about a request that was handled this year or last, or is still open; one that was carried
//! over may be disputed twice, for the delay and for the answer. Cases that were pending at the end of
//! last year are counted again this year, and may be about older requests: they are left out, so that
//! a suit that lasts for years raises nothing.

use super::after_reconsideration::without_numbers;
use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("T4-005", check);

const CASES: [CellId; 2] = [
    CellId::new(Line::Reconsideration, Column::Cases),
    CellId::new(Line::DirectLitigation, Column::Cases),
];
const PENDING: [CellId; 2] = [
    CellId::new(Line::Reconsideration, Column::Pending),
    CellId::new(Line::DirectLitigation, Column::Pending),
];
const HANDLED: CellId = CellId::new(Line::Handled, Column::Applicants);
/// Handled this year, open at its start, and open at its end.
const REQUESTS: [CellId; 3] = [
    HANDLED,
    CellId::new(Line::CarriedOver, Column::Applicants),
    CellId::new(Line::CarriedForward, Column::Applicants),
];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let now = |cells: &[CellId]| {
        cells.iter().map(|cell| sheet.number(*cell).map(i128::from)).sum::<Option<i128>>()
    };
    let (Some(cases), Some(requests)) = (now(&CASES), now(&REQUESTS)) else {
        let needed = CASES.into_iter().chain(REQUESTS);
        return without_numbers(sink, needed.filter(|it| sheet.number(*it).is_none()).collect());
    };
    if cases <= requests {
        return;
    }
    if let Err(reason) = case.previous.reports() {
        return sink.not_assessable(["previous_year"], reason);
    }
    let before = |cells: &[CellId]| {
        cells.iter().map(|cell| case.previous.number(*cell)).sum::<Option<i128>>()
    };
    match (before(&PENDING), before(&[HANDLED])) {
        (Some(pending), Some(handled)) => {
            if cases - pending > requests + handled {
                sink.raise(observation(case, cases, pending, requests + handled));
            }
        }
        (None, _) | (_, None) => {
            let needed = PENDING.into_iter().chain([HANDLED]);
            let missing = needed.filter(|cell| case.previous.number(*cell).is_none());
            sink.not_assessable(
                missing.map(|cell| format!("previous_year:{cell}")),
                Message::new(
                    "上年报告中有单元格没有数字",
                    "cells of last year's report have no number",
                ),
            );
        }
    }
}

fn observation(case: &Case<'_>, cases: i128, pending: i128, requests: i128) -> Observation {
    let earlier = match pending {
        0 => (String::new(), String::new()),
        _ => (
            format!("（其中上年未审结 {pending}）"),
            format!(" ({pending} pending since last year)"),
        ),
    };
    Observation::new(
        format!(
            "{}合计 {cases} 件{}，多于本年和上年办理、以及结转的申请共 {requests} 件；请核对是否计入了与政府信息公开无关的案件",
            naming::cells(case.content.sheet.layout(), &CASES),
            earlier.0
        ),
        format!(
            "{cases} reconsiderations and direct suits{}, but only {requests} requests in two years",
            earlier.1
        ),
    )
    .about(CASES)
    .about(REQUESTS)
    .expected(format!("<={}", requests + pending), cases)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn year(cells: &[(CellId, i64)]) -> Content {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        for (cell, number) in cells {
            content.sheet.set(*cell, Cell::Number(*number)).unwrap();
        }
        content
    }

    fn after(before: &[(CellId, i64)], now: &[(CellId, i64)]) -> Validation {
        let (before, now) = (year(before), year(now));
        let mut case = Case::new(&now);
        case.previous = Previous::Report(trial::related(&before));
        trial::of("T4-005", &case)
    }

    #[test]
    fn nine_reconsiderations_of_two_requests_warn() {
        let findings = after(&[], &[(HANDLED, 2), (CASES[0], 9)]).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("<=2", "9"));
    }

    #[test]
    fn last_years_requests_and_open_ones_may_be_disputed() {
        let cases = [(CASES[0], 4), (CASES[1], 5)];
        assert_eq!(after(&[(HANDLED, 9)], &cases), Validation::default());
        let open = [cases[0], cases[1], (REQUESTS[2], 9)];
        assert_eq!(after(&[], &open), Validation::default());
    }

    #[test]
    fn a_suit_that_lasts_for_years_raises_nothing() {
        assert_eq!(after(&[(PENDING[1], 1)], &[(CASES[1], 1)]), Validation::default());
    }

    #[test]
    fn last_year_is_only_asked_for_where_it_matters() {
        let few = year(&[(HANDLED, 9), (CASES[0], 9)]);
        assert_eq!(trial::of("T4-005", &Case::new(&few)), Validation::default());
        let many = year(&[(HANDLED, 8), (CASES[0], 9)]);
        let validation = trial::of("T4-005", &Case::new(&many));
        assert_eq!(validation.not_assessed[0].missing, ["previous_year"]);
    }

    #[test]
    fn a_blank_of_either_year_is_not_assessable() {
        let mut now = year(&[(CASES[0], 9)]);
        let mut before = year(&[]);
        before.sheet.set(PENDING[0], Cell::Blank).unwrap();
        let mut case = Case::new(&now);
        case.previous = Previous::Report(trial::related(&before));
        let missing = trial::of("T4-005", &case).not_assessed.remove(0).missing;
        assert_eq!(missing, ["previous_year:reconsideration.pending"]);
        now.sheet.set(HANDLED, Cell::Blank).unwrap();
        let missing = trial::of("T4-005", &Case::new(&now)).not_assessed.remove(0).missing;
        assert_eq!(missing, ["handled.applicants"]);
    }
}

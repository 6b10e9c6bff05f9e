//! T4-004: suits after reconsideration follow a reconsideration of this year or the last.
//!
//! Who is not content with a reconsideration sues within fifteen days, so that the suit falls into the
//! same year or the next. Enough reconsiderations this year need no look at the last.

use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("T4-004", check);

const SUITS: CellId = CellId::new(Line::LitigationAfterReconsideration, Column::Cases);
const RECONSIDERATIONS: CellId = CellId::new(Line::Reconsideration, Column::Cases);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let [Some(suits), Some(now)] = [SUITS, RECONSIDERATIONS].map(|cell| sheet.number(cell)) else {
        let missing = [SUITS, RECONSIDERATIONS].into_iter();
        return without_numbers(sink, missing.filter(|it| sheet.number(*it).is_none()).collect());
    };
    let (suits, now) = (i128::from(suits), i128::from(now));
    if suits <= now {
        return;
    }
    if let Err(reason) = case.previous.reports() {
        return sink.not_assessable(["previous_year"], reason);
    }
    match case.previous.number(RECONSIDERATIONS) {
        Some(before) if suits > now + before => sink.raise(observation(case, suits, now, before)),
        Some(_) => {}
        None => sink.not_assessable(
            [format!("previous_year:{RECONSIDERATIONS}")],
            Message::new("上年行政复议总计没有数字", "last year's total has no number"),
        ),
    }
}

pub(super) fn without_numbers(sink: &mut Sink<'_>, missing: Vec<CellId>) {
    let reason = Message::new(
        format!("有 {} 个单元格没有数字", missing.len()),
        format!("{} cells have no number", missing.len()),
    );
    sink.not_assessable(missing, reason);
}

fn observation(case: &Case<'_>, suits: i128, now: i128, before: i128) -> Observation {
    let layout = case.content.sheet.layout();
    Observation::new(
        format!(
            "{}为 {suits}，多于本年和上年行政复议总计之和（{now} + {before}）；请核对是否应填在“未经复议直接起诉”",
            naming::cell(layout, SUITS)
        ),
        format!("{SUITS} says {suits}; this year and the last saw {now} and {before} reconsiderations"),
    )
    .about([SUITS, RECONSIDERATIONS])
    .expected(format!("<={}", now + before), suits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn year(reconsiderations: i64, suits: i64) -> Content {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(RECONSIDERATIONS, Cell::Number(reconsiderations)).unwrap();
        content.sheet.set(SUITS, Cell::Number(suits)).unwrap();
        content
    }

    fn after(before: Option<i64>, now: &Content) -> Validation {
        let before = before.map(|reconsiderations| year(reconsiderations, 0));
        let mut case = Case::new(now);
        if let Some(before) = &before {
            case.previous = Previous::Report(trial::related(before));
            return trial::of("T4-004", &case);
        }
        trial::of("T4-004", &case)
    }

    #[test]
    fn suits_without_a_reconsideration_in_two_years_are_told() {
        let findings = after(Some(0), &year(0, 5)).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].observation.cells, [SUITS, RECONSIDERATIONS]);
    }

    #[test]
    fn last_years_reconsiderations_explain_them() {
        assert_eq!(after(Some(5), &year(0, 5)), Validation::default());
    }

    #[test]
    fn last_year_is_only_asked_for_where_it_matters() {
        assert_eq!(after(None, &year(5, 5)), Validation::default());
        assert_eq!(after(None, &year(4, 5)).not_assessed[0].missing, ["previous_year"]);
    }

    #[test]
    fn a_blank_total_is_not_assessable() {
        let mut now = year(0, 5);
        now.sheet.set(SUITS, Cell::Blank).unwrap();
        assert_eq!(after(Some(0), &now).not_assessed[0].missing, [SUITS.to_string()]);
    }
}

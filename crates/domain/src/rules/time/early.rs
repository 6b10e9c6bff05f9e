//! TIM-005: a report on a year is published after it.
//!
//! The figures of a year are not known before it ends. A draft may be begun earlier; it is not
//! submitted.

use super::publication::{Published, day_after, without_date, without_today, year};
use crate::finding::{Observation, Stage};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("TIM-005", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let published = Published::of(case);
    if published == Published::NotYet && case.stage != Stage::Submission {
        return;
    }
    let Some(year) = year(case, sink) else { return };
    let Some(first) = day_after(year, 1, 1) else { return };
    match (published, case.date) {
        (Published::On(date), _) if date < first => {
            let seen = Observation::new(
                format!(
                    "公布日期是 {date}，{year} 年还没有结束；请核对公布日期和报告年度，年度结束以前的数字不是全年的"
                ),
                format!("published on {date}, before the year {year} had ended"),
            );
            sink.raise(seen.expected(format!("≥ {first}"), date));
        }
        (Published::On(_), _) => {}
        (Published::SomeDay, _) => without_date(sink),
        (Published::NotYet, None) => without_today(sink),
        (Published::NotYet, Some(today)) if today < first => {
            let seen = Observation::new(
                format!("{year} 年还没有结束，年度报告不能先行报送；请在 {first} 以后报送"),
                format!("the year {year} has not ended yet; submit from {first} on"),
            );
            sink.raise(seen.expected(format!("≥ {first}"), ""));
        }
        (Published::NotYet, Some(_)) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Publication;
    use crate::rules::{Validation, trial};

    fn with(stage: Stage, published: Option<&str>, today: Option<&str>) -> Validation {
        let mut content = trial::content();
        content.publication = published
            .map(|date| Publication { uri: String::new(), publish_date: date.parse().ok() });
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        case.stage = stage;
        case.date = today.and_then(|date| date.parse().ok());
        trial::of("TIM-005", &case)
    }

    #[test]
    fn a_report_is_not_published_within_its_year() {
        assert_eq!(with(Stage::Draft, Some("2024-12-20"), None).findings.len(), 1);
        assert_eq!(with(Stage::Draft, Some("2025-01-01"), None), Validation::default());
    }

    #[test]
    fn a_draft_may_be_begun_in_its_year_and_is_not_submitted_in_it() {
        assert_eq!(with(Stage::Draft, None, Some("2024-12-20")), Validation::default());
        assert_eq!(with(Stage::Submission, None, Some("2024-12-31")).findings.len(), 1);
        assert_eq!(with(Stage::Submission, None, Some("2025-01-01")), Validation::default());
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |stage| with(stage, None, None).not_assessed[0].missing.clone();
        assert_eq!(missing(Stage::Submission), ["date"]);
        assert_eq!(missing(Stage::PublishedPage), ["publish_date"]);
    }
}

//! IDN-002: the year of the title is the report year.

use super::{quoted, without_title};
use crate::finding::{Message, Observation};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("IDN-002", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(year) = case.year else {
        let reason = Message::new("报告年度不明", "the report year is unknown");
        return sink.not_assessable(["year"], reason);
    };
    let years = &case.title().years;
    let Some(first) = years.first() else {
        let reason = match case.content.title.trim() {
            "" => without_title(),
            _ => Message::new("标题里没有年份", "the title names no year"),
        };
        return sink.not_assessable(["title"], reason);
    };
    if !years.contains(&year.get()) {
        sink.raise(
            Observation::new(
                format!("标题写的是 {first} 年，报告年度是 {year} 年；请核对标题和数据属于哪一年"),
                format!("the title says {first}, the report is on {year}"),
            )
            .expected(year, first)
            .quoting(quoted(case.content)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};

    fn of(title: &str, year: Option<i64>) -> Validation {
        let mut content = trial::content();
        content.title = title.to_owned();
        let mut case = Case::new(&content);
        case.year = year.map(|year| year.try_into().unwrap());
        trial::of("IDN-002", &case)
    }

    #[test]
    fn another_year_in_the_title_blocks() {
        let findings = of("某局2023年政府信息公开工作年度报告", Some(2024)).findings;
        assert_eq!(findings[0].severity, Severity::Blocking);
        assert_eq!(findings[0].observation.expected, "2024");
        assert_eq!(findings[0].observation.found, "2023");
    }

    #[test]
    fn the_year_of_the_report_anywhere_in_the_title_is_enough() {
        let nothing = Validation::default();
        assert_eq!(of("某局2024年政府信息公开工作年度报告", Some(2024)), nothing);
        assert_eq!(of("某局政府信息公开工作年度报告（2024年）", Some(2024)), nothing);
    }

    #[test]
    fn without_one_of_the_years_nothing_is_decided() {
        let missing = |validation: Validation| validation.not_assessed[0].missing.clone();
        assert_eq!(missing(of("某局2023年政府信息公开工作年度报告", None)), ["year"]);
        assert_eq!(missing(of("某局政府信息公开工作年度报告", Some(2024))), ["title"]);
    }
}

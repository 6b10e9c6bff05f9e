//! TIM-001 and TIM-002: the deadlines of 条例 art 49, at 24:00 China Standard Time.
//!
//! Departments of counties and above submit and publish by 31 January, the report of a government is
//! published by 31 March. Townships have no national date (TIM-003). Lateness is computed and shown;
//! it never blocks, since a late report is better than none.

use chrono::NaiveDate;

use super::publication::{Published, day_after, without_date, without_today, year};
use crate::finding::Observation;
use crate::organization::OrganType;
use crate::report::{ReportKind, ReportYear};
use crate::rules::{Case, Rule, Sink};

pub(super) const DEPARTMENTS: Rule = Rule::new("TIM-001", |case, sink| {
    if case.kind == ReportKind::Own && is_department(case) {
        judge(case, sink, (1, 31));
    }
});
pub(super) const GOVERNMENTS: Rule = Rule::new("TIM-002", |case, sink| {
    // Only governments of counties and above have a consolidated report.
    if case.kind == ReportKind::Consolidated {
        judge(case, sink, (3, 31));
    }
});

/// How names of departments end; 管理委员会 of a zone is none.
const DEPARTMENT: [&str; 6] = ["局", "厅", "办公室", "办公厅", "委员会", "委"];
const ZONE: &str = "管理委员会";

/// Whether art 49(1) means the organ: by its record, else by a name that leaves no doubt.
fn is_department(case: &Case<'_>) -> bool {
    match case.organization.and_then(|organ| organ.organ_type) {
        Some(kind) => matches!(
            kind,
            OrganType::Department | OrganType::GovernmentOffice | OrganType::VerticalOrgan
        ),
        None => case.organ_name().is_some_and(|name| {
            DEPARTMENT.iter().any(|end| name.ends_with(end)) && !name.ends_with(ZONE)
        }),
    }
}

fn judge(case: &Case<'_>, sink: &mut Sink<'_>, (month, day): (u32, u32)) {
    let Some(year) = year(case, sink) else { return };
    let Some(deadline) = day_after(year, month, day) else { return };
    match (Published::of(case), case.date) {
        (Published::On(date), _) if date > deadline => {
            sink.raise(late(year, deadline, date));
        }
        (Published::On(_), _) => {}
        (Published::SomeDay, _) => without_date(sink),
        (Published::NotYet, None) => without_today(sink),
        (Published::NotYet, Some(today)) if today > deadline => {
            sink.raise(overdue(year, deadline));
        }
        (Published::NotYet, Some(_)) => {}
    }
}

fn late(year: ReportYear, deadline: NaiveDate, date: NaiveDate) -> Observation {
    let days = (date - deadline).num_days();
    Observation::new(
        format!("{year} 年度报告应当在 {deadline} 以前公布，公布日期是 {date}，晚了 {days} 天"),
        format!("due on {deadline}, published on {date}, {days} days late"),
    )
    .expected(deadline, date)
}

/// The day of the check is not part of it, so that it stays the same finding tomorrow.
fn overdue(year: ReportYear, deadline: NaiveDate) -> Observation {
    Observation::new(
        format!(
            "{year} 年度报告应当在 {deadline} 以前公布，期限已过，还没有公布日期；尚未公布的请尽快公布，已经公布的请登记公布日期"
        ),
        format!("due on {deadline}, which has passed; no date of publication is known"),
    )
    .expected(deadline, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, Stage};
    use crate::organization::{Level, LevelSource, Standing};
    use crate::report::{Content, Publication};
    use crate::rules::{Validation, trial};

    fn content(name: &str, published: Option<&str>) -> Content {
        let mut content = trial::content();
        content.title = format!("{name}2025年政府信息公开工作年度报告");
        content.publication = published
            .map(|date| Publication { uri: String::new(), publish_date: date.parse().ok() });
        content
    }

    fn case(content: &Content, level: Option<Level>) -> Case<'_> {
        let mut case = Case::new(content);
        case.year = Some(2025.try_into().unwrap());
        case.standing = Standing { level, source: LevelSource::Record, ..Standing::default() };
        case
    }

    fn published(name: &str, date: &str) -> Validation {
        let content = content(name, Some(date));
        trial::of("TIM-001", &case(&content, Some(Level::County)))
    }

    #[test]
    fn a_department_has_until_the_end_of_january() {
        let findings = published("青石县审计局", "2026-02-05").findings;
        assert_eq!(findings[0].severity, Severity::Info);
        assert_eq!(findings[0].observation.expected, "2026-01-31");
        assert!(findings[0].observation.message.zh.contains("晚了 5 天"));
        assert_eq!(published("青石县审计局", "2026-01-31"), Validation::default());
    }

    #[test]
    fn a_government_has_until_the_end_of_march() {
        let seen = |date| {
            let content = content("青石县人民政府", Some(date));
            let mut case = case(&content, Some(Level::County));
            case.kind = ReportKind::Consolidated;
            assert_eq!(trial::of("TIM-001", &case), Validation::default());
            trial::of("TIM-002", &case).findings.len()
        };
        assert_eq!(seen("2026-04-02"), 1);
        assert_eq!(seen("2026-03-31"), 0);
    }

    #[test]
    fn a_township_and_a_zone_have_no_national_deadline() {
        let content = content("青石镇人民政府办公室", Some("2026-05-01"));
        let township = case(&content, Some(Level::Township));
        assert_eq!(trial::of("TIM-001", &township), Validation::default());
        assert_eq!(published("青石新区管理委员会", "2026-05-01"), Validation::default());
    }

    #[test]
    fn a_draft_is_overdue_once_the_day_of_the_check_is_behind_the_deadline() {
        let content = content("青石县审计局", None);
        let mut case = case(&content, Some(Level::County));
        assert_eq!(trial::of("TIM-001", &case).not_assessed[0].missing, ["date"]);
        case.date = "2026-01-31".parse().ok();
        assert_eq!(trial::of("TIM-001", &case), Validation::default());
        case.date = "2026-02-01".parse().ok();
        assert_eq!(trial::of("TIM-001", &case).findings.len(), 1);
    }

    #[test]
    fn a_page_without_a_date_and_a_report_without_a_year_are_not_assessable() {
        let content = content("青石县审计局", None);
        let mut case = case(&content, Some(Level::County));
        case.stage = Stage::PublishedPage;
        case.date = "2027-02-01".parse().ok();
        assert_eq!(trial::of("TIM-001", &case).not_assessed[0].missing, ["publish_date"]);
        case.year = None;
        assert_eq!(trial::of("TIM-001", &case).not_assessed[0].missing, ["year"]);
    }
}

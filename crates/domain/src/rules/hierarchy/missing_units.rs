//! HIR-003: the units below that have no report for the year.

use super::children;
use crate::finding::Observation;
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("HIR-003", check);

/// How many units a sentence names; the finding itself holds all of them.
const NAMED: usize = 20;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(children) = children(case, sink) else { return };
    let without = &children.without_report;
    if without.is_empty() {
        return;
    }
    let named: Vec<_> = without.iter().take(NAMED).map(|name| naming::shortened(name)).collect();
    let (count, all) = (without.len(), without.len() + children.reports.len());
    let more = match count - named.len() {
        0 => (String::new(), String::new()),
        more => (format!("等，另有 {more} 个"), format!(" and {more} more")),
    };
    sink.raise(
        Observation::new(
            format!(
                "{all} 个下级单位中有 {count} 个没有本年度的报告：{}{}；汇总前请催报或核实",
                named.join("、"),
                more.0
            ),
            format!("{count} of {all} units have no report: {}{}", named.join(", "), more.1),
        )
        .found(without.join("、")),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Content, ReportKind};
    use crate::rules::{Children, Validation, trial};

    fn with(content: &Content, without: Vec<&'static str>) -> Validation {
        let mut case = Case::new(content);
        case.kind = ReportKind::Consolidated;
        case.children =
            Some(Children { reports: vec![trial::related(content)], without_report: without });
        trial::of("HIR-003", &case)
    }

    #[test]
    fn units_without_a_report_are_listed() {
        let content = trial::content();
        let findings = with(&content, vec!["白河镇", "云山镇"]).findings;
        assert_eq!(findings[0].observation.found, "白河镇、云山镇");
        assert!(findings[0].observation.message.zh.contains("3 个下级单位中有 2 个"));
    }

    #[test]
    fn a_complete_set_raises_nothing() {
        assert_eq!(with(&trial::content(), Vec::new()), Validation::default());
    }

    #[test]
    fn only_a_consolidated_report_has_units() {
        let content = trial::content();
        let mut case = Case::new(&content);
        assert_eq!(trial::of("HIR-003", &case), Validation::default());
        case.kind = ReportKind::Consolidated;
        assert_eq!(trial::of("HIR-003", &case).not_assessed[0].missing, ["children"]);
    }
}

//! CNT-005: section 一 is not longer than a thousand characters.
//!
//! A local demand, which only informs, and only for an organ's own report: consolidated ones tell the
//! work of all organs.

use crate::finding::Observation;
use crate::report::ReportKind;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-005", check);

/// Characters, without white space.
const LONGEST: usize = 1000;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(section) = case.content.narrative.section(1) else { return };
    if case.kind == ReportKind::Consolidated || section.text.len() <= LONGEST {
        return;
    }
    let length = section.text.chars().filter(|c| !c.is_whitespace()).count();
    if length > LONGEST {
        sink.raise(
            Observation::new(
                format!("第一部分有 {length} 字；有的地方要求不超过 {LONGEST} 字，可以酌情精简"),
                format!("section 1 has {length} characters; some places ask for {LONGEST} at most"),
            )
            .expected(LONGEST, length),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(length: usize, kind: ReportKind) -> Vec<(Severity, String)> {
        let content = trial::saying(&format!("{}\n　", "字".repeat(length)));
        let mut case = Case::new(&content);
        case.kind = kind;
        let findings = trial::of("CNT-005", &case).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn a_long_section_one_is_told_its_length() {
        assert_eq!(of(1001, ReportKind::Own), [(Severity::Info, "1001".to_owned())]);
        assert_eq!(of(1000, ReportKind::Own), []);
    }

    #[test]
    fn a_consolidated_report_may_be_longer() {
        assert_eq!(of(3000, ReportKind::Consolidated), []);
    }
}

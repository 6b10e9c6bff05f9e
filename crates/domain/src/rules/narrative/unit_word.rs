//! TXT-014: requests are counted in 件, as the form counts them.

use super::comparison::{Reach, reach};
use crate::finding::Observation;
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};
use crate::statement::{About, Said, Statement};

pub(super) const RULE: Rule = Rule::new("TXT-014", check);

const UNIT: &str = "件";

/// One note a report: whoever counts in 宗 does so everywhere.
fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let claims = case.claims().filter(|claim| reach(case, claim) == Reach::Whole);
    let mut other = claims.filter_map(|claim| Some((claim, other_unit(claim.statement)?)));
    let Some((claim, unit)) = other.next() else { return };
    let place = format!("{}第 {} 行", section(claim.sentence.section), claim.sentence.line);
    sink.raise(
        Observation::new(
            format!("{place}：申请的数量以“{unit}”计，格式以“{UNIT}”计；建议改为“{UNIT}”"),
            format!(
                "the {} counts requests in {unit}, the form in {UNIT}",
                section_en(claim.sentence.section)
            ),
        )
        .expected(UNIT, unit)
        .quoting(case.sentences().quote(&claim.sentence)),
    );
}

/// What requests are counted in, where it is not 件.
fn other_unit(statement: &Statement) -> Option<&'static str> {
    let is_of_requests = match statement.about {
        About::Received(_)
        | About::Processed
        | About::Answered { .. }
        | About::Carried(_)
        | About::Outcomes(_) => true,
        About::Proceedings(_) | About::Documents { .. } | About::FeeNotices | About::Fees => false,
    };
    match statement.said {
        Said::Count(quantity) if is_of_requests && !quantity.classifier.starts_with(UNIT) => {
            Some(quantity.classifier)
        }
        Said::Count(_) | Said::Nothing | Said::AllUpheld { .. } | Said::NeverLost => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn seen(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let findings = trial::of("TXT-014", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    #[test]
    fn requests_in_another_unit_are_noted_once() {
        for (text, unit) in [
            ("收到政府信息公开申请3宗，办结3宗。", "宗"),
            ("共收到政府信息公开申请0条。", "条"),
            ("收到依申请公开12封。", "封"),
        ] {
            assert_eq!(seen(text), [(Severity::Info, unit.to_owned())], "{text}");
        }
    }

    #[test]
    fn the_unit_of_the_form_and_units_of_other_things_are_not() {
        for text in
            ["收到政府信息公开申请3件。", "行政复议3起。", "公开信息3条。", "制发规范性文件3份。"]
        {
            assert_eq!(seen(text), [], "{text}");
        }
    }
}

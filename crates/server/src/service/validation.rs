//! Findings as answers, bounded.

use nianbao_domain::rules::Validation;
use nianbao_proto::v1;
use nianbao_wire as wire;

/// What a check comes to, with at most so many findings: the gravest come first.
pub(super) fn answer(validation: &Validation, max_findings: usize) -> v1::ValidateReportResponse {
    let omitted = validation.findings.len().saturating_sub(max_findings);
    v1::ValidateReportResponse {
        findings: validation.findings.iter().take(max_findings).map(wire::finding).collect(),
        not_assessed: validation.not_assessed.iter().map(wire::not_assessed).collect(),
        omitted: i32::try_from(omitted).unwrap_or(i32::MAX),
        rule_set: validation.user_rules.rule_set(),
        outcome: wire::outcome(validation).into(),
        comparison: None,
    }
}

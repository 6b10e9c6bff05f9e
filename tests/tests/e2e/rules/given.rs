//! Rules that the tests begin with.

use nianbao_proto::v1::{
    self, CreateRuleRequest, EnableRuleRequest, GetRuleRequest, Rule, RuleOutcome, RuleState,
    RuleVector, ValidateReportRequest, ValidateReportResponse, VectorCell,
    validate_report_request::Target,
};
use nianbao_tests::clients::Clients;

/// A test of a rule: so many granted.
pub fn vector(granted: i64, expected: RuleOutcome) -> RuleVector {
    let cell =
        v1::CellReference { line: v1::Line::Granted.into(), column: v1::Column::Applicants.into() };
    let cells = vec![VectorCell { cell: Some(cell), number: granted }];
    RuleVector { name: granted.to_string(), expected: expected.into(), cells, ..Default::default() }
}

/// Fewer than so many granted; the sample report grants six.
pub fn fewer_than(number: i64) -> Rule {
    Rule {
        title_zh: format!("予以公开不足{number}件"),
        message_zh: format!("予以公开达到{number}件，请核对"),
        message_en: "too many granted".to_owned(),
        severity: v1::Severity::Warning.into(),
        expression: format!("granted.applicants < {number}"),
        vectors: vec![vector(number - 1, RuleOutcome::Holds), vector(number, RuleOutcome::Fails)],
        ..Default::default()
    }
}

/// The request that writes a rule.
pub fn create(code: &str, rule: Rule) -> CreateRuleRequest {
    CreateRuleRequest { rule: Some(rule), rule_id: code.to_owned(), ..Default::default() }
}

/// A rule that is written as described.
pub async fn written(server: &Clients, code: &str, rule: Rule) -> Rule {
    server.rules().create_rule(create(code, rule)).await.unwrap().into_inner()
}

/// The request that moves a rule.
pub fn enable(rule: &Rule, state: RuleState) -> EnableRuleRequest {
    let Rule { name, etag, .. } = rule.clone();
    EnableRuleRequest { name, etag, state: state.into(), ..Default::default() }
}

/// A rule that runs in shadow.
pub async fn in_shadow(server: &Clients, code: &str, rule: Rule) -> Rule {
    let rule = written(server, code, rule).await;
    moved(server, &rule, RuleState::Shadow).await
}

/// A rule that is in force.
pub async fn in_force(server: &Clients, code: &str, rule: Rule) -> Rule {
    let rule = in_shadow(server, code, rule).await;
    moved(server, &rule, RuleState::Active).await
}

/// A rule after a move that is admitted.
pub async fn moved(server: &Clients, rule: &Rule, state: RuleState) -> Rule {
    server.rules().enable_rule(enable(rule, state)).await.unwrap().into_inner()
}

/// The rule as it is now.
pub async fn stored(server: &Clients, name: &str) -> Rule {
    let request = GetRuleRequest { name: name.to_owned() };
    server.rules().get_rule(request).await.unwrap().into_inner()
}

/// What a check of a stored report says now.
pub async fn checked(server: &Clients, report: &str) -> ValidateReportResponse {
    let target = Some(Target::Name(report.to_owned()));
    let request = ValidateReportRequest { target, ..Default::default() };
    server.reports().validate_report(request).await.unwrap().into_inner()
}

/// Whether a rule found something.
pub fn found(checked: &ValidateReportResponse, code: &str) -> bool {
    checked.findings.iter().any(|finding| finding.code == code)
}

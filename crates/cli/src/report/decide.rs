//! Acknowledging and waiving findings, and withdrawing that.

use nianbao_proto::v1::{
    AcknowledgeFindingRequest, Decision, Finding, ValidateReportRequest, ValidationStage,
    WaiveFindingRequest, WithdrawDecisionRequest, validate_report_request::Target,
};

use super::{read, show};
use crate::arguments::{About, Acknowledge, DataFormat, Waive, WithdrawDecision};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::finding::is_answered;
use crate::output::Output;

/// Acknowledges a warning or a piece of information.
pub async fn acknowledge(
    client: &Client,
    arguments: &Acknowledge,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let about = &arguments.about;
    let etag = read::etag(client, &about.name, about.etag.as_deref()).await?;
    let finding = finding(client, about).await?;
    let request = AcknowledgeFindingRequest {
        name: about.name.clone(),
        identity: finding.identity,
        evidence: finding.evidence,
        reason: about.reason.clone(),
        etag,
        request_id: RequestId::given_or_new(about.writing.request_id).single(),
        validate_only: about.writing.validate_only,
    };
    let acknowledge = async || client.reports().acknowledge_finding(request.clone()).await;
    show::changed(client.call(acknowledge).await?, "已确认", "acknowledged", format, output)
}

/// Waives a finding that blocks.
pub async fn waive(
    client: &Client,
    arguments: &Waive,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let about = &arguments.about;
    let etag = read::etag(client, &about.name, about.etag.as_deref()).await?;
    let finding = finding(client, about).await?;
    let request = WaiveFindingRequest {
        name: about.name.clone(),
        identity: finding.identity,
        evidence: finding.evidence,
        reason: about.reason.clone(),
        expire_date: arguments.until.clone(),
        etag,
        request_id: RequestId::given_or_new(about.writing.request_id).single(),
        validate_only: about.writing.validate_only,
    };
    let waive = async || client.reports().waive_finding(request.clone()).await;
    show::changed(client.call(waive).await?, "已豁免", "waived", format, output)
}

/// Withdraws what was decided about a finding.
pub async fn withdraw(
    client: &Client,
    arguments: &WithdrawDecision,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let about = &arguments.about;
    let report = read::fields(client, &about.name, &["name", "etag", "decisions"]).await?;
    let request = WithdrawDecisionRequest {
        name: about.name.clone(),
        identity: decided(&report.decisions, &about.finding)?,
        evidence: String::new(),
        reason: about.reason.clone(),
        etag: about.etag.clone().unwrap_or(report.etag),
        request_id: RequestId::given_or_new(about.writing.request_id).single(),
        validate_only: about.writing.validate_only,
    };
    let withdraw = async || client.reports().withdraw_decision(request.clone()).await;
    show::changed(client.call(withdraw).await?, "已撤回", "withdrawn", format, output)
}

/// The finding that is meant, of those that a submission would show: by its identity, or by the code
/// of its rule where that has one open finding.
async fn finding(client: &Client, about: &About) -> Result<Finding, Failure> {
    let request = ValidateReportRequest {
        target: Some(Target::Name(about.name.clone())),
        stage: ValidationStage::Submission.into(),
        ..ValidateReportRequest::default()
    };
    let validate = async || client.reports().validate_report(request.clone()).await;
    let mut findings = client.call(validate).await?.findings;
    let named = findings.iter().position(|it| it.identity == about.finding);
    if let Some(at) = named {
        return Ok(findings.swap_remove(at));
    }
    findings.retain(|it| it.code.eq_ignore_ascii_case(&about.finding) && !is_answered(it));
    match findings.len() {
        1 => Ok(findings.swap_remove(0)),
        found => Err(ambiguous(&about.finding, found, findings.iter().map(|it| &it.identity))),
    }
}

/// The identity that was decided about: given, or of the one decision about a rule.
fn decided(decisions: &[Decision], named: &str) -> Result<String, Failure> {
    if decisions.iter().any(|it| it.identity == named) {
        return Ok(named.to_owned());
    }
    let of_rule = decisions.iter().filter(|it| it.code.eq_ignore_ascii_case(named));
    let mut identities: Vec<_> = of_rule.map(|it| &it.identity).collect();
    identities.dedup();
    match identities.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(Failure::usage(
            format!("报告没有针对 {named} 的确认或豁免"),
            format!("the report has no decision about {named}"),
        )),
        several => Err(ambiguous(named, several.len(), several.iter().copied())),
    }
}

fn ambiguous<'a>(
    named: &str,
    found: usize,
    identities: impl Iterator<Item = &'a String>,
) -> Failure {
    if found == 0 {
        return Failure::usage(
            format!("报告没有 {named} 的未答复问题；请用 report validate 查看现有问题"),
            format!("the report has no open finding {named}: see report validate"),
        );
    }
    let identities = identities.map(|it| format!("\n  {it}")).collect::<String>();
    Failure::usage(
        format!("{named} 有 {found} 个问题，请写明其中一个的 identity：{identities}"),
        format!("{named} has {found} findings: name one by its identity:{identities}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(code: &str, identity: &str) -> Decision {
        let (code, identity) = (code.to_owned(), identity.to_owned());
        Decision { code, identity, ..Decision::default() }
    }

    #[test]
    fn a_decision_is_named_by_its_identity_or_by_the_code_of_its_rule() {
        let decisions = [decision("T3-001", "a"), decision("SEM-001", "b")];
        assert_eq!(decided(&decisions, "b").unwrap(), "b");
        assert_eq!(decided(&decisions, "t3-001").unwrap(), "a");
        assert!(decided(&decisions, "T3-002").is_err());
    }

    #[test]
    fn a_code_that_several_have_names_none() {
        let decisions = [decision("T3-001", "a"), decision("T3-001", "b")];
        let refused = decided(&decisions, "T3-001").unwrap_err();
        assert!(format!("{refused:?}").contains("\\n  b"), "{refused:?}");
    }
}

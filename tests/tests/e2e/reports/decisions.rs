//! Decisions about findings, over the life of a report.

use nianbao_proto::v1::{
    AcknowledgeFindingRequest, AnswerState, ChangeEditionRequest, Column, Decision, DecisionKind,
    DeleteReportRequest, Edition, ErrorReason, Finding, GetRevisionRequest, ImportReportRequest,
    Line, ListReportsRequest, Report, Severity, UpdateReportRequest, ValidateReportRequest,
    ValidateReportResponse, ValidationOutcome, ValidationStage, WaiveFindingRequest,
    WithdrawDecisionRequest, cell::Number, validate_report_request::Target,
};
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_waived_finding_stays_visible_and_blocks_no_longer,
    an_acknowledged_warning_is_counted_as_such,
    a_decision_survives_a_new_revision_another_edition_and_reading_again,
    a_decision_survives_an_export_and_an_import_in_both_forms,
    a_decision_is_asked_again_where_the_evidence_changed,
    a_withdrawn_decision_leaves_its_finding_open,
    a_waiver_that_came_past_its_day_has_expired,
    decisions_are_no_part_of_a_revision_and_left_out_of_lists_unless_asked,
    an_update_does_not_change_decisions,
    what_cannot_be_decided_is_refused_with_a_reason,
    a_request_that_cannot_be_used_is_refused,
    a_decision_needs_the_etag_that_is_present,
    what_is_only_checked_is_not_decided,
    a_repeated_decision_is_given_the_first_answer,
    a_file_with_decisions_is_checked_with_them,
);

const FAR: &str = "2099-12-31";

async fn a_waived_finding_stays_visible_and_blocks_no_longer(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let mut waived = report.clone();
    let blocking = of(&checked(server, &report.name).await, Severity::Blocking);
    assert!(!blocking.is_empty());
    for finding in &blocking {
        waived = self::waived(server, waive(&waived, finding)).await;
    }
    let after = checked(server, &report.name).await;
    assert_eq!(after.outcome(), ValidationOutcome::Valid);
    assert_eq!(of(&after, Severity::Blocking).len(), blocking.len());
    for finding in of(&after, Severity::Blocking) {
        let answer = finding.answer.unwrap();
        assert_eq!(answer.state(), AnswerState::Holds);
        let decision = answer.decision.unwrap();
        assert_eq!((decision.reason.as_str(), decision.author.as_str()), ("原件如此", "token"));
        assert_eq!((decision.expire_date.as_str(), decision.imported_by.as_str()), (FAR, ""));
        assert_eq!(decision.code, finding.code);
    }
    let counts = waived.validation.clone().unwrap();
    assert_eq!(counts.blocking, 0);
    assert!(counts.waived > 0);
    assert_eq!(counts.answered_until, FAR);
    assert_eq!(waived.revision, report.revision);
    assert_eq!(given::stored(server, &report.name).await, waived);
}

async fn an_acknowledged_warning_is_counted_as_such(server: &TestServer) {
    let report = imported(server).await;
    let warning = of(&checked(server, &report.name).await, Severity::Warning).remove(0);
    let decided = acknowledged(server, acknowledge(&report, &warning)).await;
    let (before, after) = (report.validation.unwrap(), decided.validation.unwrap());
    assert_eq!((after.warnings, after.acknowledged), (before.warnings - 1, 1));
    assert_eq!(after.answered_until, "");
    let again = the_same(&checked(server, &report.name).await, &warning);
    assert_eq!(again.answer.unwrap().state(), AnswerState::Holds);
}

async fn a_decision_survives_a_new_revision_another_edition_and_reading_again(server: &TestServer) {
    given::organ(server, "siqian").await;
    let title = samples::report(2023).title;
    let titled = Report { title, ..samples::report(2024) };
    let report = given::created(server, SIQIAN, titled).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let Report { name, etag, .. } = decided.clone();
    let source_key = "k".to_owned();
    let changed = Report { name: name.clone(), etag, source_key, ..Default::default() };
    let update = UpdateReportRequest { report: Some(changed), ..Default::default() };
    let keyed = server.reports().update_report(update).await.unwrap().into_inner();
    assert_eq!(keyed.decisions, decided.decisions);
    let change = ChangeEditionRequest {
        name: name.clone(),
        etag: keyed.etag,
        edition: Edition::Edition2019.into(),
        ..Default::default()
    };
    let put = server.reports().change_edition(change).await.unwrap().into_inner().report.unwrap();
    assert_eq!(put.revision, report.revision + 1);
    assert_eq!(put.decisions, decided.decisions);
    let again = the_same(&checked(server, &name).await, &finding);
    assert_eq!(again.answer.unwrap().state(), AnswerState::Holds);
    assert_eq!(given::stored(server, &name).await, put);
}

async fn a_decision_survives_an_export_and_an_import_in_both_forms(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let json = serde_json::to_vec(&decided).unwrap();
    let binary = prost::Message::encode_to_vec(&decided);
    let mut present = decided.clone();
    for (content, filename) in [(json, "report.json"), (binary, "report.binpb")] {
        delete(server, &present).await;
        let import = ImportReportRequest {
            parent: SIQIAN.to_owned(),
            content: content.into(),
            filename: filename.to_owned(),
            ..Default::default()
        };
        let answer = server.reports().import_report(import).await.unwrap().into_inner();
        let shown = answer.findings.iter().find(|it| it.identity == finding.identity).unwrap();
        assert_eq!(shown.answer.as_ref().unwrap().state(), AnswerState::Holds, "{filename}");
        present = answer.report.unwrap();
        let kept = the_same(&checked(server, &report.name).await, &finding).answer.unwrap();
        assert_eq!(kept.state(), AnswerState::Holds);
        let kept = kept.decision.unwrap();
        assert_eq!(kept.imported_by, "token", "nobody brings a decision in silence");
        assert!(kept.import_time.is_some());
        let as_made = Decision { imported_by: String::new(), import_time: None, ..kept };
        assert_eq!(vec![as_made], decided.decisions);
        assert_eq!(given::stored(server, &report.name).await, present);
    }
    delete(server, &present).await;
    let created = given::created(server, SIQIAN, present.clone()).await;
    assert_eq!(created.decisions.len(), 1);
    assert_eq!(created.validation.unwrap().waived, present.validation.unwrap().waived);
}

async fn a_decision_is_asked_again_where_the_evidence_changed(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let changed = with_one_more(server, &decided).await;
    assert_eq!(changed.decisions, decided.decisions);
    let asked = the_same(&checked(server, &report.name).await, &finding);
    assert_ne!(asked.evidence, finding.evidence);
    assert_eq!(asked.answer.as_ref().unwrap().state(), AnswerState::OtherValues);
    let validation = changed.validation.clone().unwrap();
    assert_eq!(validation.blocking, report.validation.unwrap().blocking);
    let stale =
        WaiveFindingRequest { evidence: finding.evidence.clone(), ..waive(&changed, &asked) };
    let refusal = server.reports().waive_finding(stale).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::FindingEvidenceChanged);
    assert_eq!(refusal.metadata["evidence"], asked.evidence);
    let again = waived(server, waive(&changed, &asked)).await;
    assert_eq!(again.decisions.len(), 1, "the new one takes the place of the old");
    let answered = the_same(&checked(server, &report.name).await, &finding).answer.unwrap();
    assert_eq!(answered.state(), AnswerState::Holds);
}

async fn a_withdrawn_decision_leaves_its_finding_open(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let withdraw = withdrawal(&decided, &finding);
    let withdrawn =
        server.reports().withdraw_decision(withdraw.clone()).await.unwrap().into_inner();
    assert_eq!(withdrawn.decisions, []);
    let (before, after) = (report.validation.unwrap(), withdrawn.validation.clone().unwrap());
    assert_eq!((after.blocking, after.waived), (before.blocking, 0));
    assert_eq!(the_same(&checked(server, &report.name).await, &finding).answer, None);
    assert_eq!(given::stored(server, &report.name).await, withdrawn);
    let gone = WithdrawDecisionRequest { etag: withdrawn.etag, ..withdraw };
    let refusal = server.reports().withdraw_decision(gone).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::DecisionNotFound);
}

async fn a_waiver_that_came_past_its_day_has_expired(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    delete(server, &decided).await;
    let mut past = decided.clone();
    past.decisions[0].expire_date = "2020-01-01".to_owned();
    let created = given::created(server, SIQIAN, past).await;
    let answer = the_same(&checked(server, &report.name).await, &finding).answer.unwrap();
    assert_eq!(answer.state(), AnswerState::Expired);
    assert_eq!(created.validation.unwrap().waived, 0);
    assert_eq!(checked(server, &report.name).await.outcome(), ValidationOutcome::Invalid);
}

async fn decisions_are_no_part_of_a_revision_and_left_out_of_lists_unless_asked(
    server: &TestServer,
) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let name = format!("{}/revisions/{}", decided.name, decided.revision);
    let revision = server.reports().get_revision(GetRevisionRequest { name }).await.unwrap();
    assert_eq!(revision.into_inner().report.unwrap().decisions, []);
    let list = |paths: &[&str]| ListReportsRequest {
        parent: SIQIAN.to_owned(),
        read_mask: given::mask(paths),
        ..Default::default()
    };
    let listed = async |request| {
        server.reports().list_reports(request).await.unwrap().into_inner().reports.remove(0)
    };
    assert_eq!(listed(list(&[])).await.decisions, []);
    assert_eq!(listed(list(&["decisions"])).await.decisions, decided.decisions);
    assert_eq!(listed(list(&["*"])).await, decided);
}

async fn an_update_does_not_change_decisions(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    let without = Report { decisions: vec![], title: "新题".to_owned(), ..decided.clone() };
    let update = UpdateReportRequest { report: Some(without), ..Default::default() };
    let updated = server.reports().update_report(update.clone()).await.unwrap().into_inner();
    assert_eq!(updated.decisions, decided.decisions);
    let update_mask = given::mask(&["decisions"]);
    let refusal =
        server.reports().update_report(UpdateReportRequest { update_mask, ..update }).await;
    let refusal = refusal.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldImmutable);
    assert_eq!(refusal.fields, ["report.decisions"]);
}

async fn what_cannot_be_decided_is_refused_with_a_reason(server: &TestServer) {
    let report = imported(server).await;
    let found = checked(server, &report.name).await;
    let (blocking, warning) =
        (of(&found, Severity::Blocking).remove(0), of(&found, Severity::Warning).remove(0));
    let refusal =
        server.reports().acknowledge_finding(acknowledge(&report, &blocking)).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::FindingSeverityMismatch);
    assert_eq!(refusal.metadata["severity"], "SEVERITY_BLOCKING");
    let refusal = server.reports().waive_finding(waive(&report, &warning)).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::FindingSeverityMismatch);
    let nothing = Finding { identity: "0".repeat(32), ..warning };
    let refusal =
        server.reports().acknowledge_finding(acknowledge(&report, &nothing)).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::FindingNotFound);
    assert_eq!(refusal.metadata["identity"], nothing.identity);
    assert_eq!(given::stored(server, &report.name).await, report);
}

async fn a_request_that_cannot_be_used_is_refused(server: &TestServer) {
    let report = imported(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let good = waive(&report, &finding);
    let long = "因".repeat(501);
    for (request, field) in [
        (WaiveFindingRequest { name: "2024".to_owned(), ..good.clone() }, "name"),
        (WaiveFindingRequest { identity: String::new(), ..good.clone() }, "identity"),
        (WaiveFindingRequest { evidence: "ABC".to_owned(), ..good.clone() }, "evidence"),
        (WaiveFindingRequest { reason: " ".to_owned(), ..good.clone() }, "reason"),
        (WaiveFindingRequest { reason: long, ..good.clone() }, "reason"),
        (WaiveFindingRequest { reason: "a\0b".to_owned(), ..good.clone() }, "reason"),
        (WaiveFindingRequest { expire_date: String::new(), ..good.clone() }, "expire_date"),
        (WaiveFindingRequest { expire_date: "明天".to_owned(), ..good.clone() }, "expire_date"),
        (
            WaiveFindingRequest { expire_date: "2020-01-01".to_owned(), ..good.clone() },
            "expire_date",
        ),
        (WaiveFindingRequest { etag: String::new(), ..good.clone() }, "etag"),
        (WaiveFindingRequest { request_id: "1".to_owned(), ..good.clone() }, "request_id"),
    ] {
        let refusal = server.reports().waive_finding(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
    let mut twice = waived(server, good).await;
    delete(server, &twice).await;
    twice.decisions = vec![twice.decisions[0].clone(); 2];
    let refusal = server.reports().create_report(given::create(SIQIAN, twice)).await.refusal();
    assert_eq!(refusal.fields, ["report.decisions[1]"]);
}

async fn a_decision_needs_the_etag_that_is_present(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let decided = waived(server, waive(&report, &finding)).await;
    assert_ne!(decided.etag, report.etag);
    let stale = withdrawal(&report, &finding);
    let refusals = [
        server.reports().waive_finding(waive(&report, &finding)).await.refusal(),
        server.reports().withdraw_decision(stale).await.refusal(),
    ];
    for refusal in refusals {
        refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
        assert_eq!(refusal.metadata["etag"], decided.etag);
    }
}

async fn what_is_only_checked_is_not_decided(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let only = WaiveFindingRequest { validate_only: true, ..waive(&report, &finding) };
    let answered = waived(server, only).await;
    assert_eq!(answered.decisions.len(), 1);
    assert_eq!(given::stored(server, &report.name).await, report);
}

async fn a_repeated_decision_is_given_the_first_answer(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let finding = of(&checked(server, &report.name).await, Severity::Blocking).remove(0);
    let request =
        WaiveFindingRequest { request_id: given::request_id(), ..waive(&report, &finding) };
    let first = waived(server, request.clone()).await;
    let withdraw =
        WithdrawDecisionRequest { request_id: given::request_id(), ..withdrawal(&first, &finding) };
    let gone = server.reports().withdraw_decision(withdraw.clone()).await.unwrap().into_inner();
    assert_eq!(waived(server, request).await, first, "with the decisions of then");
    let again = server.reports().withdraw_decision(withdraw).await.unwrap().into_inner();
    assert_eq!(again, gone);
    assert_eq!(given::stored(server, &report.name).await, gone);
}

async fn a_file_with_decisions_is_checked_with_them(server: &TestServer) {
    let report = wrong_by_one(server).await;
    let mut decided = report.clone();
    for finding in of(&checked(server, &report.name).await, Severity::Blocking) {
        decided = waived(server, waive(&decided, &finding)).await;
    }
    let target = Some(Target::Report(decided));
    let request = ValidateReportRequest { target, ..Default::default() };
    let answer = server.reports().validate_report(request).await.unwrap().into_inner();
    assert_eq!(answer.outcome(), ValidationOutcome::Valid, "{:#?}", answer.findings);
}

/// A report with one handled request too many in one column, and nothing else to object to.
async fn wrong_by_one(server: &TestServer) -> Report {
    let right = given::report(server).await;
    with_one_more(server, &right).await
}

async fn with_one_more(server: &TestServer, report: &Report) -> Report {
    let sheet = report.sheet.as_ref().unwrap();
    let printed = samples::cell(sheet, Line::Handled, Column::Enterprise).unwrap().number.clone();
    let Some(Number::Count(printed)) = printed else { panic!("no count: {printed:?}") };
    let Report { name, etag, .. } = report.clone();
    let update = UpdateReportRequest {
        report: Some(Report { name, etag, ..Default::default() }),
        cell_changes: vec![samples::count(Line::Handled, Column::Enterprise, printed + 1)],
        ..Default::default()
    };
    server.reports().update_report(update).await.unwrap().into_inner()
}

/// The township's page, about which much is strange.
async fn imported(server: &TestServer) -> Report {
    given::organ(server, "siqian").await;
    let import = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        ..Default::default()
    };
    server.reports().import_report(import).await.unwrap().into_inner().report.unwrap()
}

/// What its submission would show.
async fn checked(server: &TestServer, name: &str) -> ValidateReportResponse {
    let request = ValidateReportRequest {
        target: Some(Target::Name(name.to_owned())),
        stage: ValidationStage::Submission.into(),
        ..Default::default()
    };
    server.reports().validate_report(request).await.unwrap().into_inner()
}

fn of(checked: &ValidateReportResponse, severity: Severity) -> Vec<Finding> {
    checked.findings.iter().filter(|it| it.severity() == severity).cloned().collect()
}

#[track_caller]
fn the_same(checked: &ValidateReportResponse, finding: &Finding) -> Finding {
    checked.findings.iter().find(|it| it.identity == finding.identity).unwrap().clone()
}

fn acknowledge(report: &Report, finding: &Finding) -> AcknowledgeFindingRequest {
    AcknowledgeFindingRequest {
        name: report.name.clone(),
        identity: finding.identity.clone(),
        evidence: finding.evidence.clone(),
        reason: "属实".to_owned(),
        etag: report.etag.clone(),
        ..Default::default()
    }
}

fn waive(report: &Report, finding: &Finding) -> WaiveFindingRequest {
    WaiveFindingRequest {
        name: report.name.clone(),
        identity: finding.identity.clone(),
        evidence: finding.evidence.clone(),
        reason: "原件如此".to_owned(),
        expire_date: FAR.to_owned(),
        etag: report.etag.clone(),
        ..Default::default()
    }
}

fn withdrawal(report: &Report, finding: &Finding) -> WithdrawDecisionRequest {
    WithdrawDecisionRequest {
        name: report.name.clone(),
        identity: finding.identity.clone(),
        reason: "误判".to_owned(),
        etag: report.etag.clone(),
        ..Default::default()
    }
}

async fn acknowledged(server: &TestServer, request: AcknowledgeFindingRequest) -> Report {
    let decided = server.reports().acknowledge_finding(request).await.unwrap().into_inner();
    let last = decided.decisions.last().unwrap();
    assert_eq!(last.kind(), DecisionKind::Acknowledgement);
    decided
}

async fn waived(server: &TestServer, request: WaiveFindingRequest) -> Report {
    server.reports().waive_finding(request).await.unwrap().into_inner()
}

async fn delete(server: &TestServer, report: &Report) {
    let Report { name, etag, .. } = report.clone();
    let request = DeleteReportRequest { name, etag, ..Default::default() };
    server.reports().delete_report(request).await.unwrap();
}

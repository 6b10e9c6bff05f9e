use nianbao_domain::form::Edition;
use nianbao_proto::v1::{
    Column, ErrorReason, Line, Organization, Report, RulePower, Severity, ValidateReportRequest,
    ValidateReportResponse, ValidationOutcome, ValidationStage,
    cell::Number,
    validate_report_request::{Organ, Target},
};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};
use tonic::Code;

use crate::given;

with_a_server!(
    a_consistent_report_has_no_fault,
    a_stored_report_is_checked_as_it_is_counted,
    a_report_sent_along_is_checked_and_not_stored,
    without_an_organ_rules_about_it_are_not_assessed,
    an_organ_is_named_or_sent_along,
    what_is_not_there_cannot_be_checked,
    a_request_that_cannot_be_used_is_refused,
);
on_every_store!(findings_beyond_the_limit_are_counted);

async fn a_consistent_report_has_no_fault(server: &TestServer) {
    let report = given::report(server).await;
    for stage in
        [ValidationStage::Draft, ValidationStage::Submission, ValidationStage::PublishedPage]
    {
        let request = ValidateReportRequest { stage: stage.into(), ..stored(&report.name) };
        let checked = validated(server, request).await;
        assert_eq!(
            checked.outcome(),
            ValidationOutcome::Valid,
            "{stage:?}: {:#?}",
            checked.findings
        );
    }
}

async fn a_stored_report_is_checked_as_it_is_counted(server: &TestServer) {
    given::organ(server, "siqian").await;
    let sheet = Some(samples::sheet(Edition::E2019, 1));
    let report = given::created(server, SIQIAN, Report { sheet, ..samples::report(2024) }).await;
    let checked = validated(server, stored(&report.name)).await;
    assert_eq!(checked.outcome(), ValidationOutcome::Invalid);
    let causes = || checked.findings.iter().filter(|it| it.caused_by.is_empty());
    let of = |severity| causes().filter(|it| it.severity() == severity).count();
    let counted = report.validation.unwrap();
    let counted = [counted.blocking, counted.warnings, counted.infos, counted.not_assessed];
    let found = [
        of(Severity::Blocking),
        of(Severity::Warning),
        of(Severity::Info),
        checked.not_assessed.len(),
    ];
    assert_eq!(found.map(|count| i32::try_from(count).unwrap()), counted);
}

async fn a_report_sent_along_is_checked_and_not_stored(server: &TestServer) {
    given::organ(server, "siqian").await;
    let checked = validated(server, sent(wrong_by_one())).await;
    assert_eq!(checked.outcome(), ValidationOutcome::Invalid);
    let total = checked.findings.iter().find(|finding| finding.code == "T3-003").unwrap();
    assert!(total.cells.iter().any(|cell| cell.line() == Line::Handled), "{total:?}");
    let name = format!("{SIQIAN}/reports/2024");
    let refusal = server.reports().get_report(given::get(&name)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn without_an_organ_rules_about_it_are_not_assessed(server: &TestServer) {
    let checked = validated(server, sent(Report { title: String::new(), ..with_rules() })).await;
    let power = checked.not_assessed.iter().find(|it| it.code == "SEM-001").unwrap();
    assert!(!power.missing.is_empty() && !power.reason.is_empty() && !power.reason_en.is_empty());
    assert!(!has(&checked, "SEM-001"));
}

async fn an_organ_is_named_or_sent_along(server: &TestServer) {
    given::organ(server, "siqian").await;
    let named = Organ::OrganizationName(SIQIAN.to_owned());
    let checked = validated(server, whose(with_rules(), named)).await;
    assert!(has(&checked, "SEM-001"), "a township makes no 规章: {:?}", checked.findings);
    let may = Organization {
        rule_power: RulePower::Has.into(),
        ..samples::organ("司前镇人民政府办公室")
    };
    let checked = validated(server, whose(with_rules(), Organ::Organization(may))).await;
    assert!(!has(&checked, "SEM-001"));
}

async fn what_is_not_there_cannot_be_checked(server: &TestServer) {
    let name = "organizations/siqian/reports/2024";
    let refusal = refused(server, stored(name)).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some(name));
    let nobody = Organ::OrganizationName(SIQIAN.to_owned());
    let refusal = refused(server, whose(samples::report(2024), nobody)).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some(SIQIAN));
}

async fn a_request_that_cannot_be_used_is_refused(server: &TestServer) {
    let unnamed = Organ::Organization(Organization::default());
    for (request, field) in [
        (ValidateReportRequest::default(), "target"),
        (stored("2024"), "name"),
        (ValidateReportRequest { stage: 9, ..sent(samples::report(2024)) }, "stage"),
        (sent(Report { sheet: None, ..samples::report(2024) }), "report.sheet"),
        (whose(samples::report(2024), unnamed), "organization.display_name"),
        (
            whose(samples::report(2024), Organ::OrganizationName("siqian".to_owned())),
            "organization_name",
        ),
    ] {
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn findings_beyond_the_limit_are_counted(backend: Backend) {
    let server = TestServer::with(backend, |config| config.limits.max_findings = 1).await;
    let checked = validated(&server, sent(wrong_by_one())).await;
    assert_eq!(checked.findings.len(), 1);
    assert!(checked.omitted >= 1, "the column and the line do not add up");
    server.stop().await;
}

/// One handled request too many in one column, so that no sum over it holds.
fn wrong_by_one() -> Report {
    let mut report = samples::report(2024);
    let sheet = report.sheet.as_mut().unwrap();
    let row = sheet.rows.iter_mut().find(|row| row.line() == Line::Handled).unwrap();
    let cell = row.cells.iter_mut().find(|cell| cell.column() == Column::Enterprise).unwrap();
    let Some(Number::Count(count)) = &mut cell.number else { panic!("no count: {cell:?}") };
    *count += 1;
    report
}

/// A report that says 规章 were made.
fn with_rules() -> Report {
    Report { sheet: Some(samples::sheet(Edition::E2021, 1)), ..samples::report(2024) }
}

fn stored(name: &str) -> ValidateReportRequest {
    ValidateReportRequest { target: Some(Target::Name(name.to_owned())), ..Default::default() }
}

fn sent(report: Report) -> ValidateReportRequest {
    ValidateReportRequest { target: Some(Target::Report(report)), ..Default::default() }
}

fn whose(report: Report, organ: Organ) -> ValidateReportRequest {
    ValidateReportRequest { organ: Some(organ), ..sent(report) }
}

fn has(checked: &ValidateReportResponse, code: &str) -> bool {
    checked.findings.iter().any(|finding| finding.code == code)
}

async fn validated(server: &TestServer, request: ValidateReportRequest) -> ValidateReportResponse {
    server.reports().validate_report(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: ValidateReportRequest) -> Refusal {
    server.reports().validate_report(request).await.refusal()
}

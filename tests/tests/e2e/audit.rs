//! Every commit leaves an audit entry, and nothing else does.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use nianbao_application::Clock;
use nianbao_application::access::Method;
use nianbao_application::store::{AuditEntry, Positioned, Store, Unobserved, chained};
use nianbao_persistence::SqlStore;
use nianbao_proto::v1::{
    AcknowledgeFindingRequest, BatchCreateOrganizationsRequest, BatchGetReportsRequest,
    ChangeEditionRequest, CloseOrganizationRequest, CreateOrganizationRequest, DeleteReportRequest,
    Edition, GetOrganizationRequest, GetRevisionRequest, ImportReportRequest,
    ListOrganizationsRequest, ListReportsRequest, ListRevisionsRequest, ListRulesRequest,
    Organization, Report, RetireRuleRequest, RevalidateReportsRequest, Rule, SeenOrganization,
    Severity, SucceedOrganizationsRequest, SuccessionKind, TestRuleRequest,
    UpdateOrganizationRequest, UpdateReportRequest, UpdateRuleRequest, ValidateReportRequest,
    ValidationStage, WaiveFindingRequest, WithdrawDecisionRequest,
    test_rule_request::Target as TestTarget, validate_report_request::Target,
};
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::postgres::TestDatabase;
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};

use crate::given;
use crate::rules::given as rules;

on_every_store!(every_commit_leaves_an_audit_entry_and_no_read_or_check_does);

async fn every_commit_leaves_an_audit_entry_and_no_read_or_check_does(backend: Backend) {
    let server = TestServer::start(backend).await;
    let changes = change_everything(&server).await;
    read_everything(&server).await;
    check_only(&server).await;
    let entries = audit_entries(server.stop().await.as_ref()).await;
    let told: Vec<_> =
        entries.iter().map(|it| (it.entry.method.as_str(), it.entry.resource.as_str())).collect();
    assert_eq!(told, changes);
    assert!(entries.iter().all(|it| it.entry.caller == "token"));
    let audited = Method::ALL.iter().filter(|method| method.is_audited()).map(|it| it.name());
    let seen: BTreeSet<_> = told.iter().map(|(method, _)| *method).collect();
    assert_eq!(seen, audited.collect(), "every audited method was called");
    the_chain_holds(entries);
}

const REPORT: &str = "organizations/siqian/reports/2024";

/// One commit of every method that writes, in this order; a replay is none.
async fn change_everything(server: &TestServer) -> Vec<(&'static str, &'static str)> {
    let organ = given::organ(server, "siqian").await;
    let organ = Organization { aliases: vec!["司前镇".to_owned()], ..organ };
    let update = UpdateOrganizationRequest { organization: Some(organ), ..Default::default() };
    server.organizations().update_organization(update).await.unwrap();
    let requests = ["a", "b"].map(|id| CreateOrganizationRequest {
        organization: Some(samples::organ("某镇人民政府办公室")),
        organization_id: id.to_owned(),
        ..Default::default()
    });
    let batch =
        BatchCreateOrganizationsRequest { requests: requests.to_vec(), ..Default::default() };
    let answer = server.organizations().batch_create_organizations(batch).await.unwrap();
    let request_id = given::request_id();
    let import = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        request_id,
        ..Default::default()
    };
    server.reports().import_report(import.clone()).await.unwrap();
    let imported = server.reports().import_report(import).await.unwrap().into_inner();
    let Report { name, etag, .. } = imported.report.unwrap();
    let edition = Edition::Edition2021.into();
    let change = ChangeEditionRequest { name, etag, edition, ..Default::default() };
    let changed = server.reports().change_edition(change).await.unwrap().into_inner();
    let Report { name, etag, .. } = changed.report.unwrap();
    let report = Some(Report { name, etag, title: "新题".to_owned(), ..Default::default() });
    let update = UpdateReportRequest { report, ..Default::default() };
    let Report { name, etag, .. } =
        server.reports().update_report(update).await.unwrap().into_inner();
    let (name, etag) = decide_and_withdraw(server, name, etag).await;
    let all = RevalidateReportsRequest {
        parent: "organizations/-".to_owned(),
        all: true,
        ..Default::default()
    };
    server.reports().revalidate_reports(all).await.unwrap();
    let delete = DeleteReportRequest { name, etag, ..Default::default() };
    server.reports().delete_report(delete).await.unwrap();
    given::created(server, SIQIAN, samples::report(2024)).await;
    end_organs(server, answer.into_inner().organizations).await;
    change_a_rule(server).await;
    vec![
        ("CreateOrganization", SIQIAN),
        ("UpdateOrganization", SIQIAN),
        ("BatchCreateOrganizations", "organizations/a"),
        ("ImportReport", REPORT),
        ("ChangeEdition", REPORT),
        ("UpdateReport", REPORT),
        ("AcknowledgeFinding", REPORT),
        ("WaiveFinding", REPORT),
        ("WithdrawDecision", REPORT),
        ("RevalidateReports", "organizations/-"),
        ("DeleteReport", REPORT),
        ("CreateReport", REPORT),
        ("SucceedOrganizations", "organizations/a"),
        ("CloseOrganization", "organizations/b"),
        ("CreateRule", "rules/USR-FEW"),
        ("EnableRule", "rules/USR-FEW"),
        ("UpdateRule", "rules/USR-FEW"),
        ("RetireRule", "rules/USR-FEW"),
    ]
}

/// The first goes into the second, and that one ends later.
async fn end_organs(server: &TestServer, organs: Vec<Organization>) {
    let seen =
        |it: &Organization| SeenOrganization { name: it.name.clone(), etag: it.etag.clone() };
    let succeed = SucceedOrganizationsRequest {
        kind: SuccessionKind::Rename.into(),
        predecessors: vec![seen(&organs[0])],
        successors: vec![seen(&organs[1])],
        date: "2024-03-01".to_owned(),
        ..Default::default()
    };
    let answer = server.organizations().succeed_organizations(succeed).await.unwrap().into_inner();
    let Organization { name, etag, .. } = answer.successors[0].clone();
    let valid_to = "2025-01-01".to_owned();
    let close = CloseOrganizationRequest { name, etag, valid_to, ..Default::default() };
    server.organizations().close_organization(close).await.unwrap();
}

/// An acknowledgement, a waiver, and that one withdrawn; name and etag after it.
async fn decide_and_withdraw(server: &TestServer, name: String, etag: String) -> (String, String) {
    let target = Some(Target::Name(name.clone()));
    let stage = ValidationStage::Submission.into();
    let check = ValidateReportRequest { target, stage, ..Default::default() };
    let found = server.reports().validate_report(check).await.unwrap().into_inner().findings;
    let of = |severity| found.iter().find(|it| it.severity() == severity).unwrap().clone();
    let (warning, blocking) = (of(Severity::Warning), of(Severity::Blocking));
    let acknowledge = AcknowledgeFindingRequest {
        name: name.clone(),
        identity: warning.identity,
        evidence: warning.evidence,
        reason: "属实".to_owned(),
        etag,
        ..Default::default()
    };
    let etag = server.reports().acknowledge_finding(acknowledge).await.unwrap().into_inner().etag;
    let waive = WaiveFindingRequest {
        name: name.clone(),
        identity: blocking.identity.clone(),
        evidence: blocking.evidence,
        reason: "原件如此".to_owned(),
        expire_date: "2099-12-31".to_owned(),
        etag,
        ..Default::default()
    };
    let etag = server.reports().waive_finding(waive).await.unwrap().into_inner().etag;
    let withdraw = WithdrawDecisionRequest {
        name,
        identity: blocking.identity,
        reason: "误判".to_owned(),
        etag,
        ..Default::default()
    };
    let Report { name, etag, .. } =
        server.reports().withdraw_decision(withdraw).await.unwrap().into_inner();
    (name, etag)
}

async fn change_a_rule(server: &TestServer) {
    let rule = rules::in_shadow(server, "USR-FEW", rules::fewer_than(2)).await;
    let rule = Some(Rule { title_zh: "新题".to_owned(), ..rule });
    let update = UpdateRuleRequest { rule, ..Default::default() };
    let Rule { name, etag, .. } = server.rules().update_rule(update).await.unwrap().into_inner();
    let retire = RetireRuleRequest { name, etag, ..Default::default() };
    server.rules().retire_rule(retire).await.unwrap();
}

async fn read_everything(server: &TestServer) {
    let name = SIQIAN.to_owned();
    server.organizations().get_organization(GetOrganizationRequest { name }).await.unwrap();
    let organs = ListOrganizationsRequest::default();
    server.organizations().list_organizations(organs).await.unwrap();
    given::stored(server, REPORT).await;
    let reports = ListReportsRequest { parent: SIQIAN.to_owned(), ..Default::default() };
    server.reports().list_reports(reports).await.unwrap();
    let batch = BatchGetReportsRequest { names: vec![REPORT.to_owned()], ..Default::default() };
    server.reports().batch_get_reports(batch).await.unwrap();
    let target = Some(Target::Name(REPORT.to_owned()));
    let validate = ValidateReportRequest { target, ..Default::default() };
    server.reports().validate_report(validate).await.unwrap();
    let revisions = ListRevisionsRequest { parent: REPORT.to_owned(), ..Default::default() };
    server.reports().list_revisions(revisions).await.unwrap();
    let name = format!("{REPORT}/revisions/1");
    server.reports().get_revision(GetRevisionRequest { name }).await.unwrap();
    server.rules().list_rules(ListRulesRequest::default()).await.unwrap();
    rules::stored(server, "rules/USR-FEW").await;
    let target = Some(TestTarget::Name("rules/USR-FEW".to_owned()));
    let test = TestRuleRequest { target, ..Default::default() };
    server.rules().test_rule(test).await.unwrap();
}

async fn check_only(server: &TestServer) {
    let Report { name, etag, .. } = given::stored(server, REPORT).await;
    let delete = DeleteReportRequest { name, etag, validate_only: true, ..Default::default() };
    server.reports().delete_report(delete).await.unwrap();
}

/// Opens the database as the next server would, and positions what is left to be positioned.
pub async fn audit_entries(database: &TestDatabase) -> Vec<Positioned<AuditEntry>> {
    let store =
        SqlStore::open(database.url(), Arc::new(Stopped), Arc::new(Unobserved)).await.unwrap();
    while store.sequence(100).await.unwrap() > 0 {}
    let entries = store.audit_entries(0, 1000).await.unwrap();
    store.close().await;
    entries
}

fn the_chain_holds(entries: Vec<Positioned<AuditEntry>>) {
    let mut before = (0, [0; 32]);
    for positioned in entries {
        let Positioned { position, hash, entry } = chained(before, positioned.entry);
        assert_eq!((position, hash), (positioned.position, positioned.hash), "{entry:?}");
        before = (position, hash);
    }
}

/// Nothing here depends on the time.
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }
}

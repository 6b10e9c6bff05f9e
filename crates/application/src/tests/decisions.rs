use std::sync::Mutex;

use super::*;
use crate::Error;
use crate::access::{Permission, Scope};
use crate::reports::{About, DecisionError, View};
use crate::store::{EventKind, Store, StoredReport};
use chrono::{NaiveDate, TimeDelta};
use nianbao_domain::decision::{AnswerState, Decision, DecisionKind, MAX_DECISIONS};
use nianbao_domain::finding::{Finding, Severity, Stage};
use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::report::{Changes, Head};
use nianbao_domain::sheet::Cell;
use nianbao_domain::user_rule::rule_set_version;

const REPORT: &str = "a/reports/2024";

const TOTAL: CellId = CellId::new(Line::Granted, Column::Applicants);

/// A clock that tests set forward.
struct Set(Mutex<DateTime<Utc>>);

impl Clock for Set {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

fn day(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

/// An organ whose report for 2024 has a total that is wrong by `excess`.
async fn given(excess: i64) -> (Application<MemoryStore>, Arc<Set>, StoredReport) {
    let clock = Arc::new(Set(Mutex::new("2026-01-01T00:00:00Z".parse().unwrap())));
    let ids = Arc::new(Counting(AtomicU32::new(1)));
    let application =
        Application::new(MemoryStore::default(), clock.clone(), ids, Limits::default());
    let caller = administrator();
    let call = Call::new(&caller, Method::CreateOrganization);
    application.create_organization(&call, organ("a", None)).await.unwrap();
    let mut new = report(REPORT);
    new.content.sheet = new.content.sheet.with_blanks_as_zero();
    new.content.sheet.set(TOTAL, Cell::Number(excess)).unwrap();
    let call = Call::new(&caller, Method::CreateReport);
    let created = application.create_report(&call, new).await.unwrap();
    (application, clock, created)
}

async fn findings(application: &Application<MemoryStore>) -> Vec<Finding> {
    let checked =
        application.validate_stored(&administrator(), &key(REPORT), Stage::Submission).await;
    checked.unwrap().validation.findings
}

async fn found(application: &Application<MemoryStore>, severity: Severity) -> Finding {
    let all = findings(application).await;
    let meant = |it: &&Finding| {
        let of_cell = it.observation.cells.contains(&TOTAL);
        it.severity == severity && it.is_cause() && of_cell == (severity == Severity::Blocking)
    };
    all.iter().find(meant).cloned().unwrap()
}

fn about(finding: &Finding) -> About {
    About {
        identity: finding.identity(),
        evidence: finding.evidence(),
        reason: "原件如此".to_owned(),
    }
}

fn until(words: &str) -> DecisionKind {
    DecisionKind::Waiver { expire_date: day(words) }
}

async fn decide(
    application: &Application<MemoryStore>,
    stored: &StoredReport,
    about: About,
    kind: DecisionKind,
) -> Result<StoredReport, Error> {
    let method = match kind {
        DecisionKind::Acknowledgement => Method::AcknowledgeFinding,
        DecisionKind::Waiver { .. } => Method::WaiveFinding,
    };
    let (caller, etag) = (administrator(), stored.head.etag());
    let call = Call::new(&caller, method);
    application.decide(&call, &stored.head.key, &etag, about, kind).await
}

#[tokio::test]
async fn a_waived_finding_is_visible_and_blocks_no_longer_until_its_day_is_over() {
    let (application, clock, created) = given(1).await;
    let finding = found(&application, Severity::Blocking).await;
    let waived = decide(&application, &created, about(&finding), until("2026-01-31")).await;
    let waived = waived.unwrap();
    assert_eq!(waived.head.validation.waived, 1);
    assert_eq!(waived.head.validation.blocking, created.head.validation.blocking - 1);
    let of_it = async || {
        let all = findings(&application).await;
        all.into_iter().find(|it| it.identity() == finding.identity()).unwrap()
    };
    assert_eq!(of_it().await.answer.unwrap().state, AnswerState::Holds);
    *clock.0.lock().unwrap() += TimeDelta::days(40);
    assert_eq!(of_it().await.answer.unwrap().state, AnswerState::Expired);
}

#[tokio::test]
async fn a_decision_survives_a_new_revision_and_is_asked_again_where_the_values_changed() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Blocking).await;
    let waived =
        decide(&application, &created, about(&finding), until("2026-01-31")).await.unwrap();
    let caller = administrator();
    let call = Call::new(&caller, Method::UpdateReport);
    let changes = Changes { title: Some("题".to_owned()), ..Changes::default() };
    let etag = waived.head.etag();
    let edited = application.update_report(&call, &waived.head.key, &etag, changes).await.unwrap();
    assert_eq!(edited.decisions, waived.decisions);
    assert_eq!(edited.head.validation.waived, 1);
    let mut content = edited.revision.content.clone();
    content.sheet.set(TOTAL, Cell::Number(2)).unwrap();
    let figures =
        nianbao_domain::report::Figures { sheet: content.sheet, provenance: content.provenance };
    let changes = Changes { figures: Some(figures), ..Changes::default() };
    let etag = edited.head.etag();
    let edited = application.update_report(&call, &edited.head.key, &etag, changes).await.unwrap();
    assert_eq!(edited.head.validation.waived, 0);
    let again = findings(&application).await;
    let again = again.into_iter().find(|it| it.identity() == finding.identity()).unwrap();
    assert_eq!(again.answer.unwrap().state, AnswerState::OtherValues);
}

#[tokio::test]
async fn what_blocks_is_waived_and_anything_else_acknowledged() {
    let (application, _, created) = given(1).await;
    let blocking = about(&found(&application, Severity::Blocking).await);
    let warning = about(&found(&application, Severity::Warning).await);
    for (about, kind) in [(blocking, DecisionKind::Acknowledgement), (warning, until("2026-01-31"))]
    {
        let refused = decide(&application, &created, about, kind).await;
        assert!(matches!(refused, Err(Error::Decision(DecisionError::WrongSeverity { .. }))));
    }
}

#[tokio::test]
async fn a_decision_is_about_a_finding_that_is_there_with_the_values_that_were_seen() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Warning).await;
    let elsewhere = About { identity: "0".repeat(32), ..about(&finding) };
    let refused = decide(&application, &created, elsewhere, DecisionKind::Acknowledgement).await;
    assert!(matches!(refused, Err(Error::Decision(DecisionError::NoFinding { .. }))));
    let stale = About { evidence: "0".repeat(32), ..about(&finding) };
    let refused = decide(&application, &created, stale, DecisionKind::Acknowledgement).await;
    let Err(Error::Decision(DecisionError::OtherEvidence { evidence, .. })) = refused else {
        panic!("not refused: {refused:?}")
    };
    assert_eq!(evidence, finding.evidence());
}

#[tokio::test]
async fn a_waiver_ends_today_or_later() {
    let (application, _, created) = given(1).await;
    let blocking = about(&found(&application, Severity::Blocking).await);
    let refused = decide(&application, &created, blocking.clone(), until("2025-12-31")).await;
    assert!(matches!(refused, Err(Error::Invalid(it)) if it[0].field == "expire_date"));
    assert!(decide(&application, &created, blocking, until("2026-01-01")).await.is_ok());
}

#[tokio::test]
async fn a_withdrawn_decision_leaves_its_finding_open_and_stays_told_of_before() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Warning).await;
    let decided =
        decide(&application, &created, about(&finding), DecisionKind::Acknowledgement).await;
    let decided = decided.unwrap();
    let caller = administrator();
    let call = Call::new(&caller, Method::WithdrawDecision);
    let (key, etag) = (decided.head.key.clone(), decided.head.etag());
    let withdraw = async |etag: &str| {
        let (identity, reason) = (finding.identity(), "误判".to_owned());
        application.withdraw_decision(&call, (&key, etag), (&identity, None), reason).await
    };
    let withdrawn = withdraw(&etag).await.unwrap();
    assert_eq!(withdrawn.decisions, []);
    assert_eq!(withdrawn.head.validation, created.head.validation);
    let again = withdraw(&withdrawn.head.etag()).await;
    assert!(matches!(again, Err(Error::Decision(DecisionError::NoDecision { .. }))));
    let before = application.store().decisions(&decided.head).await.unwrap();
    assert_eq!(before, decided.decisions);
    let kinds: Vec<_> =
        application.store().events(0, 10).await.unwrap().iter().map(|it| it.entry.kind).collect();
    assert_eq!(kinds[2..], [EventKind::DecisionMade, EventKind::DecisionWithdrawn]);
}

#[tokio::test]
async fn a_second_decision_about_a_finding_replaces_the_first() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Blocking).await;
    let first = decide(&application, &created, about(&finding), until("2026-01-31")).await.unwrap();
    let second = decide(&application, &first, about(&finding), until("2026-02-28")).await.unwrap();
    let kinds: Vec<_> = second.decisions.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [until("2026-02-28")]);
    assert_eq!(second.head.decisions, 1);
}

#[tokio::test]
async fn decisions_come_along_with_a_report_and_tell_who_brought_them() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Blocking).await;
    let waived =
        decide(&application, &created, about(&finding), until("2026-01-31")).await.unwrap();
    let caller = administrator();
    let call = Call::new(&caller, Method::DeleteReport);
    application.delete_report(&call, &waived.head.key, &waived.head.etag()).await.unwrap();
    let author = "somebody else".to_owned();
    let decisions =
        waived.decisions.iter().map(|it| Decision { author: author.clone(), ..it.clone() });
    let new = NewReport {
        decisions: decisions.collect(),
        content: waived.revision.content.clone(),
        ..report(REPORT)
    };
    let refused = {
        let clerk = Caller::new("clerk", [Permission::ReportWrite], Scope::All);
        let call = Call::new(&clerk, Method::CreateReport);
        application.create_report(&call, new.clone()).await
    };
    let Err(Error::Decision(DecisionError::NotAllowed { permission, field })) = refused else {
        panic!("not refused: {refused:?}")
    };
    assert_eq!((permission, field.as_str()), (Permission::FindingWaive, "report.decisions[0]"));
    let call = Call::new(&caller, Method::CreateReport);
    let brought = application.create_report(&call, new).await.unwrap();
    assert_eq!(brought.head.validation.waived, 1);
    let read = application.report(&caller, &brought.head.key, View::Working).await.unwrap();
    assert_eq!(read.decisions, brought.decisions);
    assert_eq!(read.decisions[0].author, author);
    assert_eq!(read.decisions[0].import.as_ref().unwrap().by, "admin");
}

#[tokio::test]
async fn a_report_has_so_many_decisions_and_no_more() {
    let (application, _, created) = given(1).await;
    let finding = found(&application, Severity::Warning).await;
    let decided =
        decide(&application, &created, about(&finding), DecisionKind::Acknowledgement).await;
    let one = decided.unwrap().decisions.remove(0);
    let many =
        (0..=MAX_DECISIONS).map(|at| Decision { identity: format!("{at:032x}"), ..one.clone() });
    let new = NewReport { decisions: many.collect(), ..report("a/reports/2023") };
    let caller = administrator();
    let call = Call::new(&caller, Method::CreateReport);
    let refused = application.create_report(&call, new).await;
    assert!(matches!(refused, Err(Error::Decision(DecisionError::TooMany { .. }))));
}

#[tokio::test]
async fn a_re_run_moves_no_etag_and_tells_what_changed() {
    let (application, clock, created) = given(1).await;
    let finding = found(&application, Severity::Blocking).await;
    let waived =
        decide(&application, &created, about(&finding), until("2026-01-31")).await.unwrap();
    let caller = administrator();
    let call = Call::new(&caller, Method::RevalidateReports);
    let query = crate::query::ReportQuery::parse(None, "", "", "", 10).unwrap();
    let fresh = application.revalidate_reports(&call, &query, false).await.unwrap();
    assert_eq!((fresh.checked, fresh.changed.len()), (0, 0));
    let all = application.revalidate_reports(&call, &query, true).await.unwrap();
    assert_eq!((all.checked, all.changed.len()), (1, 0));
    *clock.0.lock().unwrap() += TimeDelta::days(40);
    let stale = application.revalidate_reports(&call, &query, false).await.unwrap();
    assert_eq!((stale.checked, stale.changed), (1, vec![created.head.key.clone()]));
    let after = application.report(&caller, &created.head.key, View::Working).await.unwrap();
    assert_eq!(after.head.etag(), waived.head.etag());
    assert_eq!(after.head.update_time, waived.head.update_time);
    assert!(after.head.validate_time > waived.head.validate_time);
    assert_eq!((after.head.validation.waived, after.head.recheck), (0, 2));
    assert_eq!(after.revision, created.revision);
}

#[tokio::test]
async fn a_result_of_another_rule_set_is_stale() {
    let (application, _, created) = given(1).await;
    let mut old = created.head.clone();
    old.validation.rule_set = "2020.1".to_owned();
    let write = crate::store::Write::Recheck(old);
    let audit = crate::store::AuditEntry {
        id: Uuid::from_u128(99),
        caller: String::new(),
        method: String::new(),
        resource: String::new(),
        request_id: None,
        time: DateTime::UNIX_EPOCH,
    };
    let changes = crate::store::ChangeSet {
        id: audit.id,
        writes: vec![write],
        events: Vec::new(),
        audit,
        request: None,
    };
    application.store().commit(changes).await.unwrap();
    let caller = administrator();
    let filter = format!("rule_set != {}", rule_set_version(0));
    let query = crate::query::ReportQuery::parse(None, &filter, "", "", 10).unwrap();
    assert_eq!(application.reports(&caller, &query).await.unwrap().reports.len(), 1);
    let call = Call::new(&caller, Method::RevalidateReports);
    let told = application.revalidate_reports(&call, &query, false).await.unwrap();
    assert_eq!((told.checked, told.changed.len()), (1, 0));
    assert!(application.reports(&caller, &query).await.unwrap().reports.is_empty());
    let head: Head =
        application.store().head(&Scope::All, &created.head.key).await.unwrap().unwrap();
    assert_eq!(head.validation.rule_set, rule_set_version(0));
    let audited = application.store().audit_entries(0, 10).await.unwrap();
    assert_eq!(audited.last().unwrap().entry.resource, "organizations/-");
}

use nianbao_domain::decision::{Answer, AnswerState, MAX_DECISIONS};
use nianbao_domain::finding::{Finding, Observation, Severity};
use nianbao_domain::rules::Validation;
use nianbao_proto::v1;

use super::samples::{acknowledgement, blank_report, only, paths, waiver};
use crate::{NewReport, Parsed, decision, finding, limits, outcome};

fn with(decisions: Vec<v1::Decision>) -> v1::Report {
    v1::Report { decisions, ..blank_report() }
}

#[test]
fn a_decision_is_told_whole() {
    let told = decision(&waiver());
    assert_eq!((told.kind(), told.expire_date.as_str()), (v1::DecisionKind::Waiver, "2026-03-31"));
    assert_eq!((told.author.as_str(), told.imported_by.as_str()), ("alice", "bob"));
    let told = decision(&acknowledgement());
    assert_eq!(told.kind(), v1::DecisionKind::Acknowledgement);
    assert_eq!((told.expire_date.as_str(), told.import_time), ("", None));
}

#[test]
fn a_file_keeps_its_decisions_and_a_caller_cannot_say_who_brought_them() {
    let message = || with(vec![decision(&waiver()), decision(&acknowledgement())]);
    let kept = Parsed::read(message(), "").unwrap().decisions;
    assert_eq!(kept, [waiver(), acknowledgement()]);
    let claimed = NewReport::read(message(), "report").unwrap().decisions;
    assert!(claimed.iter().all(|decision| decision.import.is_none()));
}

#[test]
fn what_is_wrong_with_a_decision_is_refused_by_its_field() {
    let good = || decision(&waiver());
    let other_kind = v1::DecisionKind::Acknowledgement.into();
    let wrong = [
        (v1::Decision { kind: 0, ..good() }, "kind"),
        (v1::Decision { kind: 9, ..good() }, "kind"),
        (v1::Decision { kind: other_kind, ..good() }, "expire_date"),
        (v1::Decision { expire_date: String::new(), ..good() }, "expire_date"),
        (v1::Decision { expire_date: "2026-02-30".to_owned(), ..good() }, "expire_date"),
        (v1::Decision { code: String::new(), ..good() }, "code"),
        (v1::Decision { identity: "5F0C".to_owned(), ..good() }, "identity"),
        (v1::Decision { evidence: "司".repeat(limits::DIGEST), ..good() }, "evidence"),
        (v1::Decision { reason: " ".to_owned(), ..good() }, "reason"),
        (v1::Decision { reason: "因".repeat(limits::REASON + 1), ..good() }, "reason"),
        (v1::Decision { author: String::new(), ..good() }, "author"),
        (v1::Decision { create_time: None, ..good() }, "create_time"),
        (v1::Decision { import_time: None, ..good() }, "import_time"),
    ];
    for (wrong, field) in wrong {
        let refused = only(Parsed::read(with(vec![wrong]), ""));
        assert_eq!(refused.path, format!("decisions[0].{field}"));
    }
}

#[test]
fn a_time_that_no_store_holds_is_refused() {
    let create_time = Some(pbjson_types::Timestamp { seconds: 8_000_000_000_000, nanos: 0 });
    let refused =
        only(Parsed::read(with(vec![v1::Decision { create_time, ..decision(&waiver()) }]), ""));
    assert_eq!(refused.path, "decisions[0].create_time");
}

#[test]
fn the_same_finding_and_values_are_decided_about_once() {
    let refused = Parsed::read(with(vec![decision(&waiver()); 2]), "").unwrap_err();
    assert_eq!(paths(&refused), ["decisions[1]"]);
}

#[test]
fn more_decisions_than_a_report_may_have_are_not_read() {
    let refused = only(Parsed::read(with(vec![decision(&waiver()); MAX_DECISIONS + 1]), ""));
    assert_eq!(refused.path, "decisions");
}

#[test]
fn an_answered_finding_is_told_with_its_answer_and_decides_no_outcome() {
    let open = Finding::new("T3-001", Severity::Blocking, "", Observation::new("", ""));
    let answer = |state| Some(Answer { decision: waiver(), state });
    let of = |answer| {
        let findings = vec![Finding { answer, ..open.clone() }];
        outcome(&Validation { findings, ..Validation::default() })
    };
    assert_eq!(of(None), v1::ValidationOutcome::Invalid);
    assert_eq!(of(answer(AnswerState::Holds)), v1::ValidationOutcome::Valid);
    for state in [AnswerState::OtherValues, AnswerState::Expired, AnswerState::Insufficient] {
        assert_eq!(of(answer(state)), v1::ValidationOutcome::Invalid);
    }
    let told = finding(&Finding { answer: answer(AnswerState::Expired), ..open });
    let told = told.answer.unwrap();
    assert_eq!(told.state(), v1::AnswerState::Expired);
    assert_eq!(told.decision, Some(decision(&waiver())));
}

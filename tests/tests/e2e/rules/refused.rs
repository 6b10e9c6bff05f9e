use nianbao_proto::v1::{
    CreateRuleRequest, ErrorReason, RetireRuleRequest, Rule, RuleOutcome, RuleState,
    UpdateRuleRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use tonic::Code;
use tonic_types::StatusExt;

use super::given;
use crate::given as reports;

with_a_server!(
    an_expression_that_cannot_be_used_is_told_with_its_place,
    fields_that_cannot_be_used_are_named,
    a_code_is_taken_for_ever,
    a_rule_that_fails_its_vectors_is_not_enabled,
    no_rule_comes_into_force_without_shadow,
    a_rule_of_the_catalogue_cannot_be_changed,
    a_change_needs_the_etag_of_what_was_read,
);

async fn an_expression_that_cannot_be_used_is_told_with_its_place(server: &TestServer) {
    let deep = format!("{}1{} > 0", "(".repeat(9), ")".repeat(9));
    for (expression, line, column) in [
        ("granted.applicants <\n  granted.martians", "2", "10"),
        ("granted.applicants", "0", "0"),
        (deep.as_str(), "1", "9"),
        ("司", "1", "1"),
    ] {
        let rule = Rule { expression: expression.to_owned(), ..given::fewer_than(2) };
        let refusal = server.rules().create_rule(given::create("USR-A", rule)).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::RuleExpressionInvalid);
        assert_eq!(refusal.fields, ["rule.expression"]);
        let place = (refusal.metadata["line"].as_str(), refusal.metadata["column"].as_str());
        assert_eq!(place, (line, column), "{expression}");
    }
}

async fn fields_that_cannot_be_used_are_named(server: &TestServer) {
    let refused = async |rule: Rule| {
        let refusal = server.rules().create_rule(given::create("USR-A", rule)).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        refusal.fields
    };
    let rule = given::fewer_than(2);
    assert_eq!(refused(Rule { severity: 0, ..rule.clone() }).await, ["rule.severity"]);
    assert_eq!(refused(Rule { severity: 99, ..rule.clone() }).await, ["rule.severity"]);
    assert_eq!(refused(Rule { levels: vec![3, 3], ..rule.clone() }).await, ["rule.levels[1]"]);
    assert_eq!(refused(Rule { title_zh: String::new(), ..rule.clone() }).await, ["rule.title_zh"]);
    assert_eq!(
        refused(Rule { message_zh: "长".repeat(501), ..rule.clone() }).await,
        ["rule.message_zh"]
    );
    assert_eq!(refused(Rule { vectors: vec![], ..rule.clone() }).await, ["rule.vectors"]);
    let mut vectors = rule.vectors.clone();
    vectors[0].cells[0].cell = None;
    let fields = ["rule.vectors[0].cells[0].cell.line", "rule.vectors[0].cells[0].cell.column"];
    assert_eq!(refused(Rule { vectors, ..rule }).await, fields);
    let request = CreateRuleRequest {
        rule_id: "T3-001".to_owned(),
        ..given::create("", given::fewer_than(2))
    };
    let refusal = server.rules().create_rule(request).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["rule_id"]);
}

async fn a_code_is_taken_for_ever(server: &TestServer) {
    let Rule { name, etag, .. } = given::written(server, "USR-A", given::fewer_than(2)).await;
    let retire = RetireRuleRequest { name: name.clone(), etag, ..Default::default() };
    let Rule { etag, .. } = server.rules().retire_rule(retire).await.unwrap().into_inner();
    let refusal = server.rules().create_rule(given::create("USR-A", given::fewer_than(2))).await;
    let refusal = refusal.refusal();
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert!(refusal.zh.contains("停用的编号也不再使用"), "{}", refusal.zh);
    let again = RetireRuleRequest { name, etag, ..Default::default() };
    let refusal = server.rules().retire_rule(again).await.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::RuleStateIllegal);
    assert_eq!(refusal.metadata["state"], "RULE_STATE_RETIRED");
}

async fn a_rule_that_fails_its_vectors_is_not_enabled(server: &TestServer) {
    let mut rule = given::fewer_than(2);
    rule.vectors.push(given::vector(5, RuleOutcome::Holds));
    let draft = given::written(server, "USR-A", rule).await;
    let refusal = server.rules().enable_rule(given::enable(&draft, RuleState::Shadow)).await;
    let refusal = refusal.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::RuleVectorsFail);
    assert_eq!(
        (refusal.metadata["failures"].as_str(), refusal.metadata["vectors"].as_str()),
        ("1", "3")
    );
    let details = refusal.status.get_error_details();
    assert_eq!(details.precondition_failure().unwrap().violations[0].subject, "3");
}

async fn no_rule_comes_into_force_without_shadow(server: &TestServer) {
    let draft = given::written(server, "USR-A", given::fewer_than(2)).await;
    let refusal = server.rules().enable_rule(given::enable(&draft, RuleState::Active)).await;
    let refusal = refusal.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::RuleStateIllegal);
    assert_eq!(refusal.metadata["state"], "RULE_STATE_DRAFT");
    let refusal = server.rules().enable_rule(given::enable(&draft, RuleState::Retired)).await;
    refusal.refusal().is(Code::InvalidArgument, ErrorReason::FieldInvalid);
}

async fn a_rule_of_the_catalogue_cannot_be_changed(server: &TestServer) {
    let rule = Rule { name: "rules/T3-001".to_owned(), etag: "1".to_owned(), ..Default::default() };
    let refusal = server.rules().enable_rule(given::enable(&rule, RuleState::Shadow)).await;
    let refusal = refusal.refusal();
    refusal.is(Code::FailedPrecondition, ErrorReason::RuleOfCatalogue);
    assert_eq!(refusal.metadata["name"], "rules/T3-001");
}

async fn a_change_needs_the_etag_of_what_was_read(server: &TestServer) {
    let draft = given::written(server, "USR-A", given::fewer_than(2)).await;
    let shadow = given::moved(server, &draft, RuleState::Shadow).await;
    let stale = server.rules().enable_rule(given::enable(&draft, RuleState::Shadow)).await;
    let stale = stale.refusal();
    stale.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(stale.metadata["etag"], shadow.etag);
    let without = Rule { etag: String::new(), ..shadow.clone() };
    let refusal = server.rules().enable_rule(given::enable(&without, RuleState::Active)).await;
    refusal.refusal().is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    let immutable = UpdateRuleRequest {
        rule: Some(shadow),
        update_mask: reports::mask(&["state"]),
        ..Default::default()
    };
    let refusal = server.rules().update_rule(immutable).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldImmutable);
}

use nianbao_proto::v1::{
    ErrorReason, Rule, RuleOutcome, TestRuleRequest, TestRuleResponse, test_rule_request::Target,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples;
use tonic::Code;

use super::given;
use crate::given as reports;

with_a_server!(
    a_rule_is_tested_on_its_vectors_and_on_reports,
    a_stored_rule_is_tested_as_it_is_stored,
    what_is_not_there_cannot_be_tested,
);

async fn test(server: &TestServer, request: TestRuleRequest) -> TestRuleResponse {
    server.rules().test_rule(request).await.unwrap().into_inner()
}

async fn a_rule_is_tested_on_its_vectors_and_on_reports(server: &TestServer) {
    let report = reports::report(server).await;
    let mut rule = given::fewer_than(2);
    rule.vectors.push(given::vector(5, RuleOutcome::Holds));
    let mut blank = samples::report(2023);
    blank.sheet.as_mut().unwrap().rows.clear();
    let request = TestRuleRequest {
        target: Some(Target::Rule(rule)),
        report_names: vec![report.name.clone()],
        reports: vec![blank],
    };
    let tested = test(server, request).await;
    assert!(!tested.passes);
    let passes: Vec<_> = tested.vectors.iter().map(|vector| vector.passes).collect();
    assert_eq!(passes, [true, true, false]);
    assert_eq!(tested.vectors[2].found(), RuleOutcome::Fails);
    let [stored, sent] = &tested.reports[..] else { panic!("{tested:?}") };
    assert_eq!(
        (stored.report.as_str(), stored.outcome()),
        (report.name.as_str(), RuleOutcome::Fails)
    );
    assert_eq!(stored.finding.as_ref().unwrap().found, "granted.applicants = 6");
    assert_eq!((sent.report.as_str(), sent.outcome()), ("", RuleOutcome::NotAssessable));
    assert_eq!(sent.not_assessed.as_ref().unwrap().missing, ["granted.applicants"]);
}

async fn a_stored_rule_is_tested_as_it_is_stored(server: &TestServer) {
    let rule = given::written(server, "USR-A", given::fewer_than(2)).await;
    let target = Some(Target::Name(rule.name.clone()));
    assert!(test(server, TestRuleRequest { target, ..Default::default() }).await.passes);
    assert_eq!(given::stored(server, &rule.name).await, rule);
}

async fn what_is_not_there_cannot_be_tested(server: &TestServer) {
    let refused =
        async |request: TestRuleRequest| server.rules().test_rule(request).await.refusal();
    let target = Some(Target::Name("rules/USR-A".to_owned()));
    let request = TestRuleRequest { target, ..Default::default() };
    refused(request).await.is(Code::NotFound, ErrorReason::ResourceNotFound);
    refused(TestRuleRequest::default()).await.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    let request = TestRuleRequest {
        target: Some(Target::Rule(given::fewer_than(2))),
        report_names: vec!["organizations/siqian/reports/2024".to_owned()],
        ..Default::default()
    };
    refused(request).await.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let rule = Rule { expression: "1 +".to_owned(), ..given::fewer_than(2) };
    let target = Some(Target::Rule(rule));
    let refusal = refused(TestRuleRequest { target, ..Default::default() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::RuleExpressionInvalid);
}

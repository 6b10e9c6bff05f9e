use nianbao_proto::v1::{ErrorReason, GetRuleRequest, ListRulesRequest, Rule, RuleOrigin};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use tonic::Code;

use super::given;

with_a_server!(
    every_rule_is_listed_page_by_page_the_catalogue_first,
    a_rule_of_the_catalogue_comes_with_its_page,
    a_rule_that_nobody_wrote_does_not_exist,
    a_token_of_another_list_is_refused,
);

async fn every_rule_is_listed_page_by_page_the_catalogue_first(server: &TestServer) {
    given::written(server, "USR-B", given::fewer_than(3)).await;
    given::written(server, "USR-A", given::fewer_than(3)).await;
    let mut request = ListRulesRequest { page_size: 50, ..Default::default() };
    let mut rules: Vec<Rule> = Vec::new();
    loop {
        let page = server.rules().list_rules(request.clone()).await.unwrap().into_inner();
        assert!(page.rules.len() <= 50 && !page.rule_set.is_empty());
        rules.extend(page.rules);
        if page.next_page_token.is_empty() {
            break;
        }
        request.page_token = page.next_page_token;
    }
    assert_eq!(rules.len(), 121);
    let (catalogue, users) = rules.split_at(119);
    assert!(catalogue.iter().all(|rule| rule.origin() == RuleOrigin::Catalogue));
    assert!(catalogue.iter().all(|rule| rule.catalogue.is_some() && !rule.title_en.is_empty()));
    let names: Vec<_> = users.iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(names, ["rules/USR-A", "rules/USR-B"]);
    let origin = RuleOrigin::User.into();
    let request = ListRulesRequest { origin, ..Default::default() };
    let page = server.rules().list_rules(request).await.unwrap().into_inner();
    assert_eq!(page.rules, users);
}

async fn a_rule_of_the_catalogue_comes_with_its_page(server: &TestServer) {
    let rule = given::stored(server, "rules/T3-001").await;
    let catalogue = rule.catalogue.unwrap();
    assert!(catalogue.page_zh.starts_with("# T3-001 ") && catalogue.page_zh.contains("## 怎么办"));
    assert!(catalogue.page_en.contains("### What to do"));
    assert!(!catalogue.formula.is_empty() && !rule.basis.is_empty());
    assert!(rule.severities.is_some());
}

async fn a_rule_that_nobody_wrote_does_not_exist(server: &TestServer) {
    for name in ["rules/USR-NOBODY", "rules/XYZ-001"] {
        let request = GetRuleRequest { name: name.to_owned() };
        let refusal = server.rules().get_rule(request).await.refusal();
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        assert_eq!(refusal.resource.as_deref(), Some(name));
    }
    let request = GetRuleRequest { name: "organizations/siqian".to_owned() };
    let refusal = server.rules().get_rule(request).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
}

async fn a_token_of_another_list_is_refused(server: &TestServer) {
    let request = ListRulesRequest { page_size: 1, ..Default::default() };
    let page = server.rules().list_rules(request).await.unwrap().into_inner();
    let origin = RuleOrigin::User.into();
    let request =
        ListRulesRequest { page_token: page.next_page_token, origin, ..Default::default() };
    let refusal = server.rules().list_rules(request).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::PageTokenInvalid);
    let request = ListRulesRequest { page_size: -1, ..Default::default() };
    let refusal = server.rules().list_rules(request).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
}

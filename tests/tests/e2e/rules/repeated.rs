use nianbao_proto::v1::{
    CreateRuleRequest, EnableRuleRequest, ErrorReason, GetRuleRequest, RuleState,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use tonic::Code;

use super::given;
use crate::given::request_id;

with_a_server!(a_call_that_comes_again_is_answered_as_before, only_checking_stores_nothing,);

async fn a_call_that_comes_again_is_answered_as_before(server: &TestServer) {
    let create = CreateRuleRequest {
        request_id: request_id(),
        ..given::create("USR-A", given::fewer_than(2))
    };
    let draft = server.rules().create_rule(create.clone()).await.unwrap().into_inner();
    let enable =
        EnableRuleRequest { request_id: request_id(), ..given::enable(&draft, RuleState::Shadow) };
    let shadow = server.rules().enable_rule(enable.clone()).await.unwrap().into_inner();
    assert_eq!(server.rules().create_rule(create.clone()).await.unwrap().into_inner(), draft);
    assert_eq!(server.rules().enable_rule(enable).await.unwrap().into_inner(), shadow);
    let other = CreateRuleRequest { rule_id: "USR-B".to_owned(), ..create };
    let refusal = server.rules().create_rule(other).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::RequestIdReused);
}

async fn only_checking_stores_nothing(server: &TestServer) {
    let create =
        CreateRuleRequest { validate_only: true, ..given::create("USR-A", given::fewer_than(2)) };
    let draft = server.rules().create_rule(create).await.unwrap().into_inner();
    assert_eq!(draft.state(), RuleState::Draft);
    let get = GetRuleRequest { name: "rules/USR-A".to_owned() };
    server.rules().get_rule(get).await.refusal().is(Code::NotFound, ErrorReason::ResourceNotFound);
    let draft = given::written(server, "USR-A", given::fewer_than(2)).await;
    let enable =
        EnableRuleRequest { validate_only: true, ..given::enable(&draft, RuleState::Shadow) };
    let checked = server.rules().enable_rule(enable).await.unwrap().into_inner();
    assert_eq!(checked.state(), RuleState::Shadow);
    assert_eq!(given::stored(server, &draft.name).await, draft);
}

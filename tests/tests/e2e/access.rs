//! Who may call: whoever shows the token, and anybody for health and reflection.

use nianbao_proto::v1::ErrorReason;
use nianbao_tests::TestServer;
use nianbao_tests::clients::TOKEN;
use nianbao_tests::contract::{Rpc, rpcs};
use nianbao_tests::raw::RawCall;
use nianbao_tests::refusal::{Refusal, Refused};
use tonic::{Code, Response};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

with_a_server!(
    no_method_answers_a_call_without_the_token,
    no_method_answers_a_call_with_another_token,
    every_method_answers_a_call_with_the_token,
    health_needs_no_token,
);

async fn no_method_answers_a_call_without_the_token(server: &TestServer) {
    for rpc in rpcs() {
        refused(server, &rpc, None)
            .await
            .is(Code::Unauthenticated, ErrorReason::CredentialsMissing);
    }
}

async fn no_method_answers_a_call_with_another_token(server: &TestServer) {
    let almost = &TOKEN[..TOKEN.len() - 1];
    for shown in [
        "",
        "Bearer ",
        "Bearer",
        TOKEN,
        &format!("Basic {TOKEN}"),
        &format!("Bearer {almost}"),
        &format!("Bearer {TOKEN}0"),
    ] {
        for rpc in rpcs() {
            let refusal = refused(server, &rpc, Some(shown)).await;
            refusal.is(Code::Unauthenticated, ErrorReason::CredentialsInvalid);
        }
    }
}

/// An empty request is refused by most methods, and by none for its credentials.
async fn every_method_answers_a_call_with_the_token(server: &TestServer) {
    for rpc in rpcs() {
        let call = RawCall::new(&rpc.path()).with("authorization", &format!("Bearer {TOKEN}"));
        if let Err(status) = call.send(server.channel(), "").await {
            let refusal = Refusal::of(status);
            assert_eq!(refusal.code, Code::InvalidArgument, "{}: {:?}", rpc.name, refusal.status);
        }
    }
}

async fn health_needs_no_token(server: &TestServer) {
    let request = HealthCheckRequest { service: String::new() };
    HealthClient::new(server.channel()).check(request).await.unwrap();
}

async fn refused(server: &TestServer, rpc: &Rpc, shown: Option<&str>) -> Refusal {
    let call = RawCall::new(&rpc.path());
    let call = match shown {
        Some(shown) => call.with("authorization", shown),
        None => call,
    };
    call.send(server.channel(), "").await.map(Response::new).refusal()
}

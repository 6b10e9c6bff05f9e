//! Server reflection, in both versions that clients ask for, without a token.

use std::collections::BTreeSet;

use futures_util::stream;
use nianbao_tests::TestServer;
use nianbao_tests::contract::services;
use prost::Message;
use prost_types::FileDescriptorProto;
use tonic_reflection::pb::{v1, v1alpha};

with_a_server!(services_are_listed, older_clients_are_told_the_same, a_service_describes_itself);

async fn services_are_listed(server: &TestServer) {
    use v1::server_reflection_request::MessageRequest;
    use v1::server_reflection_response::MessageResponse;

    let asked = MessageRequest::ListServices(String::new());
    let MessageResponse::ListServicesResponse(listed) = ask(server, asked).await else {
        panic!("no list");
    };
    expect_all(listed.service.into_iter().map(|service| service.name));
}

async fn older_clients_are_told_the_same(server: &TestServer) {
    use v1alpha::server_reflection_client::ServerReflectionClient;
    use v1alpha::server_reflection_request::MessageRequest;
    use v1alpha::server_reflection_response::MessageResponse;

    let asked = Some(MessageRequest::ListServices(String::new()));
    let request = v1alpha::ServerReflectionRequest { host: String::new(), message_request: asked };
    let mut client = ServerReflectionClient::new(server.channel());
    let asking = stream::once(async { request });
    let mut answers = client.server_reflection_info(asking).await.unwrap().into_inner();
    let answer = answers.message().await.unwrap().unwrap().message_response.unwrap();
    let MessageResponse::ListServicesResponse(listed) = answer else { panic!("no list") };
    expect_all(listed.service.into_iter().map(|service| service.name));
}

async fn a_service_describes_itself(server: &TestServer) {
    use v1::server_reflection_request::MessageRequest;
    use v1::server_reflection_response::MessageResponse;

    for service in services() {
        let asked = MessageRequest::FileContainingSymbol(service.clone());
        let MessageResponse::FileDescriptorResponse(found) = ask(server, asked).await else {
            panic!("no file");
        };
        let files = found.file_descriptor_proto.iter();
        let files = files.map(|bytes| FileDescriptorProto::decode(&bytes[..]).unwrap());
        let named = |file: FileDescriptorProto| {
            let package = file.package().to_owned();
            file.service
                .into_iter()
                .map(move |it| format!("{package}.{}", it.name()))
                .collect::<Vec<_>>()
        };
        assert!(files.flat_map(named).any(|name| name == service), "{service}");
    }
}

async fn ask(
    server: &TestServer,
    asked: v1::server_reflection_request::MessageRequest,
) -> v1::server_reflection_response::MessageResponse {
    let request = v1::ServerReflectionRequest { host: String::new(), message_request: Some(asked) };
    let mut client = v1::server_reflection_client::ServerReflectionClient::new(server.channel());
    let asking = stream::once(async { request });
    let mut answers = client.server_reflection_info(asking).await.unwrap().into_inner();
    answers.message().await.unwrap().unwrap().message_response.unwrap()
}

/// Everything of the contract, and health.
fn expect_all(listed: impl Iterator<Item = String>) {
    let listed: BTreeSet<_> = listed.collect();
    for service in services().into_iter().chain(["grpc.health.v1.Health".to_owned()]) {
        assert!(listed.contains(&service), "{service} is missing: {listed:?}");
    }
}

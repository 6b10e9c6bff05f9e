//! Standard health, for the server and for each service.

use nianbao_tests::contract::services;
use nianbao_tests::{Backend, TestServer};
use tonic::Code;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

with_a_server!(every_service_comes_to_serve, a_service_that_there_is_not_is_not_found);
on_every_store!(whoever_watches_is_told_of_the_end);

/// `""` stands for the server as a whole.
fn known() -> Vec<String> {
    let mut known = services();
    known.push(String::new());
    known
}

async fn every_service_comes_to_serve(server: &TestServer) {
    for service in known() {
        let mut health = HealthClient::new(server.channel());
        let mut watch = health.watch(request(&service)).await.unwrap().into_inner();
        loop {
            let status = watch.message().await.unwrap().unwrap().status();
            assert!([ServingStatus::Serving, ServingStatus::NotServing].contains(&status));
            if status == ServingStatus::Serving {
                break;
            }
        }
        let checked = health.check(request(&service)).await.unwrap().into_inner();
        assert_eq!(checked.status(), ServingStatus::Serving, "{service}");
    }
}

async fn a_service_that_there_is_not_is_not_found(server: &TestServer) {
    let mut health = HealthClient::new(server.channel());
    let status = health.check(request("nianbao.v1.NoSuchService")).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

/// An open watch is told, and does not hold the server.
async fn whoever_watches_is_told_of_the_end(backend: Backend) {
    let server = TestServer::start(backend).await;
    let mut health = HealthClient::new(server.connect().await.channel());
    let mut watches = Vec::new();
    for service in known() {
        watches.push(health.watch(request(&service)).await.unwrap().into_inner());
    }
    let stopped = server.stop().await;
    for mut watch in watches {
        let mut last = None;
        while let Ok(Some(told)) = watch.message().await {
            last = Some(told.status());
        }
        assert_eq!(last, Some(ServingStatus::NotServing));
    }
    drop(stopped);
}

fn request(service: &str) -> HealthCheckRequest {
    HealthCheckRequest { service: service.to_owned() }
}

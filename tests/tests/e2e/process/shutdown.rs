use bytes::Bytes;
use futures_util::stream;
use nianbao_proto::v1::GetServerInfoRequest;
use nianbao_tests::Backend;
use nianbao_tests::clients::{Clients, TOKEN};
use nianbao_tests::postgres::TestDatabase;
use nianbao_tests::process::{ServerProcess, program};
use nianbao_tests::raw::RawCall;
use nianbao_tests::samples::{self, SIQIAN};
use prost::Message;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::Status;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use crate::given;

on_every_store!(a_call_in_flight_is_answered_before_the_end);

async fn a_call_in_flight_is_answered_before_the_end(backend: Backend) {
    let database = TestDatabase::create(backend).await;
    let server = ServerProcess::serve(database.url()).await;
    let call = CallInFlight::start(&server).await;
    stop(&server).await;
    call.finish.send(()).unwrap();
    call.answer.await.unwrap().unwrap();
    let (ended, log) = server.wait().await;
    assert_eq!(ended.code(), Some(0), "{log:#?}");
    assert!(!log.iter().any(|line| line.contains(TOKEN)), "{log:#?}");

    let next = ServerProcess::serve(database.url()).await;
    let name = format!("{SIQIAN}/reports/2024");
    assert_eq!(given::stored(&next.connect().await, &name).await.name, name);
}

#[tokio::test]
async fn a_second_signal_ends_the_process_at_once() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    let server = ServerProcess::serve(database.url()).await;
    let call = CallInFlight::start(&server).await;
    stop(&server).await;
    server.signal("INT");
    assert_eq!(server.wait().await.0.code(), Some(1));
    call.answer.await.unwrap().unwrap_err();
}

#[tokio::test]
async fn a_call_that_does_not_end_holds_the_process_no_longer_than_the_grace_period() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    let mut command = program(database.url());
    command.env("NIANBAO__SERVER__SHUTDOWN_GRACE_SECONDS", "1");
    let server = ServerProcess::start(command).await;
    let call = CallInFlight::start(&server).await;
    server.signal("TERM");
    assert_eq!(server.wait().await.0.code(), Some(0));
    call.answer.await.unwrap().unwrap_err();
}

/// Sends the signal and waits until health tells of it.
async fn stop(server: &ServerProcess) {
    let mut health = HealthClient::new(server.connect().await.channel());
    let request = HealthCheckRequest { service: String::new() };
    let mut watch = health.watch(request).await.unwrap().into_inner();
    assert_eq!(watch.message().await.unwrap().unwrap().status(), ServingStatus::Serving);
    server.signal("TERM");
    assert_eq!(watch.message().await.unwrap().unwrap().status(), ServingStatus::NotServing);
}

/// A call that the server has begun, and whose request is not yet there.
struct CallInFlight {
    finish: oneshot::Sender<()>,
    answer: JoinHandle<Result<Bytes, Status>>,
}

impl CallInFlight {
    async fn start(server: &ServerProcess) -> Self {
        let clients = server.connect().await;
        given::organ(&clients, "siqian").await;
        let (finish, finished) = oneshot::channel::<()>();
        let (begin, begun) = oneshot::channel();
        let request = given::create(SIQIAN, samples::report(2024)).encode_to_vec();
        let body = stream::once(async move {
            begin.send(()).unwrap();
            finished.await.unwrap_or_default();
            Bytes::from(request)
        });
        let call = RawCall::new("/nianbao.v1.ReportService/CreateReport");
        let call = call.with("authorization", &format!("Bearer {TOKEN}"));
        let answer = tokio::spawn(call.stream(clients.channel(), body));
        begun.await.unwrap();
        the_server_has_read_what_was_sent(&clients).await;
        Self { finish, answer }
    }
}

/// Frames of one connection arrive in order: an answer to a later call says that the head of the
/// earlier one was read.
async fn the_server_has_read_what_was_sent(clients: &Clients) {
    clients.server().get_server_info(GetServerInfoRequest {}).await.unwrap();
}

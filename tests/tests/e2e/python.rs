//! A client in another language, generated from `proto/` alone.

use std::path::Path;
use std::process::Command;

use nianbao_tests::clients::TOKEN;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::process::output;
use nianbao_tests::{Backend, TestServer};

/// Skipped, with a word about it, where Python has no `grpcio-tools`: see `tests/python/requirements.txt`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_generated_for_python_does_the_whole_job() {
    let mut ask = Command::new("python3");
    ask.args(["-c", "import grpc, grpc_tools.protoc"]);
    if !tokio::task::spawn_blocking(move || ask.output())
        .await
        .unwrap()
        .is_ok_and(|it| it.status.success())
    {
        println!(
            "skipped: python3 cannot import grpc_tools; pip install -r tests/python/requirements.txt"
        );
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let server = TestServer::start(Backend::Sqlite).await;
    let mut smoke = Command::new("python3");
    smoke.arg(root.join("python/smoke.py"));
    smoke.arg(root.join("../proto")).arg(server.address().to_string()).arg(page::path(SIQIAN_2024));
    smoke.env("NIANBAO_TOKEN", TOKEN);
    let ran = output(smoke).await;
    let told =
        format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{told}");
    server.stop().await;
}

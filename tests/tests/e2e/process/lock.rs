use nianbao_tests::Backend;
use nianbao_tests::postgres::TestDatabase;
use nianbao_tests::process::{ServerProcess, output, program};

use crate::given;

#[tokio::test]
async fn a_second_server_on_the_same_file_is_refused_and_the_first_goes_on() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    let first = ServerProcess::serve(database.url()).await;
    for command in ["serve", "migrate"] {
        let mut second = program(database.url());
        second.arg(command);
        let refused = output(second).await;
        let told = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{told}");
        assert!(told.contains("in use by another process"), "{told}");
    }
    given::organ(&first.connect().await, "siqian").await;
    first.kill().await;
    let next = ServerProcess::serve(database.url()).await;
    given::organ(&next.connect().await, "shitun").await;
}

#[tokio::test]
async fn two_servers_share_a_postgresql() {
    let database = TestDatabase::create(Backend::Postgres).await;
    let first = ServerProcess::serve(database.url()).await;
    let second = ServerProcess::serve(database.url()).await;
    let report = given::report(&first.connect().await).await;
    assert_eq!(given::stored(&second.connect().await, &report.name).await, report);
}

//! GetRevision and GetReport.

use bytes::Bytes;
use nianbao_proto::v1::{GetReportRequest, GetRevisionRequest};
use nianbao_tests::Backend;

use crate::caller::Callers;
use crate::pair::Pair;
use crate::subject::{REPORT, encoded, start};
use crate::{echo, one_thread, point_read};

const GET_REVISION: &str = "/nianbao.v1.ReportService/GetRevision";
const GET_REPORT: &str = "/nianbao.v1.ReportService/GetReport";

/// GetRevision against a bare echo of the same bytes.
pub fn revision(backend: Backend) {
    let request = encoded(&GetRevisionRequest { name: format!("{REPORT}/revisions/1") });
    against_echo(backend, "GetRevision", GET_REVISION, request);
}

/// GetReport: on SQLite against a bare echo; on PostgreSQL, where the head is read, against a point read.
pub fn report(backend: Backend) {
    let request = encoded(&GetReportRequest { name: REPORT.to_owned(), ..Default::default() });
    match backend {
        Backend::Sqlite => against_echo(backend, "GetReport", GET_REPORT, request),
        Backend::Postgres => against_point_read(request),
    }
}

fn against_echo(backend: Backend, name: &str, path: &'static str, request: Bytes) {
    let (serving, calling) = (one_thread("server"), one_thread("caller"));
    let (server, address) = serving.block_on(start(backend));
    let bare = serving.block_on(echo::serve(|bytes| async move { Ok(bytes) }));
    let pair = calling.block_on(async {
        let (ours, limit) = (Callers::connect(address).await, Callers::connect(bare).await);
        let answer = ours.once(path, request.clone()).await;
        Pair::measure(
            |turn| ours.call(path, turn, |_| Some(request.clone())),
            |turn| limit.call(echo::PATH, turn, |_| Some(answer.clone())),
        )
        .await
    });
    pair.print(&format!("{name}, {backend:?}, of a bare echo"), 0.8);
    serving.block_on(server.stop());
}

fn against_point_read(request: Bytes) {
    let (serving, calling) = (one_thread("server"), one_thread("caller"));
    let (server, address) = serving.block_on(start(Backend::Postgres));
    let pair = calling.block_on(async {
        let ours = Callers::connect(address).await;
        let answer = ours.once(GET_REPORT, request.clone()).await;
        let database = server.database();
        let connection =
            serving.spawn(async move { point_read::connect(&database, &answer).await });
        let connection = connection.await.expect("a connection");
        let bare = serving.spawn(echo::serve(move |_| point_read::read(connection.clone())));
        let limit = Callers::connect(bare.await.expect("a server")).await;
        Pair::measure(
            |turn| ours.call(GET_REPORT, turn, |_| Some(request.clone())),
            |turn| limit.call(echo::PATH, turn, |_| Some(Bytes::from_static(b"1"))),
        )
        .await
    });
    pair.print("GetReport, Postgres, of a point read", 0.9);
    serving.block_on(server.stop());
}

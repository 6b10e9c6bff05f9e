//! CreateReport at sixteen callers against a loop that commits the same rows, one transaction a report.

use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use nianbao_proto::v1::{self, CreateReportRequest};
use nianbao_tests::samples::{organ, report};
use nianbao_tests::{Backend, TestServer};

use crate::caller::Callers;
use crate::commit_loop::CommitLoop;
use crate::one_thread;
use crate::pair::Pair;
use crate::subject::encoded;

const CREATE_REPORT: &str = "/nianbao.v1.ReportService/CreateReport";
const ORGANS: usize = 1000;
const YEARS: std::ops::Range<i32> = 2008..2099;

/// CreateReport against the loop.
pub fn create(backend: Backend) {
    let (serving, calling) = (one_thread("server"), one_thread("caller"));
    let server = serving.block_on(TestServer::start(backend));
    serving.block_on(register(&server));
    let requests: Vec<Bytes> = YEARS.flat_map(of_year).collect();
    let next = AtomicUsize::new(0);
    let request = |_| requests.get(next.fetch_add(1, Ordering::Relaxed)).cloned();
    let pair = calling.block_on(async {
        let ours = Callers::connect(server.address()).await;
        ours.call(CREATE_REPORT, std::time::Duration::from_millis(300), request).await;
        let commits = CommitLoop::over(&server.database(), backend).await;
        Pair::measure(|turn| ours.call(CREATE_REPORT, turn, request), |turn| commits.run(turn))
            .await
    });
    let wanted = if backend == Backend::Sqlite { 1.5 } else { 0.7 };
    pair.print(&format!("CreateReport, {backend:?}, of a loop"), wanted);
    serving.block_on(server.stop());
}

async fn register(server: &TestServer) {
    let requests = (0..ORGANS).map(|n| v1::CreateOrganizationRequest {
        organization: Some(organ("司前镇人民政府办公室")),
        organization_id: format!("organ-{n}"),
        ..Default::default()
    });
    let request =
        v1::BatchCreateOrganizationsRequest { requests: requests.collect(), ..Default::default() };
    server.organizations().batch_create_organizations(request).await.expect("organs");
}

fn of_year(year: i32) -> impl Iterator<Item = Bytes> {
    let report = report(year);
    (0..ORGANS).map(move |n| {
        let parent = format!("organizations/organ-{n}");
        encoded(&CreateReportRequest { parent, report: Some(report.clone()), ..Default::default() })
    })
}

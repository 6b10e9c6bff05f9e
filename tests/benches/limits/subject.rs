//! Our server with one report in it, like those that townships publish.

use std::net::SocketAddr;

use nianbao_proto::v1;
use nianbao_tests::samples::{SIQIAN, organ, report};
use nianbao_tests::{Backend, TestServer};
use prost::Message;

/// The report that is read.
pub const REPORT: &str = "organizations/siqian/reports/2024";

/// Starts our server and puts the report in.
pub async fn start(backend: Backend) -> (TestServer, SocketAddr) {
    let server = TestServer::start(backend).await;
    let organization = v1::CreateOrganizationRequest {
        organization: Some(organ("司前镇人民政府办公室")),
        organization_id: "siqian".to_owned(),
        ..Default::default()
    };
    server.organizations().create_organization(organization).await.expect("an organ");
    let request = v1::CreateReportRequest {
        parent: SIQIAN.to_owned(),
        report: Some(report(2024)),
        ..Default::default()
    };
    server.reports().create_report(request).await.expect("a report");
    let address = server.address();
    (server, address)
}

/// The request of a read, encoded.
pub fn encoded(message: &impl Message) -> bytes::Bytes {
    message.encode_to_vec().into()
}

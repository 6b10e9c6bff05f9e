//! Messages over the limit.

use nianbao_proto::v1::{ErrorReason, GetServerInfoRequest, NarrativeSection, Report};
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};
use tonic::Code;

use crate::given;

on_every_store!(
    a_request_over_the_limit_is_refused_with_the_limit,
    an_answer_may_be_larger_than_a_request,
);

const LIMIT: usize = 1 << 16;

async fn a_request_over_the_limit_is_refused_with_the_limit(backend: Backend) {
    let server = TestServer::with(backend, |config| config.server.max_request_bytes = LIMIT).await;
    given::organ(&server, "siqian").await;
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap().into_inner();
    assert_eq!(info.limits.unwrap().max_request_bytes, i64::try_from(LIMIT).unwrap());
    for size in [LIMIT, 4 * LIMIT, 64 * LIMIT] {
        let request = given::create(SIQIAN, saying(size));
        let found = prost::Message::encoded_len(&request);
        let refusal = server.reports().create_report(request).await.refusal();
        refusal.is(Code::ResourceExhausted, ErrorReason::MessageTooLarge);
        assert_eq!(refusal.metadata["limit"], LIMIT.to_string());
        assert_eq!(refusal.metadata["found"], found.to_string());
    }
    given::created(&server, SIQIAN, samples::report(2024)).await;
    server.stop().await;
}

async fn an_answer_may_be_larger_than_a_request(backend: Backend) {
    let server = TestServer::with(backend, |config| config.server.max_request_bytes = LIMIT).await;
    given::organ(&server, "siqian").await;
    for year in 2008..2018 {
        given::created(&server, SIQIAN, Report { report_year: year, ..saying(LIMIT / 2) }).await;
    }
    let request = nianbao_proto::v1::ListReportsRequest {
        parent: SIQIAN.to_owned(),
        read_mask: given::mask(&["*"]),
        ..Default::default()
    };
    let listed = server.reports().list_reports(request).await.unwrap().into_inner();
    assert!(prost::Message::encoded_len(&listed) > 4 * LIMIT);
    server.stop().await;
}

/// A report whose narrative has so many bytes.
fn saying(bytes: usize) -> Report {
    let mut report = samples::report(2024);
    let text = "a".repeat(bytes);
    let section = NarrativeSection { number: 1, title: String::new(), text };
    report.narrative.as_mut().unwrap().sections = vec![section];
    report
}

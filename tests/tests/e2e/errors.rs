//! Errors that machines can read and people can act on, within what trailers can carry.

use std::time::Duration;

use nianbao_proto::v1::{
    self, BatchCreateOrganizationsRequest, CreateOrganizationRequest, ErrorReason,
    ListReportsRequest, Organization, Report,
};
use nianbao_tests::TestServer;
use nianbao_tests::clients::TOKEN;
use nianbao_tests::contract::rpcs;
use nianbao_tests::raw::RawCall;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::{Code, Response};
use tonic_types::StatusExt;

use crate::given;

with_a_server!(
    a_refusal_names_the_field_the_reason_and_what_to_do,
    details_stay_small_however_much_is_wrong,
    bytes_that_are_no_request_are_refused_by_every_method,
    a_method_that_there_is_not_is_unimplemented,
);

const MOST: usize = 4096;

async fn a_refusal_names_the_field_the_reason_and_what_to_do(server: &TestServer) {
    given::organ(server, "siqian").await;
    let report = Report { report_year: 24, ..samples::report(2024) };
    let refusal = server.reports().create_report(given::create(SIQIAN, report)).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["report.report_year"]);
    assert_eq!(refusal.metadata["field"], "report.report_year");
    assert!(refusal.zh.contains("report.report_year"), "{}", refusal.zh);
    let details = refusal.status.get_error_details();
    let said = &details.bad_request().unwrap().field_violations[0].description;
    assert!(said.contains("24"), "{said}");
    assert_eq!(details.retry_info().and_then(|it| it.retry_delay), None::<Duration>);
}

/// Each of these has hundreds of faults, or one that is very long, in the script that takes most bytes.
async fn details_stay_small_however_much_is_wrong(server: &TestServer) {
    given::organ(server, "siqian").await;
    let long = "司".repeat(100_000);
    let mut statuses = Vec::new();
    let many = "司".repeat(500);
    for report in [many_bad_cells(&many), many_bad_sections(&many)] {
        let request = given::create(SIQIAN, report);
        statuses.push(server.reports().create_report(request).await.unwrap_err());
    }
    for name in [&long, "organizations/司", &format!("organizations/{long}/reports/2024")] {
        statuses.push(server.reports().get_report(given::get(name)).await.unwrap_err());
    }
    let list = |filter: &str, order_by: &str, page_token: &str| ListReportsRequest {
        parent: "organizations/-".to_owned(),
        filter: filter.to_owned(),
        order_by: order_by.to_owned(),
        page_token: page_token.to_owned(),
        ..Default::default()
    };
    for request in [
        list(&long, "", ""),
        list(&"司".repeat(600), "", ""),
        list(&format!("kind = {}", "司".repeat(600)), "", ""),
        list("", &long, ""),
        list("", "", &long),
    ] {
        statuses.push(server.reports().list_reports(request).await.unwrap_err());
    }
    let request =
        BatchCreateOrganizationsRequest { requests: bad_organs(&long), ..Default::default() };
    statuses.push(server.organizations().batch_create_organizations(request).await.unwrap_err());
    let import = v1::ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: format!("{{\"{long}\": 1}}").into(),
        ..Default::default()
    };
    statuses.push(server.reports().import_report(import).await.unwrap_err());
    for status in statuses {
        let details = status.details().len();
        assert!(details < MOST, "{details} bytes: {:?}", status.get_error_details());
        // Percent-encoded for the trailer, every byte of Chinese is three.
        let message = status.message().len() * 3;
        assert!(message < MOST, "{message} bytes: {}", status.message());
        assert_eq!(Refusal::of(status).code, Code::InvalidArgument);
    }
}

/// A field of a number that no message of the contract gives, cut off; a varint that never ends.
async fn bytes_that_are_no_request_are_refused_by_every_method(server: &TestServer) {
    for bytes in
        [&b"\xfa\x3f\xff\xff"[..], b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"\x07"]
    {
        for rpc in rpcs() {
            let call = RawCall::new(&rpc.path()).with("authorization", &format!("Bearer {TOKEN}"));
            let refusal = call.send(server.channel(), bytes).await.map(Response::new).refusal();
            refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        }
    }
}

async fn a_method_that_there_is_not_is_unimplemented(server: &TestServer) {
    for path in ["/nianbao.v1.ReportService/NoSuchMethod", "/nianbao.v1.NoSuchService/Get"] {
        let call = RawCall::new(path).with("authorization", &format!("Bearer {TOKEN}"));
        let status = call.send(server.channel(), "").await.unwrap_err();
        assert_eq!(status.code(), Code::Unimplemented);
    }
}

/// Every cell of the form, with words where a number belongs.
fn many_bad_cells(words: &str) -> Report {
    let mut report = samples::report(2024);
    let cells =
        report.sheet.iter_mut().flat_map(|sheet| &mut sheet.rows).flat_map(|row| &mut row.cells);
    for cell in cells {
        cell.number = Some(v1::cell::Number::Amount(words.to_owned()));
        cell.raw = words.to_owned();
    }
    report
}

fn many_bad_sections(words: &str) -> Report {
    let section =
        |number| v1::NarrativeSection { number, title: words.to_owned(), text: String::new() };
    let narrative =
        v1::Narrative { sections: (0..500).map(section).collect(), ..Default::default() };
    Report { narrative: Some(narrative), title: words.to_owned(), ..samples::report(2024) }
}

fn bad_organs(words: &str) -> Vec<CreateOrganizationRequest> {
    let organ = Organization {
        unified_social_credit_code: words.to_owned(),
        division_code: words.to_owned(),
        valid_from: words.to_owned(),
        parent: words.to_owned(),
        aliases: vec![words.to_owned(); 50],
        ..samples::organ(words)
    };
    let organization_id = words.to_owned();
    let request = CreateOrganizationRequest {
        organization: Some(organ),
        organization_id,
        ..Default::default()
    };
    vec![request; 2]
}

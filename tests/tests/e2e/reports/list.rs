use std::fmt::Write;

use nianbao_domain::form::Edition;
use nianbao_proto::v1::{
    ErrorReason, ListReportsRequest, ListReportsResponse, Report, ReportKind, UpdateReportRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_filter_selects,
    an_order_sorts,
    the_parent_limits_the_list,
    pages_neither_skip_nor_repeat_while_reports_are_created,
    lists_leave_out_sheet_and_narrative_unless_asked,
    a_report_that_changed_is_found_by_its_time,
    a_filter_that_cannot_be_used_is_refused,
    an_order_that_cannot_be_used_is_refused,
    a_token_of_another_list_is_refused,
    a_forged_token_is_never_a_fault_of_the_server,
    values_that_no_report_can_have_find_nothing,
);

async fn a_filter_selects(server: &TestServer) {
    create(server).await;
    for (filter, expected) in [
        ("report_year = 2023", &["shitun 2023", "siqian 2023"][..]),
        (
            "report_year >= 2023 AND report_year != 2023",
            &["siqian 2024", "siqian 2024-consolidated"],
        ),
        ("kind = REPORT_KIND_CONSOLIDATED", &["siqian 2024-consolidated"]),
        ("state = REPORT_STATE_DRAFT AND edition = EDITION_2019", &["shitun 2023"]),
        ("state = REPORT_STATE_SUBMITTED", &[]),
        (r#"organization = "organizations/shitun""#, &["shitun 2023"]),
        (r#"organization != "organizations/siqian""#, &["shitun 2023"]),
        (r#"source_key = "k\"1""#, &["siqian 2023"]),
        (r#"update_time < "2020-01-01T00:00:00Z""#, &[]),
    ] {
        let request = ListReportsRequest { filter: filter.to_owned(), ..any() };
        assert_eq!(ids(&listed(server, request).await), expected, "{filter}");
    }
}

async fn an_order_sorts(server: &TestServer) {
    create(server).await;
    for (order_by, expected) in [
        ("", ["shitun 2023", "siqian 2023", "siqian 2024", "siqian 2024-consolidated"]),
        ("name desc", ["siqian 2024-consolidated", "siqian 2024", "siqian 2023", "shitun 2023"]),
        (
            "report_year desc, name desc",
            ["siqian 2024-consolidated", "siqian 2024", "siqian 2023", "shitun 2023"],
        ),
        ("create_time", ["siqian 2023", "shitun 2023", "siqian 2024", "siqian 2024-consolidated"]),
        (
            "report_year desc, create_time desc",
            ["siqian 2024-consolidated", "siqian 2024", "shitun 2023", "siqian 2023"],
        ),
    ] {
        let request = ListReportsRequest { order_by: order_by.to_owned(), ..any() };
        assert_eq!(ids(&listed(server, request).await), expected, "{order_by}");
    }
}

async fn the_parent_limits_the_list(server: &TestServer) {
    create(server).await;
    let of = |parent: &str| ListReportsRequest { parent: parent.to_owned(), ..any() };
    assert_eq!(ids(&listed(server, of("organizations/shitun")).await), ["shitun 2023"]);
    let refusal = refused(server, of("organizations/nowhere")).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let refusal = refused(server, of("")).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["parent"]);
}

async fn pages_neither_skip_nor_repeat_while_reports_are_created(server: &TestServer) {
    given::organ(server, "siqian").await;
    for year in [2020, 2022, 2024, 2026] {
        given::created(server, SIQIAN, samples::report(year)).await;
    }
    let page = |token: &str| ListReportsRequest {
        page_size: 2,
        page_token: token.to_owned(),
        order_by: "report_year desc".to_owned(),
        ..any()
    };
    let first = listed(server, page("")).await;
    assert_eq!(ids(&first), ["siqian 2026", "siqian 2024"]);
    for year in [2027, 2025, 2021] {
        given::created(server, SIQIAN, samples::report(year)).await;
    }
    let second = listed(server, page(&first.next_page_token)).await;
    assert_eq!(ids(&second), ["siqian 2022", "siqian 2021"]);
    let third = listed(server, page(&second.next_page_token)).await;
    assert_eq!(ids(&third), ["siqian 2020"]);
    assert_eq!(third.next_page_token, "");
}

async fn lists_leave_out_sheet_and_narrative_unless_asked(server: &TestServer) {
    let whole = given::report(server).await;
    let listed_as = async |paths: Option<&[&str]>| {
        let read_mask = paths.and_then(given::mask);
        let mut found = listed(server, ListReportsRequest { read_mask, ..any() }).await.reports;
        found.remove(0)
    };
    let without = Report { sheet: None, narrative: None, ..whole.clone() };
    assert_eq!(listed_as(None).await, without);
    assert_eq!(listed_as(Some(&["*"])).await, whole);
    let narrative = Report { narrative: whole.narrative, ..Default::default() };
    assert_eq!(listed_as(Some(&["narrative"])).await, narrative);
    let read_mask = given::mask(&["narrative.sections"]);
    let refusal = refused(server, ListReportsRequest { read_mask, ..any() }).await;
    assert_eq!(refusal.fields, ["read_mask.paths[0]"]);
}

async fn a_report_that_changed_is_found_by_its_time(server: &TestServer) {
    create(server).await;
    let latest =
        ListReportsRequest { order_by: "update_time desc".to_owned(), page_size: 1, ..any() };
    let last = listed(server, latest.clone()).await.reports.remove(0);
    let since = serde_json::to_string(&last.update_time.unwrap()).unwrap();
    let changed = given::stored(server, "organizations/siqian/reports/2023").await;
    let report = Some(Report {
        name: changed.name,
        etag: changed.etag,
        title: "新题".to_owned(),
        ..Default::default()
    });
    let update = UpdateReportRequest { report, ..Default::default() };
    server.reports().update_report(update).await.unwrap();
    let request = ListReportsRequest { filter: format!("update_time > {since}"), ..any() };
    assert_eq!(ids(&listed(server, request).await), ["siqian 2023"]);
    assert_eq!(ids(&listed(server, latest).await), ["siqian 2023"]);
}

async fn a_filter_that_cannot_be_used_is_refused(server: &TestServer) {
    for (filter, at) in [
        ("titel = 1", "titel"),
        ("report_year = 2021 OR report_year = 2022", "OR report_year = 2022"),
        ("kind = CONSOLIDATED", "CONSOLIDATED"),
        ("report_year ~ 2021", "~ 2021"),
        ("update_time > 2021", "2021"),
        ("kind > REPORT_KIND_OWN", "kind"),
        ("create_time > \"2021-01-01T00:00:00Z\"", "create_time"),
    ] {
        let request = ListReportsRequest { filter: filter.to_owned(), ..any() };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FilterInvalid);
        assert_eq!(refusal.metadata["at"], at, "{filter}");
    }
}

async fn an_order_that_cannot_be_used_is_refused(server: &TestServer) {
    for (order_by, at) in [("title", "title"), ("report_year, kind desc", "kind desc")] {
        let request = ListReportsRequest { order_by: order_by.to_owned(), ..any() };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::OrderInvalid);
        assert_eq!(refusal.metadata["at"], at);
    }
}

async fn a_token_of_another_list_is_refused(server: &TestServer) {
    create(server).await;
    let page_token =
        listed(server, ListReportsRequest { page_size: 1, ..any() }).await.next_page_token;
    for request in [
        ListReportsRequest { parent: SIQIAN.to_owned(), ..any() },
        ListReportsRequest { filter: "report_year = 2023".to_owned(), ..any() },
        ListReportsRequest { order_by: "report_year".to_owned(), ..any() },
    ] {
        let request = ListReportsRequest { page_token: page_token.clone(), ..request };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::PageTokenInvalid);
        assert_eq!(refusal.fields, ["page_token"]);
    }
}

/// A token is opaque, not secret: whoever looks inside can write one whose values are of other kinds
/// than the fields of the order, or that no store can hold.
async fn a_forged_token_is_never_a_fault_of_the_server(server: &TestServer) {
    create(server).await;
    let page_token =
        listed(server, ListReportsRequest { page_size: 1, ..any() }).await.next_page_token;
    let honest = String::from_utf8(unhex(&page_token)).unwrap();
    let (fingerprint, _) = honest.split_once('\u{1f}').unwrap();
    for values in [
        ["n1", "n2023", "n1"],
        ["tsiqian", "t2023", "n1"],
        ["tsiqian", "m0", "n1"],
        ["ta\0b", "n2023", "n1"],
        ["tsiqian", "n9223372036854775807", "n1"],
    ] {
        let forged = format!("{fingerprint}\u{1f}{}", values.join("\u{1f}"));
        let request = ListReportsRequest { page_token: hex(&forged), ..any() };
        if let Err(status) = server.reports().list_reports(request).await {
            Refusal::of(status).is(Code::InvalidArgument, ErrorReason::PageTokenInvalid);
        }
    }
}

async fn values_that_no_report_can_have_find_nothing(server: &TestServer) {
    create(server).await;
    for filter in [
        "report_year = 9223372036854775807",
        "report_year < -9223372036854775808",
        "source_key = \"a\0b\"",
        r#"update_time < "0000-01-01T00:00:00Z""#,
        r#"update_time > "9999-12-31T23:59:59Z""#,
    ] {
        let request = ListReportsRequest { filter: filter.to_owned(), ..any() };
        match server.reports().list_reports(request).await {
            Ok(found) => assert_eq!(ids(found.get_ref()), [""; 0], "{filter:?}"),
            Err(status) => {
                Refusal::of(status).is(Code::InvalidArgument, ErrorReason::FilterInvalid);
            }
        }
    }
}

/// Two organs with four reports.
async fn create(server: &TestServer) {
    given::organ(server, "siqian").await;
    given::organ(server, "shitun").await;
    let keyed = Report { source_key: "k\"1".to_owned(), ..samples::report(2023) };
    given::created(server, SIQIAN, keyed).await;
    let old_form =
        Report { sheet: Some(samples::sheet(Edition::E2019, 1)), ..samples::report(2023) };
    given::created(server, "organizations/shitun", old_form).await;
    given::created(server, SIQIAN, samples::report(2024)).await;
    let consolidated = Report { kind: ReportKind::Consolidated.into(), ..samples::report(2024) };
    given::created(server, SIQIAN, consolidated).await;
}

fn any() -> ListReportsRequest {
    ListReportsRequest { parent: "organizations/-".to_owned(), ..Default::default() }
}

async fn listed(server: &TestServer, request: ListReportsRequest) -> ListReportsResponse {
    server.reports().list_reports(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: ListReportsRequest) -> Refusal {
    server.reports().list_reports(request).await.refusal()
}

fn ids(page: &ListReportsResponse) -> Vec<String> {
    let names = page.reports.iter().map(|report| report.name.as_str());
    names.map(|name| name.replace("organizations/", "").replace("/reports/", " ")).collect()
}

fn unhex(words: &str) -> Vec<u8> {
    let pairs = (0..words.len()).step_by(2).map(|at| &words[at..at + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

fn hex(words: &str) -> String {
    words.bytes().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

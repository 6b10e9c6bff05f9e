use nianbao_proto::v1::{
    ErrorReason, ListOrganizationsRequest, ListOrganizationsResponse, Organization,
    OrganizationLevel,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples;
use tonic::Code;

use crate::given;

with_a_server!(
    a_filter_selects,
    an_order_sorts,
    pages_neither_skip_nor_repeat_while_organs_are_registered,
    a_mask_leaves_out_what_was_not_asked_for,
    a_filter_that_cannot_be_used_is_refused,
    an_order_that_cannot_be_used_is_refused,
    a_token_of_another_list_is_refused,
    a_page_of_negative_size_is_refused,
);

async fn a_filter_selects(server: &TestServer) {
    register(server).await;
    for (filter, expected) in [
        ("level = ORGANIZATION_LEVEL_TOWNSHIP", &["shitun", "siqian"][..]),
        ("level != ORGANIZATION_LEVEL_TOWNSHIP", &["zhenghe"]),
        (r#"parent = "organizations/zhenghe" AND source_key = "2""#, &["siqian"]),
        (r#"display_name = "政和县人民政府办公室""#, &["zhenghe"]),
        (r#"division_code > "350725" AND division_code <= "350725102""#, &["shitun"]),
        ("organ_type = ORGAN_TYPE_DEPARTMENT", &[]),
        (r#"unified_social_credit_code = """#, &["shitun", "siqian", "zhenghe"]),
        (r#"update_time > "2020-01-01T00:00:00Z""#, &["shitun", "siqian", "zhenghe"]),
        (r#"update_time > "2999-01-01T00:00:00+08:00""#, &[]),
    ] {
        let request = ListOrganizationsRequest { filter: filter.to_owned(), ..order("") };
        assert_eq!(ids(&listed(server, request).await), expected, "{filter}");
    }
}

async fn an_order_sorts(server: &TestServer) {
    register(server).await;
    for (order_by, expected) in [
        ("", ["shitun", "siqian", "zhenghe"]),
        ("name desc", ["zhenghe", "siqian", "shitun"]),
        ("division_code", ["zhenghe", "shitun", "siqian"]),
        ("create_time desc", ["shitun", "siqian", "zhenghe"]),
        ("display_name, name desc", ["siqian", "zhenghe", "shitun"]),
    ] {
        assert_eq!(ids(&listed(server, order(order_by)).await), expected, "{order_by}");
    }
}

async fn pages_neither_skip_nor_repeat_while_organs_are_registered(server: &TestServer) {
    for id in ["b", "d", "f", "h"] {
        given::organ(server, id).await;
    }
    let page = |token: &str| ListOrganizationsRequest {
        page_size: 2,
        page_token: token.to_owned(),
        ..Default::default()
    };
    let first = listed(server, page("")).await;
    assert_eq!(ids(&first), ["b", "d"]);
    given::organ(server, "a").await;
    given::organ(server, "e").await;
    let second = listed(server, page(&first.next_page_token)).await;
    assert_eq!(ids(&second), ["e", "f"]);
    let third = listed(server, page(&second.next_page_token)).await;
    assert_eq!(ids(&third), ["h"]);
    assert_eq!(third.next_page_token, "");
}

async fn a_mask_leaves_out_what_was_not_asked_for(server: &TestServer) {
    given::organ(server, "siqian").await;
    let read_mask = given::mask(&["name", "level"]);
    let found = listed(server, ListOrganizationsRequest { read_mask, ..Default::default() }).await;
    let expected = Organization {
        name: "organizations/siqian".to_owned(),
        level: OrganizationLevel::Township.into(),
        ..Default::default()
    };
    assert_eq!(found.organizations, [expected]);
    let read_mask = given::mask(&["titel"]);
    let refusal = refused(server, ListOrganizationsRequest { read_mask, ..order("") }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["read_mask.paths[0]"]);
}

async fn a_filter_that_cannot_be_used_is_refused(server: &TestServer) {
    for filter in [
        "titel = 1",
        "level",
        "level > ORGANIZATION_LEVEL_COUNTY",
        "level = COUNTY",
        "source_key = \"a\" OR source_key = \"b\"",
        "source_key = \"a",
        "update_time > yesterday",
        "name = \"organizations/a\"",
        &"a".repeat(100_000),
    ] {
        let request = ListOrganizationsRequest { filter: filter.to_owned(), ..order("") };
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FilterInvalid);
        assert_eq!(refusal.fields, ["filter"]);
    }
}

async fn an_order_that_cannot_be_used_is_refused(server: &TestServer) {
    let refusal = refused(server, order("name, aliases desc")).await;
    refusal.is(Code::InvalidArgument, ErrorReason::OrderInvalid);
    assert_eq!(refusal.metadata["at"], "aliases desc");
}

async fn a_token_of_another_list_is_refused(server: &TestServer) {
    given::organ(server, "a").await;
    given::organ(server, "b").await;
    let one = ListOrganizationsRequest { page_size: 1, ..Default::default() };
    let page_token = listed(server, one).await.next_page_token;
    for request in [
        ListOrganizationsRequest { page_token: page_token.clone(), ..order("name desc") },
        ListOrganizationsRequest {
            page_token,
            filter: "level = ORGANIZATION_LEVEL_COUNTY".to_owned(),
            ..Default::default()
        },
        ListOrganizationsRequest { page_token: "司前".to_owned(), ..Default::default() },
    ] {
        let refusal = refused(server, request).await;
        refusal.is(Code::InvalidArgument, ErrorReason::PageTokenInvalid);
    }
}

async fn a_page_of_negative_size_is_refused(server: &TestServer) {
    let refusal = refused(server, ListOrganizationsRequest { page_size: -1, ..order("") }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["page_size"]);
}

/// A county with two towns.
async fn register(server: &TestServer) {
    let county = Organization {
        level: OrganizationLevel::County.into(),
        division_code: "350725".to_owned(),
        source_key: "1".to_owned(),
        ..samples::organ("政和县人民政府办公室")
    };
    given::registered(server, "zhenghe", county).await;
    for (id, name, source_key, division_code) in [
        ("siqian", "司前镇人民政府办公室", "2", "350725103"),
        ("shitun", "石屯镇人民政府办公室", "3", "350725102"),
    ] {
        let town = Organization {
            parent: "organizations/zhenghe".to_owned(),
            source_key: source_key.to_owned(),
            division_code: division_code.to_owned(),
            ..samples::organ(name)
        };
        given::registered(server, id, town).await;
    }
}

fn order(order_by: &str) -> ListOrganizationsRequest {
    ListOrganizationsRequest { order_by: order_by.to_owned(), ..Default::default() }
}

async fn listed(
    server: &TestServer,
    request: ListOrganizationsRequest,
) -> ListOrganizationsResponse {
    server.organizations().list_organizations(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, request: ListOrganizationsRequest) -> Refusal {
    server.organizations().list_organizations(request).await.refusal()
}

fn ids(page: &ListOrganizationsResponse) -> Vec<&str> {
    let names = page.organizations.iter().map(|organ| organ.name.as_str());
    names.filter_map(|name| name.strip_prefix("organizations/")).collect()
}

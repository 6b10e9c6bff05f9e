use nianbao_proto::v1::{
    CreateOrganizationRequest, ErrorReason, GetOrganizationRequest, Organization,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, CREDIT_CODE};
use tonic::Code;

use crate::given;

with_a_server!(
    a_registered_organ_says_what_was_said_of_it,
    the_id_follows_from_the_credit_code_where_none_is_given,
    an_organ_that_nothing_names_is_refused,
    an_id_that_is_taken_is_refused,
    a_credit_code_whose_check_digit_does_not_hold_is_refused,
    an_unregistered_superior_is_not_found,
    every_field_that_cannot_be_used_is_named_at_once,
    what_is_only_checked_is_not_registered,
);

async fn a_registered_organ_says_what_was_said_of_it(server: &TestServer) {
    given::organ(server, "zhenghe").await;
    let said = Organization {
        source_key: "35-725-103".to_owned(),
        aliases: vec!["司前镇政府办".to_owned()],
        unified_social_credit_code: CREDIT_CODE.to_owned(),
        division_code: "350725".to_owned(),
        parent: "organizations/zhenghe".to_owned(),
        valid_from: "1984-10-01".to_owned(),
        valid_to: "2030-01-01".to_owned(),
        ..samples::organ("司前镇人民政府办公室")
    };
    let answered = given::registered(server, "siqian", said.clone()).await;
    let given_out = Organization {
        name: "organizations/siqian".to_owned(),
        uid: answered.uid.clone(),
        etag: answered.etag.clone(),
        create_time: answered.create_time,
        update_time: answered.create_time,
        ..said
    };
    assert_eq!(answered, given_out);
    assert!(!answered.uid.is_empty() && !answered.etag.is_empty());
    assert!(answered.create_time.is_some());
    let name = "organizations/siqian".to_owned();
    let stored = server.organizations().get_organization(GetOrganizationRequest { name }).await;
    assert_eq!(stored.unwrap().into_inner(), answered);
}

async fn the_id_follows_from_the_credit_code_where_none_is_given(server: &TestServer) {
    let code = CREDIT_CODE.to_owned();
    let organ = Organization {
        unified_social_credit_code: code,
        ..samples::organ("某镇人民政府办公室")
    };
    let registered = given::registered(server, "", organ).await;
    assert_eq!(registered.name, "organizations/11370883004325769b");
}

async fn an_organ_that_nothing_names_is_refused(server: &TestServer) {
    let refusal = refused(server, "", samples::organ("某镇人民政府办公室")).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["organization_id"]);
    for id in ["Siqian", "-siqian", "siqian-", "司前", "a/b", &"a".repeat(64)] {
        let refusal = refused(server, id, samples::organ("某镇人民政府办公室")).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["organization_id"], "{id}");
    }
}

async fn an_id_that_is_taken_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let refusal = refused(server, "siqian", samples::organ("另一机关")).await;
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert_eq!(refusal.resource.as_deref(), Some("organizations/siqian"));
    assert_eq!(refusal.metadata["name"], "organizations/siqian");
}

async fn a_credit_code_whose_check_digit_does_not_hold_is_refused(server: &TestServer) {
    let code = "11370883004325769C".to_owned();
    let organ =
        Organization { unified_social_credit_code: code, ..samples::organ("某镇政府办") };
    let refusal = refused(server, "siqian", organ).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["organization.unified_social_credit_code"]);
}

async fn an_unregistered_superior_is_not_found(server: &TestServer) {
    let parent = "organizations/nowhere".to_owned();
    let organ = Organization { parent, ..samples::organ("某镇人民政府办公室") };
    let refusal = refused(server, "siqian", organ).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some("organizations/nowhere"));
}

async fn every_field_that_cannot_be_used_is_named_at_once(server: &TestServer) {
    let organ = Organization {
        source_key: "k".repeat(129),
        aliases: vec!["甲".to_owned(), "甲".to_owned()],
        level: 99,
        division_code: "1234567".to_owned(),
        parent: "siqian".to_owned(),
        valid_from: "2024-02-30".to_owned(),
        ..Organization::default()
    };
    let refusal = refused(server, "siqian", organ).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    let of = |field: &str| format!("organization.{field}");
    for field in [
        "display_name",
        "source_key",
        "aliases[1]",
        "level",
        "division_code",
        "parent",
        "valid_from",
    ] {
        assert!(refusal.fields.contains(&of(field)), "{field}: {:?}", refusal.fields);
    }
    assert_eq!(refusal.fields.len(), 7, "{:?}", refusal.fields);
}

async fn what_is_only_checked_is_not_registered(server: &TestServer) {
    let request = CreateOrganizationRequest { validate_only: true, ..request("siqian") };
    let answered = server.organizations().create_organization(request).await.unwrap().into_inner();
    assert_eq!(answered.name, "organizations/siqian");
    let request = GetOrganizationRequest { name: answered.name };
    let refusal = server.organizations().get_organization(request).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    given::organ(server, "siqian").await;
    let request = CreateOrganizationRequest { validate_only: true, ..self::request("siqian") };
    let refusal = server.organizations().create_organization(request).await.refusal();
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
}

fn request(id: &str) -> CreateOrganizationRequest {
    CreateOrganizationRequest {
        organization: Some(samples::organ("司前镇人民政府办公室")),
        organization_id: id.to_owned(),
        ..Default::default()
    }
}

async fn refused(server: &TestServer, id: &str, organ: Organization) -> Refusal {
    let request = CreateOrganizationRequest { organization: Some(organ), ..request(id) };
    server.organizations().create_organization(request).await.refusal()
}

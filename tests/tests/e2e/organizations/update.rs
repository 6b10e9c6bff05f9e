use nianbao_proto::v1::{
    ErrorReason, GetOrganizationRequest, Organization, OrganizationLevel, UpdateOrganizationRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples;
use tonic::Code;

use crate::given;

with_a_server!(
    the_fields_of_the_mask_change_and_no_other,
    without_a_mask_the_fields_that_are_set_change,
    a_star_takes_away_what_is_not_set,
    an_update_needs_the_etag_that_is_present,
    an_organ_is_never_its_own_superior,
    superiors_set_at_the_same_time_make_no_cycle,
    what_identifies_an_organ_cannot_change,
    an_organ_that_is_not_registered_cannot_change,
    what_is_only_checked_does_not_change,
);

async fn the_fields_of_the_mask_change_and_no_other(server: &TestServer) {
    let before = given::organ(server, "siqian").await;
    let organ = Organization {
        display_name: "司前镇人民政府".to_owned(),
        source_key: "not in the mask".to_owned(),
        ..like(&before)
    };
    let after = updated(server, organ, &["display_name"]).await;
    let expected = Organization {
        display_name: "司前镇人民政府".to_owned(),
        etag: after.etag.clone(),
        update_time: after.update_time,
        ..before.clone()
    };
    assert_eq!(after, expected);
    assert_ne!(after.etag, before.etag);
    assert_eq!(stored(server).await, after);
}

async fn without_a_mask_the_fields_that_are_set_change(server: &TestServer) {
    let before = given::organ(server, "siqian").await;
    let organ = Organization { level: OrganizationLevel::County.into(), ..like(&before) };
    let after = updated(server, organ, &[]).await;
    assert_eq!(after.level(), OrganizationLevel::County);
    assert_eq!(after.display_name, before.display_name);
}

async fn a_star_takes_away_what_is_not_set(server: &TestServer) {
    let organ = Organization { source_key: "k".to_owned(), ..samples::organ("司前镇政府办") };
    let before = given::registered(server, "siqian", organ).await;
    let organ = Organization { display_name: before.display_name.clone(), ..like(&before) };
    let after = updated(server, organ, &["*"]).await;
    assert_eq!((after.source_key.as_str(), after.level()), ("", OrganizationLevel::Unspecified));
    let refusal = refused(server, like(&after), &["*"]).await;
    assert_eq!(refusal.fields, ["organization.display_name"]);
}

async fn an_update_needs_the_etag_that_is_present(server: &TestServer) {
    let before = given::organ(server, "siqian").await;
    let organ = Organization { source_key: "k".to_owned(), ..like(&before) };
    let blind = Organization { etag: String::new(), ..organ.clone() };
    let refusal = refused(server, blind, &["source_key"]).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["organization.etag"]);
    let after = updated(server, organ.clone(), &["source_key"]).await;
    let refusal = refused(server, organ, &["source_key"]).await;
    refusal.is(Code::Aborted, ErrorReason::EtagMismatch);
    assert_eq!(refusal.metadata["etag"], after.etag);
    assert_eq!(refusal.metadata["name"], "organizations/siqian");
}

async fn an_organ_is_never_its_own_superior(server: &TestServer) {
    let top = given::organ(server, "zhenghe").await;
    let parent = top.name.clone();
    let below = Organization { parent, ..samples::organ("司前镇人民政府办公室") };
    given::registered(server, "siqian", below).await;
    for parent in ["organizations/zhenghe", "organizations/siqian"] {
        let organ = Organization { parent: parent.to_owned(), ..like(&top) };
        let refusal = refused(server, organ, &["parent"]).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["organization.parent"]);
    }
    let organ = Organization { parent: "organizations/nowhere".to_owned(), ..like(&top) };
    let refusal = refused(server, organ, &["parent"]).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn superiors_set_at_the_same_time_make_no_cycle(server: &TestServer) {
    for round in 0..10 {
        let east = given::organ(server, &format!("east-{round}")).await;
        let west = given::organ(server, &format!("west-{round}")).await;
        let under = |organ: &Organization, superior: &Organization| {
            let organ = Organization { parent: superior.name.clone(), ..like(organ) };
            let (request, mut client) = (request(organ, &["parent"]), server.organizations());
            tokio::spawn(async move { client.update_organization(request).await })
        };
        let (one, other) = tokio::join!(under(&east, &west), under(&west, &east));
        let (refused, done): (Vec<_>, Vec<_>) =
            [one.unwrap(), other.unwrap()].into_iter().partition(Result::is_err);
        assert_eq!(done.len(), 1);
        for refused in refused {
            let refusal = refused.refusal();
            refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
            assert_eq!(refusal.fields, ["organization.parent"]);
        }
    }
}

async fn what_identifies_an_organ_cannot_change(server: &TestServer) {
    let organ = given::organ(server, "siqian").await;
    for field in ["name", "uid", "etag", "create_time", "update_time"] {
        let refusal = refused(server, like(&organ), &[field]).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldImmutable);
        assert_eq!(refusal.fields, [format!("organization.{field}")]);
    }
    for path in ["titel", "aliases.first"] {
        let refusal = refused(server, like(&organ), &[path]).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["update_mask.paths[0]"]);
    }
}

async fn an_organ_that_is_not_registered_cannot_change(server: &TestServer) {
    let name = "organizations/nowhere".to_owned();
    let organ = Organization { name, etag: "1".to_owned(), ..samples::organ("某镇政府办") };
    let refusal = refused(server, organ, &["display_name"]).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn what_is_only_checked_does_not_change(server: &TestServer) {
    let before = given::organ(server, "siqian").await;
    let organization = Some(Organization { source_key: "k".to_owned(), ..like(&before) });
    let request =
        UpdateOrganizationRequest { organization, validate_only: true, ..Default::default() };
    let answered = server.organizations().update_organization(request).await.unwrap().into_inner();
    assert_eq!(answered.source_key, "k");
    assert_eq!(stored(server).await, before);
}

/// A message that only says which organ is meant, in which version.
fn like(organ: &Organization) -> Organization {
    let Organization { name, etag, .. } = organ.clone();
    Organization { name, etag, ..Default::default() }
}

fn request(organ: Organization, mask: &[&str]) -> UpdateOrganizationRequest {
    let update_mask = if mask.is_empty() { None } else { given::mask(mask) };
    UpdateOrganizationRequest { organization: Some(organ), update_mask, ..Default::default() }
}

async fn updated(server: &TestServer, organ: Organization, mask: &[&str]) -> Organization {
    let request = request(organ, mask);
    server.organizations().update_organization(request).await.unwrap().into_inner()
}

async fn refused(server: &TestServer, organ: Organization, mask: &[&str]) -> Refusal {
    server.organizations().update_organization(request(organ, mask)).await.refusal()
}

async fn stored(server: &TestServer) -> Organization {
    let request = GetOrganizationRequest { name: "organizations/siqian".to_owned() };
    server.organizations().get_organization(request).await.unwrap().into_inner()
}

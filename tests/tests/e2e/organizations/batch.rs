use nianbao_proto::v1::{
    BatchCreateOrganizationsRequest, CreateOrganizationRequest, ErrorReason,
    ListOrganizationsRequest, Organization,
};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::{Backend, TestServer, samples};
use tonic::Code;

use crate::given;

with_a_server!(
    a_later_organ_may_name_an_earlier_one_as_its_superior,
    where_one_is_refused_none_is_registered,
    an_organ_stands_in_a_batch_once,
    a_batch_has_at_least_one_organ,
    an_organ_of_a_batch_is_sent_without_what_belongs_to_the_batch,
    what_is_only_checked_is_not_registered,
);
on_every_store!(a_batch_over_the_limit_is_refused_with_the_limit);

async fn a_later_organ_may_name_an_earlier_one_as_its_superior(server: &TestServer) {
    let requests = vec![item("zhenghe", ""), item("siqian", "organizations/zhenghe")];
    let request = BatchCreateOrganizationsRequest { requests, ..Default::default() };
    let answer = server.organizations().batch_create_organizations(request).await.unwrap();
    let names: Vec<_> = answer.get_ref().organizations.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["organizations/zhenghe", "organizations/siqian"]);
    assert_eq!(answer.get_ref().organizations[1].parent, "organizations/zhenghe");
}

async fn where_one_is_refused_none_is_registered(server: &TestServer) {
    given::organ(server, "taken").await;
    let refusal = refused(server, vec![item("new", ""), item("taken", "")]).await;
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert_eq!(refusal.resource.as_deref(), Some("organizations/taken"));
    let refusal =
        refused(server, vec![item("new", ""), item("lost", "organizations/nowhere")]).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let mut wrong = item("wrong", "");
    wrong.organization.as_mut().unwrap().unified_social_credit_code = "7".to_owned();
    let refusal = refused(server, vec![item("new", ""), wrong]).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["requests[1].organization.unified_social_credit_code"]);
    assert_eq!(registered(server).await, 1);
}

async fn an_organ_stands_in_a_batch_once(server: &TestServer) {
    let refusal = refused(server, vec![item("siqian", ""), item("siqian", "")]).await;
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert_eq!(registered(server).await, 0);
}

async fn a_batch_has_at_least_one_organ(server: &TestServer) {
    let refusal = refused(server, vec![]).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["requests"]);
}

async fn an_organ_of_a_batch_is_sent_without_what_belongs_to_the_batch(server: &TestServer) {
    let checked = CreateOrganizationRequest { validate_only: true, ..item("siqian", "") };
    let refusal = refused(server, vec![checked]).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    assert_eq!(refusal.fields, ["requests[0].validate_only"]);
    let repeated =
        CreateOrganizationRequest { request_id: given::request_id(), ..item("siqian", "") };
    let refusal = refused(server, vec![repeated]).await;
    assert_eq!(refusal.fields, ["requests[0].request_id"]);
}

async fn what_is_only_checked_is_not_registered(server: &TestServer) {
    let requests = vec![item("siqian", "")];
    let request =
        BatchCreateOrganizationsRequest { requests, validate_only: true, ..Default::default() };
    let answer = server.organizations().batch_create_organizations(request).await.unwrap();
    assert_eq!(answer.get_ref().organizations.len(), 1);
    assert_eq!(registered(server).await, 0);
}

async fn a_batch_over_the_limit_is_refused_with_the_limit(backend: Backend) {
    let server = TestServer::with(backend, |config| config.limits.max_batch_size = 2).await;
    let refusal = refused(&server, vec![item("a", ""), item("b", ""), item("c", "")]).await;
    refusal.is(Code::ResourceExhausted, ErrorReason::BatchTooLarge);
    assert_eq!(
        (refusal.metadata["limit"].as_str(), refusal.metadata["found"].as_str()),
        ("2", "3")
    );
    assert_eq!(registered(&server).await, 0);
    server.stop().await;
}

fn item(id: &str, parent: &str) -> CreateOrganizationRequest {
    let organ =
        Organization { parent: parent.to_owned(), ..samples::organ("某镇人民政府办公室") };
    CreateOrganizationRequest {
        organization: Some(organ),
        organization_id: id.to_owned(),
        ..Default::default()
    }
}

async fn refused(server: &TestServer, requests: Vec<CreateOrganizationRequest>) -> Refusal {
    let request = BatchCreateOrganizationsRequest { requests, ..Default::default() };
    server.organizations().batch_create_organizations(request).await.refusal()
}

async fn registered(server: &TestServer) -> usize {
    let all = ListOrganizationsRequest::default();
    let listed = server.organizations().list_organizations(all).await.unwrap();
    listed.into_inner().organizations.len()
}

use nianbao_proto::v1::{ErrorReason, GetOrganizationRequest};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use tonic::Code;

with_a_server!(an_organ_that_is_not_registered_is_not_found, a_name_of_another_form_is_refused);

async fn an_organ_that_is_not_registered_is_not_found(server: &TestServer) {
    let refusal = refused(server, "organizations/nowhere").await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some("organizations/nowhere"));
    assert!(refusal.zh.contains("organizations/nowhere"));
}

async fn a_name_of_another_form_is_refused(server: &TestServer) {
    for name in ["", "siqian", "organizations/", "organizations/-", "organizations/a/b", "司前\0"]
    {
        let refusal = refused(server, name).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["name"], "{name}");
    }
}

async fn refused(server: &TestServer, name: &str) -> Refusal {
    let request = GetOrganizationRequest { name: name.to_owned() };
    server.organizations().get_organization(request).await.refusal()
}

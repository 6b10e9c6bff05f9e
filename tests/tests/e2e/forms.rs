//! What is the same for every caller: the forms and the server.

use nianbao_domain::form::Edition as DomainEdition;
use nianbao_proto::v1::{
    Edition, ErrorReason, GetFormRequest, GetServerInfoRequest, ListFormsRequest, ListFormsResponse,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use tonic::Code;

with_a_server!(
    every_edition_is_listed_and_read_by_its_name,
    an_edition_that_there_is_not_is_not_found,
    the_server_tells_its_version_its_forms_and_its_limits,
);

async fn every_edition_is_listed_and_read_by_its_name(server: &TestServer) {
    let listed = server.forms().list_forms(ListFormsRequest {}).await.unwrap().into_inner();
    let ListFormsResponse { forms } = listed;
    let editions: Vec<_> = forms.iter().map(|form| form.edition()).collect();
    assert_eq!(editions, [Edition::Edition2019, Edition::Edition2021]);
    for (form, edition) in forms.iter().zip(DomainEdition::ALL) {
        let name = form.name.clone();
        let read = server.forms().get_form(GetFormRequest { name }).await.unwrap().into_inner();
        assert_eq!(read, *form);
        assert_eq!(form.cells.len(), edition.layout().cells().len());
        assert_eq!(form.equations.len(), edition.layout().equations().len());
        assert_eq!(form.sections.len(), 6);
    }
}

async fn an_edition_that_there_is_not_is_not_found(server: &TestServer) {
    let get = async |name: &str| {
        let request = GetFormRequest { name: name.to_owned() };
        server.forms().get_form(request).await.refusal()
    };
    let refusal = get("forms/2008").await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some("forms/2008"));
    for name in ["", "2021", "forms/", "forms/21", "forms/二〇二一"] {
        let refusal = get(name).await;
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["name"]);
    }
}

async fn the_server_tells_its_version_its_forms_and_its_limits(server: &TestServer) {
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap().into_inner();
    assert_eq!(info.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(info.forms, ["forms/2019", "forms/2021"]);
    assert!(!info.rule_set.is_empty());
    let limits = info.limits.unwrap();
    assert!(limits.max_document_bytes < limits.max_request_bytes);
    assert_eq!(limits.max_document_cells, 4_000_000);
    assert!(limits.max_document_lines > 0 && limits.max_document_text_bytes > 0);
    for media_type in ["text/html", "text/plain", "text/csv", "application/pdf"] {
        assert!(info.import_media_types.iter().any(|it| it == media_type), "{media_type}");
    }
    assert!(0 < limits.default_page_size && limits.default_page_size <= limits.max_page_size);
    assert!(limits.max_batch_size > 0 && limits.max_findings > 0);
    assert_eq!(limits.request_id_retention.unwrap().seconds, 30 * 24 * 60 * 60);
}

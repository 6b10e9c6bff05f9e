//! What most tests start from.

use nianbao_proto::v1::{self, CreateOrganizationRequest, CreateReportRequest, GetReportRequest};
use nianbao_tests::clients::Clients;
use nianbao_tests::samples::{self, SIQIAN};
use pbjson_types::FieldMask;

/// A registered organ with this id.
pub async fn organ(server: &Clients, id: &str) -> v1::Organization {
    let organ = samples::organ("司前镇人民政府办公室");
    registered(server, id, organ).await
}

/// A registered organ as described.
pub async fn registered(server: &Clients, id: &str, organ: v1::Organization) -> v1::Organization {
    let request = CreateOrganizationRequest {
        organization: Some(organ),
        organization_id: id.to_owned(),
        ..Default::default()
    };
    server.organizations().create_organization(request).await.unwrap().into_inner()
}

/// A report of `organizations/siqian` for 2024, with its organ.
pub async fn report(server: &Clients) -> v1::Report {
    organ(server, "siqian").await;
    created(server, SIQIAN, samples::report(2024)).await
}

/// A report that is created as described.
pub async fn created(server: &Clients, parent: &str, report: v1::Report) -> v1::Report {
    let request = create(parent, report);
    server.reports().create_report(request).await.unwrap().into_inner()
}

/// The request that creates a report.
pub fn create(parent: &str, report: v1::Report) -> CreateReportRequest {
    CreateReportRequest { parent: parent.to_owned(), report: Some(report), ..Default::default() }
}

/// The report as it is now.
pub async fn stored(server: &Clients, name: &str) -> v1::Report {
    server.reports().get_report(get(name)).await.unwrap().into_inner()
}

/// The request that reads a report.
pub fn get(name: &str) -> GetReportRequest {
    GetReportRequest { name: name.to_owned(), ..Default::default() }
}

/// A mask of fields.
pub fn mask(paths: &[&str]) -> Option<FieldMask> {
    Some(FieldMask { paths: paths.iter().map(|path| (*path).to_owned()).collect() })
}

/// A new request id.
pub fn request_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

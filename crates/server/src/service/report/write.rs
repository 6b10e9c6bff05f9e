//! Creating and deleting reports.

use nianbao_application::Error;
use nianbao_application::access::{Caller, Method};
use nianbao_application::reports::NewReport;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::ReportKey;
use nianbao_proto::v1;
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::read::message;
use crate::answer::{invalid, status};
use crate::service::call::Repeatable;
use crate::service::organization::required_etag;

impl Reports {
    pub(super) async fn create(
        &self,
        caller: &Caller,
        request: v1::CreateReportRequest,
    ) -> Result<v1::Report, Status> {
        let call = request.call(caller, Method::CreateReport)?;
        let v1::CreateReportRequest { parent, report, report_id, request_id: _, validate_only: _ } =
            request;
        let organization = wire::name::organization(&parent, "parent").map_err(invalid)?;
        let report = report.ok_or_else(|| status(Error::invalid("report", "missing")))?;
        let read = wire::NewReport::read(report, "report").map_err(invalid)?;
        let new = new_report(organization, read);
        agree(&report_id, &new.key)?;
        let created = self.application.create_report(&call, new).await.map_err(status)?;
        Ok(message(&created))
    }

    pub(super) async fn delete(
        &self,
        caller: &Caller,
        request: &v1::DeleteReportRequest,
    ) -> Result<(), Status> {
        let call = request.call(caller, Method::DeleteReport)?;
        let key = wire::name::report(&request.name, "name").map_err(invalid)?;
        let etag = required_etag(&request.etag, "etag")?;
        self.application.delete_report(&call, &key, &etag).await.map_err(status)
    }
}

fn new_report(organization: OrganizationId, read: wire::NewReport) -> NewReport {
    let wire::NewReport { year, kind, source_key, content, decisions } = read;
    NewReport { key: ReportKey { organization, year, kind }, source_key, content, decisions }
}

/// The id follows from year and kind; where it is given it says the same.
fn agree(report_id: &str, key: &ReportKey) -> Result<(), Status> {
    if report_id.is_empty() || report_id == key.report_id() {
        return Ok(());
    }
    let what = format!("year and kind of the report make {}", key.report_id());
    Err(status(Error::invalid("report_id", what)))
}

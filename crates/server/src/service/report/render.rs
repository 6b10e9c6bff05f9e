//! Reports as documents.

use std::sync::Arc;

use nianbao_application::Error;
use nianbao_application::access::Caller;
use nianbao_application::reports::Chosen;
use nianbao_domain::report::ReportKey;
use nianbao_proto::v1::{self, ReportView};
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::read::view;
use crate::answer::{invalid, status};
use crate::service::rendering::{render, rendition};

impl Reports {
    pub(super) async fn render(
        &self,
        caller: &Caller,
        request: &v1::RenderReportRequest,
    ) -> Result<v1::RenderReportResponse, Status> {
        let (key, chosen) = chosen(request)?;
        let rendition = rendition(request.rendition).ok_or_else(|| {
            let what =
                format!("{} names nothing that a report can be written as", request.rendition);
            status(Error::invalid("rendition", what))
        })?;
        let report = self.application.report_to_render(caller, &key, chosen).await;
        let report = report.map_err(status)?;
        let press = Arc::clone(&self.press);
        self.workshop.run(move || render(&report, rendition, &press)).await
    }
}

/// Which content of which report.
fn chosen(request: &v1::RenderReportRequest) -> Result<(ReportKey, Chosen), Status> {
    if !wire::name::is_of_revision(&request.name) {
        let key = wire::name::report(&request.name, "name").map_err(invalid)?;
        return Ok((key, Chosen::View(view(request.view)?)));
    }
    if request.view != ReportView::Unspecified as i32 {
        let what = "a revision is one content: name a revision or a view, not both";
        return Err(status(Error::invalid("view", what)));
    }
    let (key, number) = wire::name::revision(&request.name, "name").map_err(invalid)?;
    Ok((key, Chosen::Revision(number)))
}

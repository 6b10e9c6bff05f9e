//! Running the rules again.

use nianbao_application::access::{Caller, Method};
use nianbao_application::query::ReportField;
use nianbao_proto::v1;
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use crate::answer::{invalid, status};
use crate::service::call::Repeatable;
use crate::service::list::Wanted;

impl Reports {
    pub(super) async fn revalidate(
        &self,
        caller: &Caller,
        request: &v1::RevalidateReportsRequest,
    ) -> Result<v1::RevalidateReportsResponse, Status> {
        let call = request.call(caller, Method::RevalidateReports)?;
        let v1::RevalidateReportsRequest { parent, filter, all, page_size, page_token, .. } =
            request;
        let parent = wire::name::organization_or_any(parent, "parent").map_err(invalid)?;
        let wanted = Wanted { parent, page_size: *page_size, page_token, filter, order_by: "" };
        let query = wanted.query::<ReportField>(self.application.limits())?;
        let told = self.application.revalidate_reports(&call, &query, *all).await;
        let told = told.map_err(status)?;
        Ok(v1::RevalidateReportsResponse {
            checked: i32::try_from(told.checked).unwrap_or(i32::MAX),
            changed: i32::try_from(told.changed.len()).unwrap_or(i32::MAX),
            changed_reports: told.changed.iter().map(ToString::to_string).collect(),
            rule_set: self.application.rule_set().await.map_err(status)?,
            next_page_token: told.next_page_token,
        })
    }
}

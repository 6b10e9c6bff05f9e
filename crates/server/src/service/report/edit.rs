//! Changing drafts.

use nianbao_application::access::{Caller, Method};
use nianbao_application::{Call, Error};
use nianbao_domain::form::Edition;
use nianbao_domain::report::{Changes, ReportKey};
use nianbao_proto::v1;
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::read::message;
use crate::answer::{invalid, status};
use crate::service::call::Repeatable;
use crate::service::organization::required_etag;

impl Reports {
    pub(super) async fn update(
        &self,
        caller: &Caller,
        request: v1::UpdateReportRequest,
    ) -> Result<v1::Report, Status> {
        let call = request.call(caller, Method::UpdateReport)?;
        let v1::UpdateReportRequest {
            report,
            update_mask,
            cell_changes,
            request_id: _,
            validate_only: _,
        } = request;
        let report = report.ok_or_else(|| {
            status(Error::invalid("report", "missing: its name and etag are needed"))
        })?;
        let key = wire::name::report(&report.name, "report.name").map_err(invalid)?;
        let etag = required_etag(&report.etag, "report.etag")?;
        let changes = if cell_changes.is_empty() {
            wire::changes(report, update_mask.as_ref(), &key).map_err(invalid)?
        } else {
            if update_mask.is_some() {
                let what = "update_mask and cell_changes exclude each other: send one of them";
                return Err(status(Error::invalid("update_mask", what)));
            }
            single_cells(cell_changes)?
        };
        self.apply(&call, &key, &etag, changes).await
    }

    async fn apply(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        changes: Changes,
    ) -> Result<v1::Report, Status> {
        if changes.is_empty() {
            return Err(status(Error::invalid(
                "update_mask",
                "nothing to change: name a field, or send cell_changes",
            )));
        }
        let updated =
            self.application.update_report(call, key, etag, changes).await.map_err(status)?;
        Ok(message(&updated))
    }

    pub(super) async fn put_into_edition(
        &self,
        caller: &Caller,
        request: &v1::ChangeEditionRequest,
    ) -> Result<v1::ChangeEditionResponse, Status> {
        let call = request.call(caller, Method::ChangeEdition)?;
        let key = wire::name::report(&request.name, "name").map_err(invalid)?;
        let edition: Edition =
            wire::field::required_concept(request.edition, "edition").map_err(invalid)?;
        let etag = required_etag(&request.etag, "etag")?;
        let changed =
            self.application.change_edition(&call, &key, &etag, edition).await.map_err(status)?;
        let source = |cell| changed.sources.cells.get(&cell);
        let not_carried =
            changed.not_carried.iter().map(|it| wire::not_carried(it, source(it.cell), edition));
        Ok(v1::ChangeEditionResponse {
            report: Some(message(&changed.report)),
            not_carried: not_carried.collect(),
        })
    }
}

fn single_cells(changes: Vec<v1::CellChange>) -> Result<Changes, Status> {
    let cells = wire::cell_changes(changes).map_err(invalid)?;
    Ok(Changes { cells, ..Changes::default() })
}

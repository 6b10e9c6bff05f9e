//! Documents to be filled in.

use std::sync::Arc;

use nianbao_application::Error;
use nianbao_application::access::Caller;
use nianbao_application::reports::ToFillIn;
use nianbao_document::Rendition;
use nianbao_document::fill_in::{self, FillIn};
use nianbao_document::official::FontNames;
use nianbao_proto::v1;
use nianbao_wire::{self as wire, Concept};
use tonic::Status;

use super::Reports;
use super::comparison::compared_with;
use crate::answer::{internal, invalid, status};
use crate::service::rendering::{digest, filename, rendition};

impl Reports {
    pub(super) async fn fill_in(
        &self,
        caller: &Caller,
        request: &v1::RenderFillInRequest,
    ) -> Result<v1::RenderFillInResponse, Status> {
        let key = wire::name::report(&request.name, "name").map_err(invalid)?;
        let edition = wire::field::concept(request.edition, "edition").map_err(invalid)?;
        let rendition = rendition(request.rendition)
            .filter(|it| fill_in::RENDITIONS.contains(it))
            .ok_or_else(|| {
                let what = "a document to be filled in is RENDITION_XLSX or RENDITION_DOCX";
                status(Error::invalid("rendition", what))
            })?;
        let report = self.application.report_to_fill_in(caller, key, edition).await;
        let report = report.map_err(status)?;
        let press = Arc::clone(&self.press);
        self.workshop.run(move || write(report, rendition, press.names())).await
    }
}

fn write(
    report: ToFillIn,
    rendition: Rendition,
    fonts: &FontNames,
) -> Result<v1::RenderFillInResponse, Status> {
    let ToFillIn { key, organization, edition, carried_over, previous, previous_absent } = report;
    let fill_in = FillIn {
        organization_id: Some(key.organization.clone()),
        organization: organization.display_name,
        year: key.year,
        kind: key.kind,
        edition,
        carried_over,
    };
    let content = fill_in::write(&fill_in, rendition, fonts).map_err(|error| internal(&error))?;
    let absent = previous_absent.unwrap_or_default();
    Ok(v1::RenderFillInResponse {
        sha256: digest(&content),
        content: content.into(),
        media_type: rendition.media_type().to_owned(),
        filename: filename(&key, "-fill-in", rendition),
        edition: edition.to_wire(),
        previous: previous.into_iter().map(compared_with).collect(),
        previous_absent: absent.zh,
        previous_absent_en: absent.en,
    })
}

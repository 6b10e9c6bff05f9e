//! Importing documents.

use nianbao_application::access::{Caller, Method};
use nianbao_application::reports::{ImportExpectation, ORIGINAL};
use nianbao_proto::v1;
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::read::message;
use crate::answer::{about_document, invalid, status};
use crate::service::call::Repeatable;
use crate::service::{document, validation};

impl Reports {
    pub(super) async fn import(
        &self,
        caller: &Caller,
        request: v1::ImportReportRequest,
    ) -> Result<v1::ImportReportResponse, Status> {
        let call = request.call(caller, Method::ImportReport)?;
        caller.authorize(Method::ImportReport).map_err(status)?;
        let expected = expectation(&request)?;
        let v1::ImportReportRequest { content, media_type, filename, .. } = request;
        let filename = wire::field::filename(filename, "filename").map_err(invalid)?;
        let read = move || document::read(content, &media_type, filename);
        let document::Document { draft, summary, original } = self.workshop.run(read).await?;
        let imported = self.application.import_report(&call, draft, original, expected).await;
        let imported = imported.map_err(|error| about_document(error, summary.digest.clone()))?;
        let checked =
            validation::answer(&imported.validation, self.application.limits().max_findings);
        let key = &imported.report.head.key;
        let original = (!call.validate_only).then(|| wire::name::attachment_name(key, ORIGINAL));
        Ok(v1::ImportReportResponse {
            original: original.unwrap_or_default(),
            report: Some(message(&imported.report)),
            findings: checked.findings,
            not_assessed: checked.not_assessed,
            omitted: checked.omitted,
            rule_set: checked.rule_set,
            outcome: checked.outcome,
            document: Some(summary),
        })
    }
}

fn expectation(request: &v1::ImportReportRequest) -> Result<ImportExpectation, Status> {
    Ok(ImportExpectation {
        organization: wire::name::organization(&request.parent, "parent").map_err(invalid)?,
        year: wire::field::report_year(request.report_year, "report_year").map_err(invalid)?,
        kind: wire::field::concept(request.kind, "kind").map_err(invalid)?,
        source_key: wire::field::source_key(request.source_key.clone(), "source_key")
            .map_err(invalid)?,
        source_uri: wire::field::uri(request.source_uri.clone(), "source_uri").map_err(invalid)?,
    })
}

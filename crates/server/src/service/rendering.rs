//! Writing reports as documents.

use nianbao_application::reports::ToRender;
use nianbao_document::docx;
use nianbao_document::printed::{Printed, html, markdown, xlsx};
use nianbao_document::{Rendition, Subject, csv};
use nianbao_domain::report::{ReportKey, ReportKind};
use nianbao_proto::v1;
use nianbao_wire as wire;
use sha2::{Digest, Sha256};
use tonic::Status;

use super::press::Press;
use crate::answer::{internal, rendition_unavailable};

/// What this server can write.
pub(super) fn available() -> impl Iterator<Item = Rendition> {
    Rendition::ALL.into_iter().filter(|rendition| writer(*rendition).is_some())
}

/// The names of what this server can write beside a rendition that it cannot.
pub(super) fn available_beside(rendition: Rendition) -> String {
    let others = available().filter(|it| *it != rendition).map(|it| number(it).as_str_name());
    others.collect::<Vec<_>>().join(", ")
}

/// The number of a rendition in the contract.
pub(super) const fn number(rendition: Rendition) -> v1::Rendition {
    match rendition {
        Rendition::Html => v1::Rendition::Html,
        Rendition::Markdown => v1::Rendition::Markdown,
        Rendition::Csv => v1::Rendition::Csv,
        Rendition::Xlsx => v1::Rendition::Xlsx,
        Rendition::Docx => v1::Rendition::Docx,
        Rendition::Pdf => v1::Rendition::Pdf,
        Rendition::Json => v1::Rendition::Json,
    }
}

/// The rendition with a number of the contract.
pub(super) fn rendition(wanted: i32) -> Option<Rendition> {
    Rendition::ALL.into_iter().find(|rendition| number(*rendition) as i32 == wanted)
}

/// Writes a report: busy for a while.
pub(super) fn render(
    report: &ToRender,
    rendition: Rendition,
    press: &Press,
) -> Result<v1::RenderReportResponse, Status> {
    let Some(write) = writer(rendition) else {
        let name = number(rendition).as_str_name();
        return Err(rendition_unavailable(name, &available_beside(rendition)));
    };
    let content = write(report, press)?;
    Ok(v1::RenderReportResponse {
        sha256: digest(&content),
        content: content.into(),
        media_type: rendition.media_type().to_owned(),
        filename: filename(&report.head.key, "", rendition),
        revision: wire::name::revision_name(&report.head.key, report.revision.number),
    })
}

/// The digest of a document, in hexadecimal.
pub(super) fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

type Writer = fn(&ToRender, &Press) -> Result<Vec<u8>, Status>;

fn writer(rendition: Rendition) -> Option<Writer> {
    match rendition {
        Rendition::Csv => Some(as_csv),
        Rendition::Json => Some(as_json),
        Rendition::Html => Some(as_html),
        Rendition::Markdown => Some(as_markdown),
        Rendition::Docx => Some(as_docx),
        Rendition::Xlsx => Some(as_xlsx),
        Rendition::Pdf => AS_PDF,
    }
}

fn as_html(report: &ToRender, _: &Press) -> Result<Vec<u8>, Status> {
    let page = html::write(&printed(report)).map_err(|error| internal(&error))?;
    Ok(page.into_bytes())
}

fn as_markdown(report: &ToRender, _: &Press) -> Result<Vec<u8>, Status> {
    Ok(markdown::write(&printed(report)).into_bytes())
}

fn as_xlsx(report: &ToRender, _: &Press) -> Result<Vec<u8>, Status> {
    let written = xlsx::write(&printed(report), &report.revision.content.sheet);
    written.map_err(|error| internal(&error))
}

fn as_docx(report: &ToRender, press: &Press) -> Result<Vec<u8>, Status> {
    docx::write(&printed(report), press.names()).map_err(|error| internal(&error))
}

#[cfg(feature = "pdf")]
const AS_PDF: Option<Writer> = Some(|report, press| press.pdf(&printed(report)));
#[cfg(not(feature = "pdf"))]
const AS_PDF: Option<Writer> = None;

fn printed(report: &ToRender) -> Printed {
    Printed::of(&subject(report), &report.revision.content)
}

fn as_csv(report: &ToRender, _: &Press) -> Result<Vec<u8>, Status> {
    let content = &report.revision.content;
    Ok(csv::write(&subject(report), &content.sheet, &content.provenance).into_bytes())
}

fn as_json(report: &ToRender, _: &Press) -> Result<Vec<u8>, Status> {
    let ToRender { head, revision, decisions, organization: _ } = report;
    let message = wire::report(head, &revision.content, revision.number, decisions);
    let json = wire::json::to_json_pretty(&message).map_err(|error| internal(&error))?;
    Ok(json.into_bytes())
}

fn subject(report: &ToRender) -> Subject<'_> {
    Subject {
        organization_id: Some(&report.head.key.organization),
        organization_name: &report.organization.display_name,
        year: Some(report.head.key.year),
        kind: report.head.key.kind,
    }
}

/// Letters, digits and hyphens only, so that it is a name everywhere.
pub(super) fn filename(key: &ReportKey, purpose: &str, rendition: Rendition) -> String {
    let kind = match key.kind {
        ReportKind::Own => "",
        ReportKind::Consolidated => "-consolidated",
    };
    let (organ, extension) = (key.organization.as_str(), rendition.extension());
    format!("{organ}-{}{kind}{purpose}.{extension}", key.year)
}

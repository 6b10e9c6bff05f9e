//! Reading the bytes of a document, whatever their format.

use nianbao_application::reports::Original;
use nianbao_document::{Format, ReadError};
use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::report::Draft;
use nianbao_proto::v1;
use nianbao_wire as wire;
use nianbao_wire::binary::BinaryError;
use nianbao_wire::json::JsonError;
use nianbao_wire::limits::REPORT_BYTES;
use prost::bytes::Bytes;
use sha2::{Digest, Sha256};
use tonic::Status;

use crate::answer::{invalid, too_large, unreadable};

/// A document that was read, what is told of it, and as it was sent.
pub(super) struct Document {
    pub(super) draft: Draft,
    pub(super) summary: v1::DocumentSummary,
    pub(super) original: Original,
}

/// Reads a document: busy for a while.
pub(super) fn read(sent: Bytes, media_type: &str, filename: String) -> Result<Document, Status> {
    let content: &[u8] = &sent;
    let given = |words| Some(words).filter(|words: &&str| !words.is_empty());
    let format = Format::detect(content, given(media_type), given(&filename))
        .map_err(|error| refused(&error, content, None))?;
    let (draft, charset) = match format {
        Format::Json => (parsed(from_json(content)?)?, None),
        Format::Protobuf => (parsed(from_binary(content)?)?, None),
        Format::Html
        | Format::Text
        | Format::Csv
        | Format::Pdf
        | Format::Docx
        | Format::Xlsx
        | Format::Zip => from_page(content, format)?,
    };
    let original = Original::new(filename, format.media_type().to_owned(), sent);
    let summary = summary(&original, &draft, charset);
    Ok(Document { draft, summary, original })
}

fn from_json(content: &[u8]) -> Result<v1::Report, Status> {
    wire::json::from_json(content).map_err(|error| match error {
        JsonError::TooLarge { found } => too_large(REPORT_BYTES, Some(found)),
        JsonError::Malformed(error) => no_report(&error, content, Format::Json),
        JsonError::Invalid(violations) => invalid(violations),
    })
}

fn from_binary(content: &[u8]) -> Result<v1::Report, Status> {
    wire::binary::decode(content).map_err(|error| match error {
        BinaryError::TooLarge { found } => too_large(REPORT_BYTES, Some(found)),
        BinaryError::Malformed(error) => no_report(&error, content, Format::Protobuf),
    })
}

fn from_page(content: &[u8], format: Format) -> Result<(Draft, Option<&'static str>), Status> {
    let read = nianbao_document::read(content, format);
    let read = read.map_err(|error| refused(&error, content, Some(format)))?;
    let nianbao_document::Draft {
        organization_id: organization,
        organization_name,
        year,
        kind,
        content,
        evidence,
        charset,
        ..
    } = read;
    let decisions = Vec::new();
    let draft = Draft { organization, organization_name, year, kind, content, decisions, evidence };
    Ok((draft, charset))
}

fn parsed(report: v1::Report) -> Result<Draft, Status> {
    let wire::Parsed { organization, year, kind, source_key: _, content, decisions } =
        wire::Parsed::read(report, "content").map_err(invalid)?;
    Ok(Draft {
        organization,
        organization_name: None,
        year,
        kind,
        content,
        decisions,
        evidence: DocumentEvidence::default(),
    })
}

fn refused(error: &ReadError, content: &[u8], format: Option<Format>) -> Status {
    let media_type = format.map_or("", Format::media_type);
    match error {
        ReadError::TooLarge { limit, found } => too_large(*limit, Some(*found)),
        ReadError::TooLong(excess) if excess.is_of_bytes() => {
            too_large(excess.limit, Some(excess.found))
        }
        error => unreadable(digest(content), media_type, &error.to_string(), &error.message_zh()),
    }
}

fn no_report(error: &impl std::error::Error, content: &[u8], format: Format) -> Status {
    let en = error.to_string();
    let zh = format!("文件不是可识别的年报：{en}");
    unreadable(digest(content), format.media_type(), &en, &zh)
}

/// `sha256:` and the digest in lower-case hexadecimal.
fn digest(content: &[u8]) -> String {
    let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digest}")
}

fn summary(original: &Original, draft: &Draft, charset: Option<&str>) -> v1::DocumentSummary {
    let strange = || draft.content.provenance.strange();
    let unreadable = strange().filter(|(_, source)| source.refusal.is_some()).count();
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let DocumentEvidence { chrome, metadata, .. } = &draft.evidence;
    v1::DocumentSummary {
        digest: format!("sha256:{}", original.sha256),
        sm3: format!("sm3:{}", original.sm3),
        size_bytes: i64::try_from(original.content.len()).unwrap_or(i64::MAX),
        media_type: original.media_type.clone(),
        charset: charset.unwrap_or_default().to_owned(),
        organization_name: draft.organization_name.clone().unwrap_or_default(),
        normalized_cells: count(strange().count() - unreadable),
        unreadable_cells: count(unreadable),
        removed_lines: chrome.iter().map(wire::removed_line).collect(),
        metadata: wire::document_metadata(metadata),
    }
}

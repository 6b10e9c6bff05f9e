//! Reading the bytes of a document, whatever their format.

use nianbao_document::{Format, ReadError};
use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::report::Draft;
use nianbao_proto::v1::{self, ErrorReason};
use nianbao_wire as wire;
use prost::bytes::Bytes;
use sha2::{Digest, Sha256};
use tonic::Status;

use crate::answer::{internal, invalid, rejected, too_large};

/// A document that was read, and what is told of it.
pub(super) struct Document {
    pub(super) draft: Draft,
    pub(super) summary: v1::DocumentSummary,
}

/// Reads a document on a thread that may be busy for a while.
pub(super) async fn read(
    content: Bytes,
    media_type: String,
    filename: String,
) -> Result<Document, Status> {
    let work = tokio::task::spawn_blocking(move || read_now(&content, &media_type, &filename));
    work.await.map_err(|error| internal(&error))?
}

fn read_now(content: &[u8], media_type: &str, filename: &str) -> Result<Document, Status> {
    let given = |words| Some(words).filter(|words: &&str| !words.is_empty());
    let format = Format::detect(content, given(media_type), given(filename))
        .map_err(|error| refused(&error))?;
    let (draft, charset) = match format {
        Format::Json => {
            (parsed(wire::json::from_json(content).map_err(|error| unreadable(&error))?)?, None)
        }
        Format::Protobuf => {
            (parsed(wire::binary::decode(content).map_err(|error| unreadable(&error))?)?, None)
        }
        Format::Html | Format::Text | Format::Csv => {
            let read = nianbao_document::read(content, format).map_err(|error| refused(&error))?;
            let nianbao_document::Draft {
                organization_name,
                year,
                kind,
                content,
                evidence,
                charset,
                ..
            } = read;
            (Draft { organization_name, year, kind, content, evidence }, charset)
        }
    };
    let summary = summary(content, &draft, format, charset);
    Ok(Document { draft, summary })
}

fn parsed(report: v1::Report) -> Result<Draft, Status> {
    let wire::Parsed { organization: _, year, kind, source_key: _, content } =
        wire::Parsed::read(report, "content").map_err(invalid)?;
    Ok(Draft {
        organization_name: None,
        year,
        kind,
        content,
        evidence: DocumentEvidence::default(),
    })
}

fn refused(error: &ReadError) -> Status {
    match error {
        ReadError::TooLarge { limit, found } => too_large(*limit, Some(*found)),
        error => rejected(
            "content",
            ErrorReason::DocumentUnreadable,
            &error.to_string(),
            &error.message_zh(),
        ),
    }
}

fn unreadable(error: &impl std::error::Error) -> Status {
    let words: String = error.to_string().chars().take(300).collect();
    let zh = format!("文件不是可识别的年报：{words}");
    rejected("content", ErrorReason::DocumentUnreadable, &words, &zh)
}

fn summary(
    content: &[u8],
    draft: &Draft,
    format: Format,
    charset: Option<&str>,
) -> v1::DocumentSummary {
    let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    let sources = draft.content.provenance.cells.values();
    let unreadable = sources.clone().filter(|source| source.refusal.is_some()).count();
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let DocumentEvidence { chrome, .. } = &draft.evidence;
    v1::DocumentSummary {
        digest: format!("sha256:{digest}"),
        size_bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
        media_type: format.media_type().to_owned(),
        charset: charset.unwrap_or_default().to_owned(),
        organization_name: draft.organization_name.clone().unwrap_or_default(),
        normalized_cells: count(sources.count() - unreadable),
        unreadable_cells: count(unreadable),
        removed_lines: chrome.iter().map(wire::removed_line).collect(),
    }
}

//! Revisions, and what lists show of them.

use nianbao_application::store::{StoreError, Summary};
use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Publication, Revision, RevisionKind};
use uuid::Uuid;

use super::{Unmappable, corrupt, time, unwritable};
use crate::entity::revision;
use crate::{figures, narrative, supplement};

/// The row of a revision of the report with this identity.
pub(crate) fn revision_row(
    report: Uuid,
    revision: &Revision,
) -> Result<revision::Model, StoreError> {
    let Revision { number, kind, content, create_time, author } = revision;
    let publication = content.publication.as_ref();
    Ok(revision::Model {
        report_uid: report,
        number: (*number).into(),
        kind: kind.number(),
        edition: content.sheet.edition().number(),
        title: content.title.clone(),
        compiled_by: content.compiled_by.clone(),
        publication_uri: publication.map(|it| it.uri.clone()),
        publish_date: publication.and_then(|it| it.publish_date),
        author: author.clone(),
        create_time: time(*create_time),
        figures: figures::encode(&content.sheet),
        supplement: supplement::encode(&content.sheet, &content.provenance).map_err(unwritable)?,
        narrative: narrative::encode(&content.narrative).map_err(unwritable)?,
    })
}

/// The revision of a row.
pub(crate) fn revision(row: revision::Model) -> Result<Revision, StoreError> {
    let (uid, number) = (row.report_uid, row.number);
    mapped(row).map_err(|what| corrupt("revision", format_args!("{uid}/{number}"), what))
}

fn mapped(row: revision::Model) -> Result<Revision, Unmappable> {
    let summary = Summary {
        title: row.title,
        compiled_by: row.compiled_by,
        edition: Edition::try_from(row.edition)?,
        publication: publication(row.publication_uri, row.publish_date),
    };
    Ok(Revision {
        number: row.number.try_into()?,
        kind: RevisionKind::try_from(row.kind)?,
        content: content(summary, &row.figures, &row.supplement, &row.narrative)?,
        create_time: row.create_time,
        author: row.author,
    })
}

/// A content from what lists show of it and its large columns.
pub(crate) fn content(
    summary: Summary,
    figures: &[u8],
    supplement: &str,
    narrative: &str,
) -> Result<Content, Unmappable> {
    let mut sheet = figures::decode(figures)?;
    if sheet.edition() != summary.edition {
        return Err(format!("figures of {} in edition {}", sheet.edition(), summary.edition).into());
    }
    let provenance = supplement::decode(supplement, &mut sheet)?;
    Ok(Content {
        title: summary.title,
        compiled_by: summary.compiled_by,
        sheet,
        narrative: narrative::decode(narrative)?,
        publication: summary.publication,
        provenance,
    })
}

/// What the columns for lists show of a content.
pub(crate) fn summary(
    title: String,
    compiled_by: String,
    edition: i16,
    uri: Option<String>,
    publish_date: Option<chrono::NaiveDate>,
) -> Result<Summary, Unmappable> {
    let edition = Edition::try_from(edition)?;
    Ok(Summary { title, compiled_by, edition, publication: publication(uri, publish_date) })
}

fn publication(
    uri: Option<String>,
    publish_date: Option<chrono::NaiveDate>,
) -> Option<Publication> {
    uri.map(|uri| Publication { uri, publish_date })
}

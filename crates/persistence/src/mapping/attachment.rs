//! Files that are kept with reports.

use nianbao_application::store::StoreError;
use nianbao_domain::report::{Attachment, AttachmentRole};
use uuid::Uuid;

use super::{Unmappable, corrupt, signed, time};
use crate::entity::{attachment, blob};

/// The row of an attachment of the report with this identity, and that of its content.
pub(crate) fn attachment_rows(
    report: Uuid,
    attachment: &Attachment,
) -> (attachment::Model, blob::Model) {
    let Attachment {
        number,
        role,
        revision,
        filename,
        media_type,
        size_bytes,
        sha256,
        sm3,
        source_uri,
        author,
        create_time,
    } = attachment;
    let row = attachment::Model {
        report_uid: report,
        number: (*number).into(),
        role: role.number(),
        revision: (*revision).into(),
        filename: filename.clone(),
        media_type: media_type.clone(),
        sha256: sha256.to_string(),
        source_uri: source_uri.clone(),
        author: author.clone(),
        create_time: time(*create_time),
    };
    let content = blob::Model {
        sha256: sha256.to_string(),
        sm3: sm3.to_string(),
        size_bytes: signed(*size_bytes),
    };
    (row, content)
}

/// The attachment of a row and of that of its content.
pub(crate) fn attachment(
    row: attachment::Model,
    content: &blob::Model,
) -> Result<Attachment, StoreError> {
    let (uid, number) = (row.report_uid, row.number);
    mapped(row, content).map_err(|what| corrupt("attachment", format_args!("{uid}/{number}"), what))
}

fn mapped(row: attachment::Model, content: &blob::Model) -> Result<Attachment, Unmappable> {
    Ok(Attachment {
        number: row.number.try_into()?,
        role: AttachmentRole::try_from(row.role)?,
        revision: row.revision.try_into()?,
        filename: row.filename,
        media_type: row.media_type,
        size_bytes: content.size_bytes.try_into()?,
        sha256: row.sha256.parse()?,
        sm3: content.sm3.parse()?,
        source_uri: row.source_uri,
        author: row.author,
        create_time: row.create_time,
    })
}

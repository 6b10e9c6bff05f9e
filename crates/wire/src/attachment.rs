//! A file that is kept with a report → the message.

use nianbao_domain::report::{Attachment, ReportKey};
use nianbao_proto::v1;

use crate::concept::Concept;
use crate::name;
use crate::time::timestamp;

/// A file that is kept with a report.
pub fn attachment(key: &ReportKey, attachment: &Attachment) -> v1::Attachment {
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
    v1::Attachment {
        name: name::attachment_name(key, *number),
        role: role.to_wire(),
        filename: filename.clone(),
        media_type: media_type.clone(),
        size_bytes: i64::try_from(*size_bytes).unwrap_or(i64::MAX),
        sha256: sha256.to_string(),
        sm3: sm3.to_string(),
        source_uri: source_uri.clone(),
        revision: name::revision_name(key, *revision),
        author: author.clone(),
        create_time: Some(timestamp(*create_time)),
    }
}

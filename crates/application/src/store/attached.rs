//! Files that are kept with reports, as they are written and read back.

use bytes::Bytes;
use nianbao_domain::report::{Attachment, Head, ReportKey};

/// Bytes of a chunk of a kept file, but for the last: small enough for the message limit of every
/// client, and for several readers at once.
pub const CHUNK_BYTES: usize = 256 * 1024;

/// A file that is kept with a report from the version of this head on.
#[derive(Clone, Debug)]
pub struct Attached {
    /// The head of the report.
    pub head: Head,
    /// What is known of the file.
    pub attachment: Attachment,
    /// Its bytes, of the length and with the digests that the attachment says. Files with the same
    /// SHA-256 are stored once.
    pub content: Bytes,
}

/// An attachment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAttachment {
    /// The report.
    pub report: ReportKey,
    /// The attachment.
    pub attachment: Attachment,
}

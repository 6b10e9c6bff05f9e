//! The document that a report was read from, kept as it was sent.

use bytes::Bytes;
use nianbao_domain::report::{Attachment, AttachmentRole, Digest, Head, Revision};
use sha2::Digest as _;

use crate::store::Attached;

/// The number of the original among the attachments of its report: it comes with the report.
pub const ORIGINAL: u32 = 1;

/// A document as it was sent, with its digests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The name of the file as it was sent; empty where none was.
    pub filename: String,
    /// The format that was recognized, as a media type.
    pub media_type: String,
    /// The bytes.
    pub content: Bytes,
    /// Their digest by SHA-256.
    pub sha256: Digest,
    /// Their digest by SM3 (GB/T 32905-2016).
    pub sm3: Digest,
}

impl Original {
    /// A document with its digests: as busy as long as the document is, a second or less for the
    /// greatest.
    pub fn new(filename: String, media_type: String, content: Bytes) -> Self {
        let sha256 = Digest(sha2::Sha256::digest(&content).into());
        let sm3 = Digest(sm3::Sm3::digest(&content).into());
        Self { filename, media_type, content, sha256, sm3 }
    }

    /// The document as the first attachment of a report with its first revision.
    pub(super) fn attached(self, head: &Head, first: &Revision, source_uri: String) -> Attached {
        let Self { filename, media_type, content, sha256, sm3 } = self;
        let attachment = Attachment {
            number: ORIGINAL,
            role: AttachmentRole::Original,
            revision: first.number,
            filename,
            media_type,
            size_bytes: content.len() as u64,
            sha256,
            sm3,
            source_uri,
            author: first.author.clone(),
            create_time: first.create_time,
        };
        Attached { head: head.clone(), attachment, content }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of GB/T 32905-2016, appendix A.1, and that of FIPS 180-4.
    #[test]
    fn digests_are_those_of_the_standards() {
        let original = Original::new(String::new(), String::new(), Bytes::from_static(b"abc"));
        assert_eq!(
            original.sm3.to_string(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
        assert_eq!(
            original.sha256.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}

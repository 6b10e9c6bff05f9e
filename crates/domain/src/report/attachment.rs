//! Files that are kept with a report.

use chrono::{DateTime, Utc};

use super::{Digest, RevisionNumber};
use crate::form::UnknownConcept;

/// The number of an attachment, counted from 1 within its report.
pub type AttachmentNumber = u32;

/// What a file is to its report; the number is the storage number for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum AttachmentRole {
    /// The document that a revision was read from.
    #[default]
    Original = 1,
}

/// What is known of a file that is kept with a report. Its bytes never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Counted from 1.
    pub number: AttachmentNumber,
    /// What it is to the report.
    pub role: AttachmentRole,
    /// The revision that was read from it.
    pub revision: RevisionNumber,
    /// The name of the file as it was sent; empty where none was.
    pub filename: String,
    /// The format that was recognized, as a media type.
    pub media_type: String,
    /// The number of bytes.
    pub size_bytes: u64,
    /// The digest of the bytes by SHA-256 (FIPS 180-4), by which they are stored.
    pub sha256: Digest,
    /// The digest of the bytes by SM3 (GB/T 32905-2016).
    pub sm3: Digest,
    /// Where it was found; empty where nobody said.
    pub source_uri: String,
    /// Who sent it.
    pub author: String,
    /// When it was committed.
    pub create_time: DateTime<Utc>,
}

impl AttachmentRole {
    /// Every role.
    pub const ALL: [Self; 1] = [Self::Original];

    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }
}

impl TryFrom<i16> for AttachmentRole {
    type Error = UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|role| role.number() == number);
        found.ok_or_else(|| UnknownConcept(number.to_string()))
    }
}

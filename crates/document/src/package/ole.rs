//! Compound files of before 2007, and those in which office programs wrap what is encrypted.

use super::PackageError;

/// What compound files begin with.
pub(crate) const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What to say of a compound file; none for other bytes.
pub(crate) fn refusal(bytes: &[u8]) -> Option<PackageError> {
    // In the table of contents of a compound file names are UTF-16.
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(MAGIC).then(|| {
        match bytes.windows(encrypted.len()).any(|window| window == encrypted) {
            true => PackageError::Encrypted,
            false => PackageError::Legacy,
        }
    })
}

//! The binary form of a report.

use nianbao_proto::v1;
use prost::Message;

use crate::limits::REPORT_BYTES;

/// Why bytes are no report in the binary form.
#[derive(Debug, thiserror::Error)]
pub enum BinaryError {
    /// Longer than any report.
    #[error("{found} bytes are more than a report has, {REPORT_BYTES}")]
    TooLarge {
        /// How many there are.
        found: usize,
    },
    /// Not a message of this type.
    #[error("not a report in the binary form: {0}")]
    Malformed(#[from] prost::DecodeError),
}

/// Writes a report.
pub fn encode(report: &v1::Report) -> Vec<u8> {
    report.encode_to_vec()
}

/// Reads the message, whatever it says. Unknown fields are dropped.
///
/// # Errors
///
/// Bytes that are too many or no such message.
pub fn decode(bytes: &[u8]) -> Result<v1::Report, BinaryError> {
    if bytes.len() > REPORT_BYTES {
        return Err(BinaryError::TooLarge { found: bytes.len() });
    }
    Ok(v1::Report::decode(bytes)?)
}

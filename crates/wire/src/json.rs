//! The standard protobuf JSON form of a report.

use nianbao_proto::v1;

use crate::limits::REPORT_BYTES;
use crate::report::Parsed;
use crate::violation::Violations;

/// Why a report has no JSON form: an enum number or a time that the contract does not know.
#[derive(Debug, thiserror::Error)]
#[error("the report cannot be written as JSON: {0}")]
pub struct Unwritable(#[source] serde_json::Error);

/// Why bytes are no report in JSON.
#[derive(Debug, thiserror::Error)]
pub enum JsonError {
    /// Longer than any report.
    #[error("{found} bytes are more than a report has, {REPORT_BYTES}")]
    TooLarge {
        /// How many there are.
        found: usize,
    },
    /// Not JSON, or not a report; with line and column.
    #[error("not a report in JSON: {0}")]
    Malformed(#[source] serde_json::Error),
    /// A report with fields that cannot be used.
    #[error(transparent)]
    Invalid(#[from] Violations),
}

/// Writes a report in one line.
///
/// # Errors
///
/// None for what this crate makes of the domain.
pub fn to_json(report: &v1::Report) -> Result<String, Unwritable> {
    serde_json::to_string(report).map_err(Unwritable)
}

/// Writes a report for people, indented.
///
/// # Errors
///
/// As [`to_json`].
pub fn to_json_pretty(report: &v1::Report) -> Result<String, Unwritable> {
    serde_json::to_string_pretty(report).map_err(Unwritable)
}

/// Reads the message, whatever it says. Unknown fields are refused by name.
///
/// # Errors
///
/// Bytes that are too many, no JSON, or no report.
pub fn from_json(bytes: &[u8]) -> Result<v1::Report, JsonError> {
    if bytes.len() > REPORT_BYTES {
        return Err(JsonError::TooLarge { found: bytes.len() });
    }
    serde_json::from_slice(without_mark(bytes)).map_err(JsonError::Malformed)
}

/// Reads a report that need not be stored anywhere; it may lack name, uid and etag.
///
/// # Errors
///
/// As [`from_json`], and fields that cannot be used.
pub fn read(bytes: &[u8]) -> Result<Parsed, JsonError> {
    Ok(Parsed::read(from_json(bytes)?, "")?)
}

/// Editors on Windows put a byte order mark in front.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

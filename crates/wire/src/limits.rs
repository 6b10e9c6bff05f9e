//! How long what a caller sends may be. Checked here, at the edge, and trusted behind it.

pub use nianbao_domain::report::limits::{
    DISPLAY_NAME, FILENAME, LOCAL_CELLS, LOCAL_ROWS, NARRATIVE_BYTES, RAW, SHEET_BYTES, TITLE, URI,
};

/// Characters of a key that the caller chose.
pub const SOURCE_KEY: usize = 128;
/// Other names of an organ.
pub const ALIASES: usize = 50;
/// Characters of the reason for a decision about a finding.
pub const REASON: usize = 500;
/// Characters of the code of a rule.
pub const RULE_CODE: usize = 64;
/// Digits of the identity and of the evidence of a finding.
pub const DIGEST: usize = 32;
/// Bytes of the JSON or binary form of a report.
pub const REPORT_BYTES: usize = 2 * (NARRATIVE_BYTES + SHEET_BYTES);
/// Characters of the words of a user rule: beyond them the rule itself would be refused.
pub const RULE_TEXT: usize = 4096;
/// Vectors of one user rule, and items of its lists.
pub const RULE_ITEMS: usize = 64;
/// Cells that one call changes singly; no edition prints more.
pub const CELL_CHANGES: usize = 256;

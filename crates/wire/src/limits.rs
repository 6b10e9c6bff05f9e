//! How long what a caller sends may be. Checked here, at the edge, and trusted behind it.

/// Characters of a key that the caller chose.
pub const SOURCE_KEY: usize = 128;
/// Characters of the name of an organ, and of whoever compiled a report.
pub const DISPLAY_NAME: usize = 200;
/// Other names of an organ.
pub const ALIASES: usize = 50;
/// Characters of a title, of a report or a section, and of a label.
pub const TITLE: usize = 500;
/// Bytes of a whole narrative in UTF-8.
pub const NARRATIVE_BYTES: usize = 1024 * 1024;
/// Bytes in UTF-8 of all words of one sheet: what the page said in its cells, and local rows.
pub const SHEET_BYTES: usize = 1024 * 1024;
/// Rows of one sheet that the form does not have.
pub const LOCAL_ROWS: usize = 200;
/// Cells of one such row.
pub const LOCAL_CELLS: usize = 50;
/// Characters of what a page literally said in a cell.
pub const RAW: usize = 1000;
/// Characters of an address.
pub const URI: usize = 2000;
/// Characters of the reason for a decision about a finding.
pub const REASON: usize = 500;
/// Characters of the code of a rule.
pub const RULE_CODE: usize = 64;
/// Digits of the identity and of the evidence of a finding.
pub const DIGEST: usize = 32;
/// Bytes of the JSON or binary form of a report.
pub const REPORT_BYTES: usize = 2 * (NARRATIVE_BYTES + SHEET_BYTES);
/// Cells that one call changes singly; no edition prints more.
pub const CELL_CHANGES: usize = 256;

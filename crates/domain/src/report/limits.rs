//! How much a report may hold, however it comes in: sent by a caller or read from a document.

/// Characters of the name of an organ, and of whoever compiled a report.
pub const DISPLAY_NAME: usize = 200;
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
/// Characters of the name of a file.
pub const FILENAME: usize = 255;

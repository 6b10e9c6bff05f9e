//! The reader of PDF files: objects, streams, fonts, content, ruling lines.

use nianbao_document::{Format, read};

/// Reads the bytes as a PDF file.
pub fn pdf(data: &[u8]) {
    match read(data, Format::Pdf) {
        Ok(draft) => {
            let cells = draft.content.sheet.cells();
            let unreadable = cells.filter(|(_, said)| said.state() == "unreadable");
            for (cell, _) in unreadable {
                assert!(draft.content.provenance.cells.contains_key(&cell));
            }
        }
        Err(error) => assert!(!error.message_zh().is_empty() && !error.to_string().is_empty()),
    }
}

//! The text of parts, and how much of it a document may have.

use super::{MAX_TEXT, PackageError};

/// The text of a part: UTF-8, or UTF-16 with its mark, as the standard has it.
pub(super) fn decoded(bytes: Vec<u8>) -> Option<String> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let (encoding, _) = encoding_rs::Encoding::for_bom(&bytes)?;
        let (text, malformed) = encoding.decode_with_bom_removal(&bytes);
        return (!malformed).then(|| text.into_owned());
    }
    String::from_utf8(bytes).ok()
}

/// A line, or a cell with words, costs as much as so many bytes of text.
const LINE: usize = 16;

/// Counts the text of a document.
#[derive(Debug)]
pub(crate) struct TextBudget {
    left: usize,
}

impl TextBudget {
    /// All that a document may have.
    pub(crate) const fn new() -> Self {
        Self { left: MAX_TEXT }
    }

    /// Takes the bytes of a text.
    pub(crate) fn take(&mut self, text: &str) -> Result<(), PackageError> {
        self.take_bytes(text.len())
    }

    /// Takes what a line costs beside its text.
    pub(crate) fn take_line(&mut self) -> Result<(), PackageError> {
        self.take_bytes(LINE)
    }

    fn take_bytes(&mut self, bytes: usize) -> Result<(), PackageError> {
        let error = PackageError::TooMuchText { limit: MAX_TEXT };
        self.left = self.left.checked_sub(bytes).ok_or(error)?;
        Ok(())
    }
}

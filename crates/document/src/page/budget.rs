//! How much text a document may have.

use crate::{MAX_TEXT, ReadError};

/// A line, or a cell with words, costs as much as so many bytes of text, and a word as so many: they
/// are kept one by one.
const LINE: usize = 16;
const WORD: usize = 8;

/// Counts the text of a document.
#[derive(Debug)]
pub(super) struct TextBudget {
    left: usize,
}

impl Default for TextBudget {
    /// All that a document may have.
    fn default() -> Self {
        Self { left: MAX_TEXT }
    }
}

impl TextBudget {
    /// Takes the words of a text.
    pub(super) fn take(&mut self, text: &str) -> Result<(), ReadError> {
        self.take_bytes(text.split_whitespace().map(|word| word.len() + WORD).sum())
    }

    /// Takes what a line costs beside its text.
    pub(super) fn take_line(&mut self) -> Result<(), ReadError> {
        self.take_bytes(LINE)
    }

    fn take_bytes(&mut self, bytes: usize) -> Result<(), ReadError> {
        let error = ReadError::TooMuchText { limit: MAX_TEXT };
        self.left = self.left.checked_sub(bytes).ok_or(error)?;
        Ok(())
    }
}

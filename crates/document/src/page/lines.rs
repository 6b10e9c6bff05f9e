//! The text of a page, line by line, with white space as a reader sees it.

/// The line that is being read.
#[derive(Debug, Default)]
pub(super) struct LineBuffer {
    text: String,
    space: bool,
    /// Whether the text that comes is raised above the line.
    raised: bool,
}

impl LineBuffer {
    /// Appends text; spaces and line feeds of the source are one space.
    pub(super) fn push(&mut self, text: &str) {
        for (at, word) in text.split([' ', '\n', '\r', '\t', '\u{c}']).enumerate() {
            self.space |= at > 0;
            if word.is_empty() {
                continue;
            }
            if self.space && !self.text.is_empty() {
                self.text.push(' ');
            }
            if self.raised {
                set_apart(&mut self.text, word);
            }
            self.space = false;
            self.text.push_str(word);
        }
    }

    /// The text that comes is raised above the line, or no more; behind the end of a line none is.
    pub(super) fn raise(&mut self, raised: bool) {
        self.raised = raised;
    }

    /// Appends text as it is.
    pub(super) fn push_preformatted(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether nothing was appended.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The line, without white space around it; none where nothing else was in it.
    pub(super) fn take(&mut self) -> Option<String> {
        (self.space, self.raised) = (false, false);
        if self.is_empty() {
            return None;
        }
        let text = std::mem::take(&mut self.text);
        let words = crate::value::trim(&text);
        match words.len() {
            0 => None,
            length if length == text.len() => Some(text),
            _ => Some(words.to_owned()),
        }
    }
}

/// Sets a raised digit apart from a number before it: 3 with a raised 1 is no 31.
pub(super) fn set_apart(before: &mut String, raised: &str) {
    let is_digit = |c: char| c.is_ascii_digit();
    if before.ends_with(is_digit) && raised.starts_with(is_digit) {
        before.push('^');
    }
}

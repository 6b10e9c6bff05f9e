//! Fields: a code that is not shown, and its result, which is.

/// The fields that are open, one within another.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Whether each still gives its code.
    in_code: Vec<bool>,
    /// How many do.
    codes: usize,
}

/// Fields are nested so deep at most; what is deeper is read as text.
const DEEPEST: usize = 64;

impl Fields {
    /// Whether text is part of a code.
    pub(super) fn are_in_code(&self) -> bool {
        self.codes > 0
    }

    /// Takes the mark that begins, divides or ends a field.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" if self.in_code.len() < DEEPEST => {
                self.in_code.push(true);
                self.codes += 1;
            }
            "separate" => {
                if let Some(in_code) = self.in_code.last_mut() {
                    self.codes -= usize::from(std::mem::take(in_code));
                }
            }
            "end" => self.codes -= usize::from(self.in_code.pop().unwrap_or(false)),
            _ => {}
        }
    }

    /// Codes end with their paragraph at the latest: a field that is broken takes no more with it.
    pub(super) fn end_paragraph(&mut self) {
        if self.codes > 0 {
            self.in_code.fill(false);
            self.codes = 0;
        }
    }
}

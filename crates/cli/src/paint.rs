//! Colour, where people see it.

use std::fmt::{self, Display};

/// Colours words, or leaves them as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    on: bool,
}

/// Words in a colour.
pub struct Painted<T> {
    words: T,
    style: Option<&'static str>,
}

impl Paint {
    /// Colours only where this is on.
    pub fn new(on: bool) -> Self {
        Self { on }
    }

    /// What a heading is.
    pub fn strong<T>(self, words: T) -> Painted<T> {
        self.styled(words, "1")
    }

    /// What stops.
    pub fn red<T>(self, words: T) -> Painted<T> {
        self.styled(words, "1;31")
    }

    /// What warns.
    pub fn yellow<T>(self, words: T) -> Painted<T> {
        self.styled(words, "33")
    }

    /// What informs.
    pub fn blue<T>(self, words: T) -> Painted<T> {
        self.styled(words, "36")
    }

    /// What went well.
    pub fn green<T>(self, words: T) -> Painted<T> {
        self.styled(words, "32")
    }

    /// What is of less weight.
    pub fn faint<T>(self, words: T) -> Painted<T> {
        self.styled(words, "2")
    }

    fn styled<T>(self, words: T, style: &'static str) -> Painted<T> {
        Painted { words, style: self.on.then_some(style) }
    }
}

impl<T: Display> Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.style {
            Some(style) => write!(f, "\x1b[{style}m{}\x1b[0m", self.words),
            None => self.words.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_as_they_are_without_colour() {
        assert_eq!(Paint::default().red("阻断").to_string(), "阻断");
        assert_eq!(Paint::new(true).red("阻断").to_string(), "\x1b[1;31m阻断\x1b[0m");
    }
}

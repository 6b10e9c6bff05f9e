//! Where in a text.

use std::fmt;

/// A place in a text, as people count: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// The place of a byte; behind the end where there is no such byte.
    pub(crate) fn of_byte(text: &str, at: usize) -> Self {
        Self::behind(text.char_indices().take_while(|(it, _)| *it < at).map(|(_, c)| c))
    }

    fn behind(before: impl Iterator<Item = char>) -> Self {
        before.fold(Self { line: 1, column: 1 }, |place, c| match c {
            '\n' => Self { line: place.line + 1, column: 1 },
            _ => Self { column: place.column + 1, ..place },
        })
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters_from_the_start_of_the_line() {
        let text = "年 == 1 &&\n月 == 2";
        let at = text.find('2').unwrap();
        assert_eq!(Position::of_byte(text, at), Position { line: 2, column: 6 });
        assert_eq!(Position::of_byte(text, 0), Position { line: 1, column: 1 });
    }
}

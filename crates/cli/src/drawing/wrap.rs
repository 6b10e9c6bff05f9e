//! Lines of a bounded width, by the columns that characters take on a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns words take.
pub fn width(words: &str) -> usize {
    words.width()
}

/// What is never broken: a Chinese character with the marks around it, a part of a name in Latin.
fn pieces(words: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut glued = false;
    for c in words.chars() {
        let closing = "）)、，。：；”》".contains(c);
        let latin = c.is_ascii() && c != ' ';
        let in_latin = |last: &String| {
            last.chars().last().is_some_and(|end| end.is_ascii() && !"_. ".contains(end))
        };
        match pieces.last_mut() {
            Some(last) if glued || closing || latin && in_latin(last) || c == ' ' => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        glued = "（(“《".contains(c);
    }
    pieces
}

/// The widest piece that cannot be broken.
pub fn widest_piece(words: &str) -> usize {
    words.lines().flat_map(pieces).map(|piece| width(piece.trim_end())).max().unwrap_or(0)
}

/// Breaks words into lines of at most `most` columns; a piece that is wider is broken anywhere.
pub fn wrap(words: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in words.lines() {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if !line.is_empty() && width(&line) + width(piece.trim_end()) > most {
                lines.push(std::mem::take(&mut line));
            }
            for c in piece.chars() {
                if !line.is_empty() && width(&line) + c.width().unwrap_or(0) > most {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_with_the_words_that_they_belong_to() {
        assert_eq!(wrap("（三）不予公开", 8), ["（三）不", "予公开"]);
        assert_eq!(wrap("危及“三安全”", 7), ["危及“三", "安全”"]);
        assert_eq!(wrap("危及“三安全”", 6), ["危及", "“三安", "全”"]);
    }

    #[test]
    fn names_are_broken_behind_their_parts() {
        let lines = wrap("public_interest_organization", 12);
        assert_eq!(lines, ["public_", "interest_", "organization"]);
        assert_eq!(widest_piece("public_interest_organization"), 12);
    }

    #[test]
    fn nothing_is_lost_where_a_piece_is_too_wide() {
        assert_eq!(wrap("abcdef", 4), ["abcd", "ef"]);
    }
}

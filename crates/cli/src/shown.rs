//! Words of pages on a terminal: they may be anything, and a terminal obeys some of them.

use std::borrow::Cow;

const ESCAPE: char = '\u{1b}';

/// The line without what a terminal would obey: of control characters only line feeds and tabs are
/// left, and of escape sequences only those that colour.
pub fn harmless(line: &str) -> Cow<'_, str> {
    if line.chars().all(|c| !c.is_control()) {
        return Cow::Borrowed(line);
    }
    let mut shown = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let kept = match c {
            '\n' | '\t' => c.len_utf8(),
            ESCAPE => colouring(rest),
            c if c.is_control() => 0,
            c => c.len_utf8(),
        };
        shown.push_str(&rest[..kept]);
        rest = &rest[kept.max(c.len_utf8())..];
    }
    Cow::Owned(shown)
}

/// How long a sequence that colours is; 0 for any other.
fn colouring(rest: &str) -> usize {
    let Some(parameters) = rest.strip_prefix("\u{1b}[") else { return 0 };
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';');
    match end {
        Some(end) if parameters[end..].starts_with('m') => 2 + end + 1,
        Some(_) | None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_cannot_move_the_cursor_or_set_a_title() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{1b}]0;x\u{7}c\r\u{9b}d"), "a[2Jb]0;xcd");
    }

    #[test]
    fn colours_and_words_stay() {
        let line = "\u{1b}[1;31m阻断\u{1b}[0m\t规章\n";
        assert_eq!(harmless(line), line);
        assert_eq!(harmless("规章"), "规章");
    }
}

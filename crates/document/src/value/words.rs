//! The words of a cell in one width and one script, with what that changed.

use nianbao_domain::report::Normalization;
use unicode_normalization::UnicodeNormalization;

use crate::lexicon::simplified;

/// Words that stand for "not applicable", beside strokes of any kind.
const NOT_APPLICABLE: [&str; 4] = ["无", "不适用", "n/a", "na"];
/// The minus of mathematics.
const MINUS: char = '\u{2212}';

/// White space of any kind, and marks without width.
pub(crate) fn trim(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a number and no digit: ①, ², ½. Behind a number it marks a note.
pub(super) fn is_note_mark(c: char) -> bool {
    c.is_numeric() && !c.is_ascii_digit() && !('０'..='９').contains(&c)
}

/// One width, one minus, no invisible marks.
pub(super) fn normal(words: &str) -> String {
    let plain = |c: char| if c == MINUS { '-' } else { c };
    let known = words.nfkc().filter(|c| !is_invisible(*c)).map(plain).map(simplified);
    known.collect::<String>().to_lowercase()
}

/// What [`normal`] changes about words.
pub(super) fn changes(words: &str) -> impl Iterator<Item = Normalization> {
    let seen = || words.chars().filter(|c| !is_invisible(*c));
    let invisible = words.contains(is_invisible).then_some(Normalization::InvisibleCharacters);
    let width = (!seen().nfkc().eq(seen())).then_some(Normalization::Width);
    let sign = words.contains(MINUS).then_some(Normalization::Sign);
    let script = seen().nfkc().any(|c| simplified(c) != c).then_some(Normalization::Script);
    [invisible, width, sign, script].into_iter().flatten()
}

/// Whether normal words say that nothing can be stated: a word for it, or nothing but strokes.
pub(super) fn is_not_applicable(text: &str) -> bool {
    let stroke = |c: char| "/\\-_‐‑‒–—―─".contains(c) || c.is_whitespace();
    NOT_APPLICABLE.contains(&text) || text.chars().all(stroke)
}

//! How long an answer may be: some clients refuse trailers over 8 KiB, and binary ones grow by a
//! third on the way. Details stay below 4 KiB.

/// Bytes of one text that may quote what the caller sent.
const TEXT: usize = 240;
/// Bytes of all fields that are named with what is wrong with them.
pub(super) const VIOLATIONS: usize = 2000;

/// The words, or their beginning.
pub(crate) fn cut(words: &str) -> &str {
    &words[..words.floor_char_boundary(TEXT)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_between_characters() {
        assert_eq!(cut("short"), "short");
        assert_eq!(cut(&"司".repeat(1000)).len(), TEXT);
        assert_eq!(cut(&format!("a{}", "司".repeat(1000))).len(), TEXT - 2);
    }
}

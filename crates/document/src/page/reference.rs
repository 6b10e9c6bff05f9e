//! Character references in text: what Markdown writes for characters that would be markup, and what
//! pages leave behind that were made text without turning them back.

use std::borrow::Cow;

/// No character has a longer number.
const LONGEST: usize = 7;

/// The text with its decimal references as the characters that they are.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find("&#") else { return Cow::Borrowed(text) };
    let mut decoded = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(at) = rest.find("&#") {
        decoded.push_str(&rest[..at]);
        let (c, length) = referred(&rest[at..]).unwrap_or(('&', 1));
        decoded.push(c);
        rest = &rest[at + length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character that a reference at the beginning names, and how long the reference is.
fn referred(text: &str) -> Option<(char, usize)> {
    let number = text.strip_prefix("&#")?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if digits > LONGEST || !number[digits..].starts_with(';') {
        return None;
    }
    let c = char::from_u32(number[..digits].parse().ok()?).filter(|c| *c != '\0')?;
    Some((c, "&#;".len() + digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters_and_anything_else_stays() {
        assert_eq!(decoded("甲&#124;乙&#42;&#65372;"), "甲|乙*｜");
        assert_eq!(
            decoded("&#; &# &#x41; &#0; &#99999999; &amp;"),
            "&#; &# &#x41; &#0; &#99999999; &amp;"
        );
    }
}

//! Marked content that says what it means (ISO 32000-1, 14.9.4).

use super::glyph::Glyph;

/// Marked content that is open.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// What it means, and the number of characters before it.
    pub meaning: Option<(String, usize)>,
}

/// The text of a text string: UTF-16 or UTF-8 with a mark, or else PDFDocEncoding, of which the
/// letters are those of Latin-1.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Puts what marked content means in the place of what it shows.
///
/// As many characters as were shown stand where those stood; otherwise they share the place of
/// those on the first line.
pub(super) fn replace(glyphs: &mut Vec<Glyph>, from: usize, meaning: &str) {
    let shown: Vec<Glyph> = glyphs.drain(from.min(glyphs.len())..).collect();
    let Some(first) = shown.first().copied() else { return };
    let count = meaning.chars().count();
    if count == shown.len() {
        let pairs = shown.into_iter().zip(meaning.chars());
        glyphs.extend(pairs.map(|(glyph, character)| Glyph { character, ..glyph }));
        return;
    }
    let on_line = shown.iter().filter(|it| (it.y - first.y).abs() < first.size / 2.0);
    let ends = on_line.map(|it| it.x + it.width);
    let width = (ends.fold(first.x, f32::max) - first.x) / count.max(1) as f32;
    let placed = meaning.chars().scan(first.x, |x, character| {
        let at = std::mem::replace(x, *x + width);
        Some(Glyph { character, x: at, width, ..first })
    });
    glyphs.extend(placed);
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    #[test]
    fn what_is_meant_stands_where_it_is_shown() {
        let glyph = |character, x| Glyph {
            character,
            x,
            width: 6.0,
            y: 0.0,
            size: 10.0,
            direction: Direction::Right,
        };
        let mut glyphs = vec![glyph('a', 0.0), glyph('?', 10.0), glyph('?', 16.0)];
        replace(&mut glyphs, 1, "ffi");
        let seen: Vec<(char, f32)> = glyphs.iter().map(|it| (it.character, it.x)).collect();
        assert_eq!(seen, [('a', 0.0), ('f', 10.0), ('f', 14.0), ('i', 18.0)]);
        replace(&mut glyphs, 1, "");
        assert_eq!(glyphs.len(), 1);
    }

    #[test]
    fn text_strings_are_marked_or_latin() {
        assert_eq!(text_string(b"\xfe\xff\x4e\x00"), "一");
        assert_eq!(text_string("\u{feff}一".as_bytes()), "一");
        assert_eq!(text_string(b"A\xe9"), "Aé");
    }
}

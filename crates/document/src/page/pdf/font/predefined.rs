//! Character maps that every reader knows by name (ISO 32000-1, table 118), as far as their codes
//! are characters of a known encoding.

/// What the codes of a font are, by the name of its character map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Codes {
    /// Numbers of glyphs, which mean nothing without a map to characters.
    Glyphs,
    /// UTF-16: `UniGB-UCS2-H`, `UniGB-UTF16-H` and their like for other scripts.
    Utf16,
    /// GB18030 or a part of it, with letters that are as wide as they are (`p`) or half as wide as
    /// a character.
    Gb { proportional: bool },
    /// Big5.
    Big5,
}

impl Codes {
    /// The codes of a character map.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        let name = std::str::from_utf8(name).ok()?;
        let stem = name.strip_suffix("-H").or(name.strip_suffix("-V"))?;
        match stem {
            "Identity" => Some(Self::Glyphs),
            "GBpc-EUC" | "GBKp-EUC" => Some(Self::Gb { proportional: true }),
            "GB-EUC" | "GBK-EUC" | "GBK2K" | "GBT-EUC" => Some(Self::Gb { proportional: false }),
            "B5pc" | "ETen-B5" | "HKscs-B5" => Some(Self::Big5),
            stem if stem.ends_with("-UCS2") || stem.ends_with("-UTF16") => Some(Self::Utf16),
            _ => None,
        }
    }

    /// How many bytes the next code has.
    pub(super) fn length(self, bytes: &[u8]) -> usize {
        let (first, second) = (bytes.first().copied(), bytes.get(1).copied());
        match (self, first, second) {
            (Self::Utf16, Some(0xd8..=0xdb), _) => 4,
            (Self::Glyphs | Self::Utf16, _, _) => 2,
            (Self::Gb { .. } | Self::Big5, Some(0..=0x80 | 0xff), _) => 1,
            (Self::Gb { .. }, _, Some(b'0'..=b'9')) => 4,
            (Self::Gb { .. } | Self::Big5, _, _) => 2,
        }
    }

    /// What a code means; nothing where it is the number of a glyph or no character.
    pub(super) fn text(self, code: &[u8]) -> Option<String> {
        let encoding = match self {
            Self::Glyphs => return None,
            Self::Utf16 => encoding_rs::UTF_16BE,
            Self::Gb { .. } => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
        };
        let text = encoding.decode_without_bom_handling_and_without_replacement(code)?;
        Some(text.into_owned())
    }

    /// The number of a glyph, which widths go by: that of the code itself, or, in the collections
    /// of Adobe, the place of a letter in ASCII.
    pub(super) fn glyph(self, code: u32) -> Option<u32> {
        let letter = (0x20..0x7f).contains(&code).then(|| code - 0x1f);
        match self {
            Self::Glyphs => Some(code),
            Self::Utf16 | Self::Gb { proportional: true } | Self::Big5 => letter,
            Self::Gb { proportional: false } => None,
        }
    }

    /// The width of a code that no number of a glyph is known for, in thousandths of the size.
    pub(super) fn width(self, code: u32) -> Option<f32> {
        let is_letter = (0x20..0x7f).contains(&code);
        (self != Self::Glyphs && is_letter).then_some(500.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_chinese_producers_are_characters() {
        for (name, bytes, text) in [
            ("UniGB-UCS2-H", &b"\x4e\x00"[..], "一"),
            ("UniGB-UTF16-V", b"\xd8\x67\xde\x3d", "\u{29e3d}"),
            ("GBK-EUC-H", b"\xd2\xbb", "一"),
            ("GBKp-EUC-H", b"A", "A"),
            ("GBK2K-H", b"\x81\x30\x84\x36", "\u{a5}"),
            ("ETen-B5-H", b"\xa4\x40", "一"),
        ] {
            let codes = Codes::of(name.as_bytes()).unwrap();
            assert_eq!(codes.length(bytes), bytes.len(), "{name}");
            assert_eq!(codes.text(bytes).as_deref().unwrap_or("-"), text, "{name}");
        }
        assert_eq!(Codes::of(b"Identity-H").unwrap().text(b"\x4e\x00"), None);
        assert_eq!(Codes::of(b"90ms-RKSJ-H"), None);
    }
}

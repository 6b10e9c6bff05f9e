//! Fonts with codes of one byte, without a map to characters: their encoding names the glyphs.

use lopdf::{Dictionary as Parameters, Document, Object as Parameter};

use crate::page::pdf::object::{Dictionary, Object};

/// What each code means, where that is known.
pub(super) type Table = Vec<Option<String>>;

/// A font that says which of its glyphs it draws as it likes has no encoding that is known.
const SYMBOLIC: u32 = 4;

/// The table of a font. Without an encoding, a font whose glyphs are its own means nothing known.
pub(super) fn table(encoding: &Object, symbolic: bool) -> Table {
    let base = match encoding {
        Object::Name(name) => Some(&**name),
        other => other.dictionary().and_then(|it| it.get(b"BaseEncoding")).and_then(Object::name),
    };
    let known = base.is_some() || !symbolic;
    let mut table = match base.unwrap_or(b"StandardEncoding") {
        name if known => decoded(&font(Parameter::Name(name.to_vec()))),
        _ => vec![None; 256],
    };
    let differences = encoding.dictionary().and_then(|it| it.get(b"Differences"));
    differ(&mut table, differences.and_then(Object::array).unwrap_or_default());
    table
}

/// Whether a font's descriptor says that its glyphs are its own.
pub(super) fn is_symbolic(descriptor: &Dictionary) -> bool {
    let flags = descriptor.get(b"Flags").and_then(Object::index);
    flags.is_some_and(|flags| flags & SYMBOLIC != 0)
}

fn differ(table: &mut Table, differences: &[Object]) {
    let mut code = 0_usize;
    for difference in differences {
        if let Some(next) = difference.index() {
            code = next as usize;
        } else if let Some(name) = difference.name() {
            if let Some(entry) = table.get_mut(code) {
                *entry = character(name);
            }
            code = code.saturating_add(1);
        }
    }
}

/// The character that a glyph is named after.
fn character(name: &[u8]) -> Option<String> {
    let words = std::str::from_utf8(name).ok()?;
    let hexadecimal = words.strip_prefix("uni").or_else(|| words.strip_prefix('u'));
    let digits = hexadecimal.filter(|digits| (4..=6).contains(&digits.len()));
    if let Some(code) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        return char::from_u32(code).map(String::from);
    }
    let mut difference = Parameters::new();
    let first = [Parameter::Integer(0), Parameter::Name(name.to_vec())];
    difference.set("Differences", Parameter::Array(first.to_vec()));
    decoded(&font(Parameter::Dictionary(difference))).swap_remove(0)
}

fn font(encoding: Parameter) -> Parameters {
    let mut font = Parameters::new();
    font.set("Type", Parameter::Name(b"Font".to_vec()));
    font.set("Encoding", encoding);
    font
}

/// What the codes mean in the encoding of a font.
fn decoded(font: &Parameters) -> Table {
    let document = Document::new();
    let Ok(encoding) = font.get_font_encoding(&document) else { return vec![None; 256] };
    let meaning = |code| encoding.bytes_to_string(&[code]).ok().filter(|text| !text.is_empty());
    (0..=u8::MAX).map(meaning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &[u8]) -> Object {
        Object::Name(name.into())
    }

    #[test]
    fn an_encoding_names_the_characters_and_differences_rename_them() {
        let differences =
            Object::Array(vec![Object::Number(65.0), name(b"one"), name(b"uni4E00"), name(b"g17")]);
        let pairs = vec![
            (Box::from(&b"BaseEncoding"[..]), name(b"WinAnsiEncoding")),
            (Box::from(&b"Differences"[..]), differences),
        ];
        let table = table(&Object::Dictionary(Dictionary(pairs)), true);
        let meaning = |code: u8| table[usize::from(code)].as_deref();
        assert_eq!([meaning(b'A'), meaning(b'B'), meaning(b'C')], [Some("1"), Some("一"), None]);
        assert_eq!([meaning(b'D'), meaning(0x80)], [Some("D"), Some("€")]);
    }

    #[test]
    fn a_font_of_its_own_glyphs_without_an_encoding_means_nothing() {
        assert!(table(&Object::Null, true).iter().all(Option::is_none));
        assert_eq!(table(&Object::Null, false)[usize::from(b'7')].as_deref(), Some("7"));
    }
}

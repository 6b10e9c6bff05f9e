//! Fonts, as far as text needs them: what codes mean and how wide they are.

mod cmap;
mod fold;
mod predefined;
mod simple;
mod widths;

use super::file::File;
use super::object::{Dictionary, Object};
use crate::ReadError;
use cmap::CMap;
use predefined::Codes;
use widths::Widths;

/// A font.
#[derive(Clone, Debug)]
pub(super) struct Font {
    coding: Coding,
    to_unicode: CMap,
    widths: Widths,
    /// Thousandths of the size in a unit of width.
    scale: f32,
    /// Whether it writes downwards.
    pub is_vertical: bool,
}

/// How strings are made of codes.
#[derive(Clone, Debug)]
enum Coding {
    /// One byte each.
    Simple(simple::Table),
    /// As a character map known by its name says.
    Predefined(Codes),
    /// As a character map in the file says.
    Embedded(CMap),
}

/// A code of a string.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// What it means; none where nobody says.
    pub text: Option<String>,
    /// How far it moves the pen, in parts of the size.
    pub width: f32,
    /// Whether it is the space of one byte, which word spacing applies to.
    pub is_space: bool,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(file: &File<'_>, font: &Dictionary) -> Result<Self, ReadError> {
        let to_unicode = cmap(file, &*file.get(font, b"ToUnicode")?)?;
        let kind = file.get(font, b"Subtype")?;
        if kind.name() == Some(b"Type0") {
            return Self::composite(file, font, to_unicode);
        }
        let none = Dictionary::default();
        let descriptor = file.get(font, b"FontDescriptor")?;
        let descriptor = descriptor.dictionary().unwrap_or(&none);
        let encoding = file.get(font, b"Encoding")?;
        let encoding = with_differences(file, &encoding)?;
        let is_own = simple::is_symbolic(descriptor) || kind.name() == Some(b"Type3");
        let scale = match file.get(font, b"FontMatrix")?.array() {
            Some([Object::Number(scale), ..]) if kind.name() == Some(b"Type3") => *scale as f32,
            _ => 0.001,
        };
        Ok(Self {
            coding: Coding::Simple(simple::table(&encoding, is_own)),
            to_unicode,
            widths: Widths::simple(file, font, descriptor)?,
            scale,
            is_vertical: false,
        })
    }

    fn composite(file: &File<'_>, font: &Dictionary, to_unicode: CMap) -> Result<Self, ReadError> {
        let encoding = file.get(font, b"Encoding")?;
        let coding = match encoding.name() {
            Some(name) => Coding::Predefined(Codes::of(name).unwrap_or(Codes::Glyphs)),
            None => Coding::Embedded(cmap(file, &encoding)?),
        };
        let descendants = file.get(font, b"DescendantFonts")?;
        let first = descendants.array().and_then(<[Object]>::first).unwrap_or(&Object::Null);
        let descendant = file.resolve(first)?;
        let none = Dictionary::default();
        let widths = Widths::composite(file, descendant.dictionary().unwrap_or(&none))?;
        let is_vertical = encoding.name().is_some_and(|name| name.ends_with(b"-V"));
        Ok(Self { coding, to_unicode, widths, scale: 0.001, is_vertical })
    }

    /// Takes a string apart.
    pub(super) fn letters<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Letter> + 'a {
        let mut rest = string;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let (code, after) = rest.split_at(self.code_length(rest).min(rest.len()));
            rest = after;
            Some(self.letter(code))
        })
    }

    fn code_length(&self, bytes: &[u8]) -> usize {
        match &self.coding {
            Coding::Simple(_) => 1,
            Coding::Predefined(codes) => codes.length(bytes),
            Coding::Embedded(map) => map.code_length(bytes),
        }
    }

    fn letter(&self, bytes: &[u8]) -> Letter {
        let code = bytes.iter().fold(0_u32, |code, byte| (code << 8) | u32::from(*byte));
        let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        let mapped = || self.to_unicode.text((length, code));
        let (text, width) = match &self.coding {
            Coding::Simple(table) => (
                mapped().or_else(|| table.get(code as usize).cloned().flatten()),
                self.widths.of(code),
            ),
            Coding::Predefined(codes) => {
                let width = match codes.glyph(code) {
                    Some(glyph) => self.widths.of(glyph),
                    None => codes.width(code).unwrap_or_else(|| self.widths.of(u32::MAX)),
                };
                (mapped().or_else(|| codes.text(bytes)), width)
            }
            Coding::Embedded(map) => {
                (mapped(), self.widths.of(map.glyph((length, code)).unwrap_or(code)))
            }
        };
        let text = text.map(fold::fold);
        Letter { text, width: width * self.scale, is_space: bytes == b" " }
    }
}

fn cmap(file: &File<'_>, object: &Object) -> Result<CMap, ReadError> {
    match object.stream() {
        Some(stream) => {
            let map = CMap::parse(&super::lenient(file.content(stream))?);
            file.spend(map.len())?;
            Ok(map)
        }
        None => Ok(CMap::default()),
    }
}

/// The encoding with what its entries refer to.
fn with_differences(file: &File<'_>, encoding: &Object) -> Result<Object, ReadError> {
    /// A code and a name for each of 256.
    const LONGEST: usize = 512;
    let simple = |object: &Object| match object {
        Object::Name(_) | Object::Number(_) => object.clone(),
        _ => Object::Null,
    };
    let Some(dictionary) = encoding.dictionary() else { return Ok(simple(encoding)) };
    let base = simple(&*file.get(dictionary, b"BaseEncoding")?);
    let differences = file.get(dictionary, b"Differences")?;
    let differences = differences.array().unwrap_or_default().iter().take(LONGEST).map(simple);
    Ok(Object::Dictionary(Dictionary(vec![
        (b"BaseEncoding"[..].into(), base),
        (b"Differences"[..].into(), Object::Array(differences.collect())),
    ])))
}

//! The strings of a workbook, which cells share.

use crate::package::{PackageError, Token, Xml};
use crate::page::lines::set_apart;

/// The strings in their order, in one piece: there may be millions.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the part with the strings.
    pub(super) fn read(text: &str, part: &str) -> Result<Self, PackageError> {
        let mut strings = Self::default();
        let mut xml = Xml::new(text, part);
        while let Some(tag) = xml.next_element()? {
            if tag.name() == "si" {
                string(&mut xml, &mut strings.text)?;
                strings.ends.push(u32::try_from(strings.text.len()).unwrap_or(u32::MAX));
            }
        }
        Ok(strings)
    }

    /// The string with that number.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let before = index.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.map_or(0, |before| *before as usize)..end)
    }
}

/// How a piece of rich text is set, as far as it changes what it says.
#[derive(Clone, Copy, Debug, Default)]
struct Piece {
    is_raised: bool,
    is_struck: bool,
}

impl Piece {
    /// Reads the properties that have just begun.
    fn read(xml: &mut Xml<'_>) -> Result<Self, PackageError> {
        let mut piece = Self::default();
        xml.each(|tag, _| {
            match tag.name() {
                "strike" => piece.is_struck = tag.is_on(),
                "vertAlign" => piece.is_raised = tag.value().is_some_and(|it| it != "baseline"),
                _ => {}
            }
            Ok(())
        })?;
        Ok(piece)
    }

    fn push(self, text: &str, into: &mut String) {
        if self.is_struck {
            return;
        }
        if self.is_raised {
            set_apart(into, text);
        }
        push_unescaped(text, into);
    }
}

/// Appends the string in the element that has just begun: all pieces of rich text but those struck
/// out, without the phonetic reading that East Asian text may carry.
pub(super) fn string(xml: &mut Xml<'_>, into: &mut String) -> Result<(), PackageError> {
    let (mut depth, mut in_text) = (1_usize, false);
    let mut piece = Piece::default();
    while depth > 0 {
        match xml.next()? {
            Token::Start(tag) if tag.name() == "rPr" => piece = Piece::read(xml)?,
            Token::Start(tag) if matches!(tag.name(), "rPh" | "phoneticPr") => xml.skip()?,
            Token::Start(tag) => {
                depth += 1;
                in_text = tag.name() == "t";
                piece = if tag.name() == "r" { Piece::default() } else { piece };
            }
            Token::Text(text) if in_text => piece.push(&text, into),
            Token::Text(_) => {}
            Token::End(_) => {
                depth -= 1;
                in_text = false;
            }
            Token::Nothing => break,
        }
    }
    Ok(())
}

/// Characters that XML cannot hold are written `_x000D_` (ISO/IEC 29500-1, 22.9.2.19).
fn push_unescaped(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let character = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match character {
            Some(character) => {
                into.push_str(&rest[..at]);
                into.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                into.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    into.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(markup: &str) -> Vec<String> {
        let strings = Strings::read(&format!("<sst>{markup}</sst>"), "sst").unwrap();
        (0..strings.ends.len()).map(|at| strings.get(at).unwrap().to_owned()).collect()
    }

    #[test]
    fn rich_text_is_joined_and_its_reading_left_out() {
        let rich = "<si><r><rPr><b/></rPr><t>规</t></r><r><t xml:space=\"preserve\">章 </t></r>\
                    <rPh sb=\"0\" eb=\"1\"><t>guī</t></rPh><phoneticPr fontId=\"1\"/></si>";
        let plain = "<si><t>a&amp;b&#x4e00;</t></si><si/><si><t/></si>";
        assert_eq!(strings(&format!("{rich}{plain}")), ["规章 ", "a&b一", "", ""]);
    }

    #[test]
    fn a_raised_digit_is_none_of_the_number_and_what_is_struck_out_is_not_said() {
        let run = |set: &str, text: &str| format!("<r><rPr><{set}/></rPr><t>{text}</t></r>");
        let raised = run("b", "101") + &run("vertAlign val=\"superscript\"", "1");
        let struck = run("strike", "7") + &run("strike val=\"0\"", "1") + "<r><t>2</t></r>";
        assert_eq!(strings(&format!("<si>{raised}</si><si>{struck}</si>")), ["101^1", "12"]);
    }

    #[test]
    fn escaped_characters_are_what_they_stand_for() {
        let said = strings("<si><t>a_x000D_b_x4E00_c_xyz_d_x12</t></si>");
        assert_eq!(said, ["a\rb一c_xyz_d_x12"]);
    }
}

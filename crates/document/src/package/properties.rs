//! What a document says about itself.

use std::collections::BTreeMap;

use super::{Package, PackageError, Token, Xml};

/// So many properties are kept, of so many characters; the rest is not looked at.
const MOST: usize = 64;
const LONGEST: usize = 255;

impl Package<'_> {
    /// The title of the document (`dc:title`), empty where it has none.
    pub(crate) fn title(&mut self) -> Result<String, PackageError> {
        const PART: &str = "docProps/core.xml";
        let Some(text) = self.part(PART)? else { return Ok(String::new()) };
        let mut xml = Xml::new(&text, PART);
        loop {
            match xml.next()? {
                Token::Start(tag) if tag.name() == "title" => return xml.text(),
                Token::Start(_) | Token::End(_) | Token::Text(_) => {}
                Token::Nothing => return Ok(String::new()),
            }
        }
    }

    /// The properties that the maker of the document gave it (`docProps/custom.xml`).
    pub(crate) fn custom_properties(&mut self) -> Result<BTreeMap<String, String>, PackageError> {
        const PART: &str = "docProps/custom.xml";
        let mut properties = BTreeMap::new();
        let Some(text) = self.part(PART)? else { return Ok(properties) };
        let mut xml = Xml::new(&text, PART);
        let mut name = String::new();
        loop {
            match xml.next()? {
                Token::Start(tag) if tag.name() == "property" => {
                    name = tag.attribute("name").unwrap_or_default().into_owned();
                }
                Token::Text(value) if !name.is_empty() && properties.len() < MOST => {
                    let value: String = value.chars().take(LONGEST).collect();
                    let known: &mut String =
                        properties.entry(name.chars().take(LONGEST).collect()).or_default();
                    known.push_str(&value);
                    known.truncate(known.floor_char_boundary(4 * LONGEST));
                }
                Token::Start(_) | Token::Text(_) => {}
                Token::End(end) if end.name() == "property" => name.clear(),
                Token::End(_) => {}
                Token::Nothing => break,
            }
        }
        properties.retain(|_, value: &mut String| {
            *value = crate::value::trim(value).to_owned();
            !value.is_empty()
        });
        Ok(properties)
    }
}

//! The markup of a part, token by token: bounded in depth, without document types and entities.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};

use super::{MAX_DEPTH, PackageError};

/// Reads the markup of a part.
#[derive(Debug)]
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
}

/// A token of markup.
#[derive(Debug)]
pub(crate) enum Token<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End(Ending<'a>),
    /// Text within an element; consecutive texts belong together.
    Text(Cow<'a, str>),
    /// Nothing comes any more.
    Nothing,
}

/// The beginning of an element.
#[derive(Debug)]
pub(crate) struct Tag<'a>(BytesStart<'a>);

/// The end of an element.
#[derive(Debug)]
pub(crate) struct Ending<'a>(BytesEnd<'a>);

impl Tag<'_> {
    /// The name without its prefix, which programs choose as they like.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false).filter_map(Result::ok);
        let mut named = attributes.filter(|it| it.key.local_name().into_inner() == name);
        named.next()?.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// The attribute `val`.
    pub(crate) fn value(&self) -> Option<Cow<'_, str>> {
        self.attribute("val")
    }

    /// An attribute that is a number.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether a property is on: it is there, and not switched off again.
    pub(crate) fn is_on(&self) -> bool {
        let value = self.value();
        !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl Ending<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl<'a> Xml<'a> {
    /// Reads the text of a part by that name.
    pub(crate) fn new(text: &'a str, part: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, depth: 0 }
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token<'a>, PackageError> {
        loop {
            match self.reader.read_event().map_err(|_| self.malformed())? {
                Event::Start(start) => return self.start(start),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::End(Ending(end)));
                }
                Event::Text(text) => return Ok(Token::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Token::Text(text.xml10_content())),
                Event::GeneralRef(reference) => return self.resolved(&reference),
                Event::DocType(_) => return Err(PackageError::DocumentType(self.part.to_owned())),
                Event::Eof if self.depth > 0 => return Err(self.malformed()),
                Event::Eof => return Ok(Token::Nothing),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// The next beginning of an element; none where nothing comes any more.
    pub(crate) fn next_element(&mut self) -> Result<Option<Tag<'a>>, PackageError> {
        loop {
            match self.next()? {
                Token::Start(tag) => return Ok(Some(tag)),
                Token::End(_) | Token::Text(_) => {}
                Token::Nothing => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), PackageError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let Token::Nothing = self.next()? {
                break;
            }
        }
        Ok(())
    }

    /// Calls for the beginning of every element within the one that has just begun, and passes
    /// over everything else in it.
    pub(crate) fn each(
        &mut self,
        mut call: impl FnMut(&Tag<'_>, &mut Xml<'a>) -> Result<(), PackageError>,
    ) -> Result<(), PackageError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Token::Start(tag) => call(&tag, self)?,
                Token::End(_) | Token::Text(_) => {}
                Token::Nothing => break,
            }
        }
        Ok(())
    }

    /// The text of the element that has just begun, without that of elements in it.
    pub(crate) fn text(&mut self) -> Result<String, PackageError> {
        let inside = self.depth;
        let mut text = String::new();
        loop {
            match self.next()? {
                Token::Text(more) if self.depth == inside => text.push_str(&more),
                Token::End(_) if self.depth < inside => return Ok(text),
                Token::Nothing => return Ok(text),
                Token::Start(_) | Token::End(_) | Token::Text(_) => {}
            }
        }
    }

    fn start(&mut self, start: BytesStart<'a>) -> Result<Token<'a>, PackageError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(PackageError::TooDeep { part: self.part.to_owned(), limit: MAX_DEPTH });
        }
        Ok(Token::Start(Tag(start)))
    }

    fn resolved(&self, reference: &BytesRef<'a>) -> Result<Token<'a>, PackageError> {
        let character = reference.resolve_char_ref().map_err(|_| self.malformed())?;
        match (character, resolve_predefined_entity(reference)) {
            (Some(character), _) => Ok(Token::Text(Cow::Owned(character.to_string()))),
            (None, Some(text)) => Ok(Token::Text(Cow::Borrowed(text))),
            (None, None) => Err(self.malformed()),
        }
    }

    fn malformed(&self) -> PackageError {
        PackageError::Xml(self.part.to_owned())
    }
}

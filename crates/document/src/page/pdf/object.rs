//! The values that a PDF file is made of (ISO 32000-1, 7.3).

use std::rc::Rc;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Boolean(bool),
    Number(f64),
    Name(Box<[u8]>),
    String(Box<[u8]>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Stream(Stream),
    /// Another object, by its number; of several generations the last one counts.
    Reference(u32),
}

/// Names with values. Real ones are short; a list is as fast as a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary(pub Vec<(Box<[u8]>, Object)>);

/// A dictionary with bytes, which stay in the file until they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stream {
    pub dictionary: Rc<Dictionary>,
    /// The object it is, which is part of the key where the file is encrypted.
    pub number: u32,
    pub generation: u16,
    /// Where its bytes stand in the file.
    pub bytes: std::ops::Range<usize>,
}

impl Dictionary {
    /// The value of a name; the last one where it stands there twice.
    pub(super) fn get(&self, name: &[u8]) -> Option<&Object> {
        self.0.iter().rev().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }

    /// Whether the type is as named.
    pub(super) fn is(&self, kind: &[u8]) -> bool {
        self.get(b"Type").and_then(Object::name) == Some(kind)
    }
}

impl Object {
    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// A whole number that is not negative.
    pub(super) fn index(&self) -> Option<u32> {
        let number = self.number()?;
        let whole = number as u32;
        (f64::from(whole) == number).then_some(whole)
    }

    pub(super) fn string(&self) -> Option<&[u8]> {
        if let Self::String(string) = self { Some(string) } else { None }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        if let Self::Array(values) = self { Some(values) } else { None }
    }

    /// A dictionary, or that of a stream.
    pub(super) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            Self::Stream(stream) => Some(&stream.dictionary),
            Self::Null
            | Self::Boolean(_)
            | Self::Number(_)
            | Self::Name(_)
            | Self::String(_)
            | Self::Array(_)
            | Self::Reference(_) => None,
        }
    }

    pub(super) fn stream(&self) -> Option<&Stream> {
        if let Self::Stream(stream) = self { Some(stream) } else { None }
    }
}

//! A PDF file: its objects, looked up when they are asked for, within limits.

mod cipher;
mod filters;
mod scan;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use super::lexer::{Lexer, Token};
use super::limits::{Budget, FILTERS, INFLATED_BYTES, OBJECTS, VALUES, exceeded};
use super::object::{Dictionary, Object, Stream};
use super::parser::{self, Next};
use crate::{PdfProblem, ReadError};
use cipher::Cipher;
use filters::Filter;
use scan::{Scan, StreamEnds};

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// In the file.
    Plain { at: usize, generation: u16 },
    /// In the content of a stream of objects.
    Contained { container: usize, at: usize },
}

/// An open file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    containers: Vec<Vec<u8>>,
    trailer: Dictionary,
    cipher: Option<Cipher>,
    objects: RefCell<BTreeMap<u32, Rc<Object>>>,
    values: RefCell<Budget>,
    inflated: RefCell<Budget>,
}

/// A value that stands where it is used, or elsewhere in the file.
pub(super) enum Held<'o> {
    Here(&'o Object),
    There(Rc<Object>),
}

impl Deref for Held<'_> {
    type Target = Object;

    fn deref(&self) -> &Object {
        match self {
            Self::Here(object) => object,
            Self::There(object) => object,
        }
    }
}

impl<'a> File<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let Scan { objects, containers, trailer } = scan::scan(bytes)?;
        let plain = |(number, (at, generation))| (number, Place::Plain { at, generation });
        let mut file = Self {
            bytes,
            places: objects.into_iter().map(plain).collect(),
            containers: Vec::new(),
            trailer,
            cipher: None,
            objects: RefCell::default(),
            values: RefCell::new(Budget::of(VALUES, "values")),
            inflated: RefCell::new(Budget::of(INFLATED_BYTES, "bytes after decompression")),
        };
        file.cipher = file.find_cipher()?;
        for container in &containers {
            file.open_container(container)?;
        }
        Ok(file)
    }

    fn find_cipher(&self) -> Result<Option<Cipher>, ReadError> {
        let Some(encrypt) = self.trailer.get(b"Encrypt") else { return Ok(None) };
        let encrypt = self.resolve(encrypt)?;
        let Some(encrypt) = encrypt.dictionary() else { return Ok(None) };
        let id = self.trailer.get(b"ID").cloned().unwrap_or(Object::Null);
        Cipher::new(encrypt, &id).map(Some)
    }

    /// Takes in the objects of a stream of objects; those appended later replace earlier ones, and
    /// those that stand in the file itself behind it are newer.
    fn open_container(&mut self, stream: &Stream) -> Result<(), ReadError> {
        let content = match self.content(stream) {
            Ok(content) => content,
            Err(ReadError::Pdf(PdfProblem::Damaged)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let first = stream.dictionary.get(b"First").and_then(Object::index).unwrap_or(0) as usize;
        let mut lexer = Lexer::new(content.get(..first).unwrap_or_default(), 0);
        let container = self.containers.len();
        while let (Some(number), Some(offset)) = (index(&mut lexer), index(&mut lexer)) {
            if self.places.len() >= OBJECTS {
                return Err(exceeded(OBJECTS, "objects"));
            }
            let newer = match self.places.get(&number) {
                Some(Place::Plain { at, .. }) => *at > stream.bytes.start,
                Some(Place::Contained { .. }) | None => false,
            };
            if !newer {
                let at = first.saturating_add(offset as usize);
                self.places.insert(number, Place::Contained { container, at });
            }
        }
        self.containers.push(content);
        Ok(())
    }

    /// What the trailer says.
    pub(super) fn trailer(&self) -> &Dictionary {
        &self.trailer
    }

    /// The numbers of all objects, in order.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.places.keys().copied().collect();
        numbers.sort_unstable();
        numbers
    }

    /// The object with a number; null where there is none.
    pub(super) fn object(&self, number: u32) -> Result<Rc<Object>, ReadError> {
        if let Some(object) = self.objects.borrow().get(&number) {
            return Ok(Rc::clone(object));
        }
        let object = match self.places.get(&number) {
            Some(Place::Plain { at, generation }) => self.plain(number, *at, *generation)?,
            Some(Place::Contained { container, at }) => {
                self.value(&mut Lexer::new(&self.containers[*container], *at))?
            }
            None => Object::Null,
        };
        let object = Rc::new(object);
        self.objects.borrow_mut().insert(number, Rc::clone(&object));
        Ok(object)
    }

    fn plain(&self, number: u32, at: usize, generation: u16) -> Result<Object, ReadError> {
        let mut lexer = Lexer::new(self.bytes, at);
        let object = self.value(&mut lexer)?;
        let Object::Dictionary(dictionary) = object else { return Ok(object) };
        let Some(start) = scan::stream_start(self.bytes, lexer.position()) else {
            return Ok(Object::Dictionary(dictionary));
        };
        let bytes = StreamEnds::new(self.bytes).range(start, self.length(&dictionary));
        let dictionary = Rc::new(dictionary);
        Ok(Object::Stream(Stream { dictionary, number, generation, bytes }))
    }

    /// Reads a value, and pays for it; null where there is none.
    fn value(&self, lexer: &mut Lexer<'_>) -> Result<Object, ReadError> {
        /// What is broken or long is paid for by its bytes.
        const BYTES_A_VALUE: usize = 16;
        let from = lexer.position();
        let next = parser::next(lexer);
        let values = next.as_ref().map_or(1, |(_, values)| *values);
        self.spend(values.max((lexer.position() - from) / BYTES_A_VALUE))?;
        match next {
            Some((Next::Value(value), _)) => Ok(value),
            Some((Next::Word(_), _)) | None => Ok(Object::Null),
        }
    }

    /// Pays for so many values.
    pub(super) fn spend(&self, values: usize) -> Result<(), ReadError> {
        self.values.borrow_mut().spend(values)
    }

    /// The length of a stream, which may stand elsewhere.
    fn length(&self, dictionary: &Dictionary) -> Option<u32> {
        match dictionary.get(b"Length")? {
            Object::Reference(number) => {
                let (bytes, at) = match self.places.get(number)? {
                    Place::Plain { at, .. } => (self.bytes, *at),
                    Place::Contained { container, at } => {
                        (self.containers[*container].as_slice(), *at)
                    }
                };
                match Lexer::new(bytes, at).next()? {
                    Token::Number(length) => Object::Number(length).index(),
                    _ => None,
                }
            }
            length => length.index(),
        }
    }

    /// A value, looked up where it is a reference.
    pub(super) fn resolve<'o>(&self, object: &'o Object) -> Result<Held<'o>, ReadError> {
        match object {
            Object::Reference(number) => self.object(*number).map(Held::There),
            object => Ok(Held::Here(object)),
        }
    }

    /// The value of a name, looked up; null where there is none.
    pub(super) fn get<'o>(
        &self,
        dictionary: &'o Dictionary,
        name: &[u8],
    ) -> Result<Held<'o>, ReadError> {
        self.resolve(dictionary.get(name).unwrap_or(&Object::Null))
    }

    /// The bytes of a stream that is shown on a page; such is never read in part.
    pub(super) fn shown(&self, stream: &Stream) -> Result<Vec<u8>, ReadError> {
        let incomplete = ReadError::Pdf(PdfProblem::Incomplete);
        let is_cut_off = stream.bytes.end >= self.bytes.len();
        if is_cut_off {
            return Err(incomplete);
        }
        self.content(stream).map_err(|error| match error {
            ReadError::Pdf(PdfProblem::Damaged) => incomplete,
            error => error,
        })
    }

    /// The bytes of a stream, decrypted and decoded.
    pub(super) fn content(&self, stream: &Stream) -> Result<Vec<u8>, ReadError> {
        let bytes = self.bytes.get(stream.bytes.clone()).unwrap_or_default();
        let plain = self.cipher.as_ref().map(|cipher| cipher.decrypt(stream, bytes));
        let plain = match plain {
            Some(plain) => Some(plain.ok_or(ReadError::Pdf(PdfProblem::Encrypted))?),
            None => None,
        };
        let names = self.filters(&stream.dictionary)?;
        let mut budget = self.inflated.borrow_mut();
        filters::decode(plain.as_deref().unwrap_or(bytes), &names, &mut budget)
    }

    /// The filters of a stream with their parameters.
    fn filters(&self, dictionary: &Dictionary) -> Result<Vec<Filter>, ReadError> {
        let names = self.get(dictionary, b"Filter")?;
        let parameters = self.get(dictionary, b"DecodeParms")?;
        let (names, parameters) = (list(&names), list(&parameters));
        if names.len() > FILTERS {
            return Err(exceeded(FILTERS, "filters of a stream"));
        }
        let mut filters = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let name = self.resolve(name)?;
            let parameters = self.resolve(parameters.get(at).unwrap_or(&Object::Null))?;
            filters.push(Filter::new(name.name().unwrap_or_default(), parameters.dictionary()));
        }
        Ok(filters)
    }
}

/// The values of an array, or a single value.
fn list(object: &Object) -> &[Object] {
    match object {
        Object::Array(values) => values,
        Object::Null => &[],
        other => std::slice::from_ref(other),
    }
}

fn index(lexer: &mut Lexer<'_>) -> Option<u32> {
    match parser::next(lexer)?.0 {
        Next::Value(value) => value.index(),
        Next::Word(_) => None,
    }
}

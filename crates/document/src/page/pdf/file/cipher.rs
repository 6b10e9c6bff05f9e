//! Files that are encrypted so that they may be read and not changed: the user's password is empty.

use lopdf::encryption::decrypt_object;
use lopdf::{
    Dictionary as Parameters, Document, EncryptionState, Object as Parameter, StringFormat,
};

use crate::page::pdf::object::{Dictionary, Object, Stream};
use crate::{PdfProblem, ReadError};

/// What decrypts the streams of a file.
pub(super) struct Cipher {
    state: EncryptionState,
}

impl Cipher {
    /// The cipher of a file that opens without a password.
    pub(super) fn new(encrypt: &Dictionary, id: &Object) -> Result<Self, ReadError> {
        let mut document = Document::new();
        let encrypt = document.add_object(parameters(encrypt));
        document.trailer.set("Encrypt", encrypt);
        document.trailer.set("ID", parameter(id));
        match EncryptionState::decode(&document, "") {
            Ok(state) => Ok(Self { state }),
            Err(_) => Err(ReadError::Pdf(PdfProblem::Encrypted)),
        }
    }

    /// The bytes of a stream in plain; none where they cannot be decrypted.
    pub(super) fn decrypt(&self, stream: &Stream, bytes: &[u8]) -> Option<Vec<u8>> {
        if stream.dictionary.is(b"XRef") {
            return Some(bytes.to_vec());
        }
        let mut dictionary = Parameters::new();
        if let Some(filter) = stream.dictionary.get(b"Filter") {
            dictionary.set("Filter", parameter(filter));
        }
        if let Some(parameters) = stream.dictionary.get(b"DecodeParms") {
            dictionary.set("DecodeParms", parameter(parameters));
        }
        let mut object = Parameter::Stream(lopdf::Stream::new(dictionary, bytes.to_vec()));
        let id = (stream.number, stream.generation);
        decrypt_object(&self.state, id, &mut object).ok()?;
        match object {
            Parameter::Stream(stream) => Some(stream.content),
            _ => None,
        }
    }
}

fn parameters(dictionary: &Dictionary) -> Parameters {
    dictionary.0.iter().map(|(name, value)| (name.to_vec(), parameter(value))).collect()
}

fn parameter(value: &Object) -> Parameter {
    match value {
        Object::Boolean(value) => Parameter::Boolean(*value),
        Object::Number(number) if number.fract() == 0.0 => Parameter::Integer(*number as i64),
        Object::Number(number) => Parameter::Real(*number as f32),
        Object::Name(name) => Parameter::Name(name.to_vec()),
        Object::String(bytes) => Parameter::String(bytes.to_vec(), StringFormat::Literal),
        Object::Array(values) => Parameter::Array(values.iter().map(parameter).collect()),
        Object::Dictionary(dictionary) => Parameter::Dictionary(parameters(dictionary)),
        Object::Null | Object::Stream(_) | Object::Reference(_) => Parameter::Null,
    }
}

//! Decoding streams, a filter at a time, so that every byte on the way is counted.

use lopdf::{DecompressError, Dictionary as Parameters, Error, Object as Parameter, Stream};

use crate::page::pdf::limits::{Budget, STREAM_BYTES, exceeded};
use crate::page::pdf::object::{Dictionary, Object};
use crate::{PdfProblem, ReadError};

/// A filter with its parameters.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    name: Vec<u8>,
    parameters: Parameters,
}

impl Filter {
    /// A filter by its name, with those of its parameters that count here.
    pub(super) fn new(name: &[u8], given: Option<&Dictionary>) -> Self {
        Self { name: name.to_vec(), parameters: given.map(parameters).unwrap_or_default() }
    }
}

/// The filters of text; those of pictures are never asked for. Abbreviations are those of inline
/// pictures, which some producers use elsewhere.
const KNOWN: [(&[u8], &str); 9] = [
    (b"FlateDecode", "FlateDecode"),
    (b"Fl", "FlateDecode"),
    (b"LZWDecode", "LZWDecode"),
    (b"LZW", "LZWDecode"),
    (b"ASCII85Decode", "ASCII85Decode"),
    (b"A85", "ASCII85Decode"),
    (b"ASCIIHexDecode", "ASCIIHexDecode"),
    (b"AHx", "ASCIIHexDecode"),
    (b"RunLengthDecode", "RunLengthDecode"),
];

/// The numbers that parameters of these filters are.
const PARAMETERS: [&str; 5] = ["Predictor", "Colors", "BitsPerComponent", "Columns", "EarlyChange"];

/// Decodes the bytes of a stream.
pub(super) fn decode(
    bytes: &[u8],
    filters: &[Filter],
    budget: &mut Budget,
) -> Result<Vec<u8>, ReadError> {
    if bytes.len() > STREAM_BYTES {
        return Err(exceeded(STREAM_BYTES, "bytes in a stream"));
    }
    budget.spend(bytes.len())?;
    let mut content = bytes.to_vec();
    for filter in filters {
        content = step(content, filter, budget)?;
    }
    Ok(content)
}

fn step(content: Vec<u8>, filter: &Filter, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
    if filter.name == b"Crypt" {
        return Ok(content);
    }
    let known = KNOWN.iter().find(|(name, _)| *name == filter.name);
    let (_, name) = known.ok_or(ReadError::Pdf(PdfProblem::Damaged))?;
    let mut dictionary = Parameters::new();
    dictionary.set("Filter", Parameter::Name(name.as_bytes().to_vec()));
    dictionary.set("DecodeParms", Parameter::Dictionary(filter.parameters.clone()));
    let limit = STREAM_BYTES.min(budget.left());
    match Stream::new(dictionary, content).decompressed_content_with_limit(limit) {
        Ok(content) => {
            budget.spend(content.len())?;
            Ok(content)
        }
        Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => {
            Err(exceeded(limit, "bytes after decompression"))
        }
        Err(_) => Err(ReadError::Pdf(PdfProblem::Damaged)),
    }
}

fn parameters(given: &Dictionary) -> Parameters {
    let mut parameters = Parameters::new();
    for name in PARAMETERS {
        if let Some(value) = given.get(name.as_bytes()).and_then(Object::index) {
            parameters.set(name, Parameter::Integer(i64::from(value)));
        }
    }
    parameters
}

//! Answers that are kept encoded.

use std::marker::PhantomData;

use prost::Message;
use prost::bytes::{BufMut, Bytes};

/// A message that is encoded already: what never changes is encoded once and sent often.
pub struct Encoded<M> {
    bytes: Bytes,
    message: PhantomData<fn() -> M>,
}

/// What a server can answer with: a message, or one that is encoded already.
pub trait Answer {
    /// Writes the encoded message.
    fn write(&self, into: &mut impl BufMut) -> Result<(), prost::EncodeError>;
}

impl<M: Message> Encoded<M> {
    /// Encodes a message.
    pub fn new(message: &M) -> Self {
        Self { bytes: message.encode_to_vec().into(), message: PhantomData }
    }
}

impl<M> Encoded<M> {
    /// How many bytes it is long.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether the message has no field that is not its default.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<M> Clone for Encoded<M> {
    /// Shares the bytes.
    fn clone(&self) -> Self {
        Self { bytes: self.bytes.clone(), message: PhantomData }
    }
}

impl<M: Message> Answer for M {
    fn write(&self, into: &mut impl BufMut) -> Result<(), prost::EncodeError> {
        self.encode(into)
    }
}

impl<M> Answer for Encoded<M> {
    fn write(&self, into: &mut impl BufMut) -> Result<(), prost::EncodeError> {
        into.put_slice(&self.bytes);
        Ok(())
    }
}

//! How servers read requests and write answers.

use std::marker::PhantomData;

use prost::Message;
use tonic::Status;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};

use crate::encoded::Answer;

/// The codec of the generated servers: answers may be encoded already, and bytes that are no request
/// are the caller's fault, INVALID_ARGUMENT, not ours.
pub struct ServerCodec<T, U>(PhantomData<(T, U)>);

/// Writes answers.
pub struct AnswerEncoder<T>(PhantomData<T>);

/// Reads requests.
pub struct RequestDecoder<U>(PhantomData<U>);

impl<T, U> Default for ServerCodec<T, U> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T, U> Codec for ServerCodec<T, U>
where
    T: Answer + Send + 'static,
    U: Message + Default + Send + 'static,
{
    type Encode = T;
    type Decode = U;
    type Encoder = AnswerEncoder<T>;
    type Decoder = RequestDecoder<U>;

    fn encoder(&mut self) -> Self::Encoder {
        AnswerEncoder(PhantomData)
    }

    fn decoder(&mut self) -> Self::Decoder {
        RequestDecoder(PhantomData)
    }
}

impl<T: Answer> Encoder for AnswerEncoder<T> {
    type Item = T;
    type Error = Status;

    fn encode(&mut self, item: T, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        item.write(buffer)
            .map_err(|error| Status::internal(format!("the answer cannot be encoded: {error}")))
    }
}

impl<U: Message + Default> Decoder for RequestDecoder<U> {
    type Item = U;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<U>, Status> {
        let request = U::decode(buffer);
        request.map(Some).map_err(|error| {
            Status::invalid_argument(format!("the bytes are no such request: {error}"))
        })
    }
}

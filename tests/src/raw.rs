//! Calls that the generated clients cannot make: any bytes to any method.

use std::collections::BTreeMap;

use bytes::{Buf, BufMut, Bytes};
use futures_util::{Stream, stream};
use tonic::client::Grpc;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::codegen::http::uri::PathAndQuery;
use tonic::metadata::{MetadataKey, MetadataValue};
use tonic::transport::Channel;
use tonic::{Request, Status};

/// A call without credentials, unless some are added.
pub struct RawCall {
    path: PathAndQuery,
    metadata: BTreeMap<String, String>,
}

impl RawCall {
    /// A call of `/package.Service/Method`.
    pub fn new(path: &str) -> Self {
        let path = path.parse().expect("a path");
        Self { path, metadata: BTreeMap::new() }
    }

    /// With a line of metadata.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.metadata.insert(key.to_owned(), value.to_owned());
        self
    }

    /// Sends these bytes as the request and gives those of the answer.
    pub async fn send(self, channel: Channel, bytes: impl Into<Bytes>) -> Result<Bytes, Status> {
        let bytes = bytes.into();
        self.stream(channel, stream::once(async { bytes })).await
    }

    /// Sends a request whose bytes come when they come.
    pub async fn stream(
        self,
        channel: Channel,
        bytes: impl Stream<Item = Bytes> + Send + 'static,
    ) -> Result<Bytes, Status> {
        let mut request = Request::new(bytes);
        for (key, value) in self.metadata {
            let key = MetadataKey::from_bytes(key.as_bytes()).expect("a key");
            request.metadata_mut().insert(key, MetadataValue::try_from(value).expect("a value"));
        }
        let mut client = Grpc::new(channel);
        client.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
        Ok(client.client_streaming(request, self.path, AsIs).await?.into_inner())
    }
}

/// Leaves bytes as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsIs;

impl Codec for AsIs {
    type Encode = Bytes;
    type Decode = Bytes;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for AsIs {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, bytes: Bytes, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put(bytes);
        Ok(())
    }
}

impl Decoder for AsIs {
    type Item = Bytes;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Bytes>, Status> {
        Ok(Some(buffer.copy_to_bytes(buffer.remaining())))
    }
}

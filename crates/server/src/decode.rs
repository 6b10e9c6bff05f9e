//! Requests that tonic cannot decode, refused in the words of the contract: one over the limit is
//! RESOURCE_EXHAUSTED with the limit, not OUT_OF_RANGE, and every refusal has its reason.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, Request, Response};
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};

use crate::answer::{malformed, too_large};

/// Answers requests that cannot be decoded.
#[derive(Clone, Copy, Debug)]
pub struct DecodeLayer {
    limit: usize,
}

/// A service whose requests are answered even where they cannot be decoded.
#[derive(Clone, Debug)]
pub struct Decode<S> {
    inner: S,
    limit: usize,
}

impl DecodeLayer {
    /// The limit that the services enforce, in bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit }
    }
}

impl<S> Layer<S> for DecodeLayer {
    type Service = Decode<S>;

    fn layer(&self, inner: S) -> Decode<S> {
        Decode { inner, limit: self.limit }
    }
}

impl<S, B> Service<Request<B>> for Decode<S>
where
    S: Service<Request<B>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (answered, limit) = (self.inner.call(request), self.limit);
        Box::pin(async move {
            let answer = answered.await?;
            Ok(in_our_words(answer.headers(), limit).map_or(answer, Status::into_http))
        })
    }
}

/// The status that the contract has for one of tonic's own.
fn in_our_words(headers: &HeaderMap, limit: usize) -> Option<Status> {
    let status = Status::from_header_map(headers)?;
    match status.code() {
        Code::OutOfRange => Some(too_large(limit, found(status.message()))),
        Code::InvalidArgument if status.details().is_empty() => Some(malformed(status.message())),
        _ => None,
    }
}

/// The size that tonic found: the first number of what it says.
fn found(message: &str) -> Option<usize> {
    message.split(' ').find_map(|word| word.parse().ok())
}

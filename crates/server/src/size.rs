//! Messages over the limit: tonic answers OUT_OF_RANGE, the contract says RESOURCE_EXHAUSTED with the limit.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use tonic::Code;
use tonic::body::Body;
use tower::{Layer, Service};

use crate::answer::too_large;

/// Answers with the limit where a message was larger.
#[derive(Clone, Copy, Debug)]
pub struct SizeLayer {
    limit: usize,
}

/// A service whose too large messages are answered with the limit.
#[derive(Clone, Debug)]
pub struct Size<S> {
    inner: S,
    limit: usize,
}

impl SizeLayer {
    /// The limit that the services enforce, in bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit }
    }
}

impl<S> Layer<S> for SizeLayer {
    type Service = Size<S>;

    fn layer(&self, inner: S) -> Size<S> {
        Size { inner, limit: self.limit }
    }
}

impl<S, B> Service<Request<B>> for Size<S>
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
            let status = answer.headers().get("grpc-status");
            let is_too_large =
                status.is_some_and(|it| Code::from_bytes(it.as_bytes()) == Code::OutOfRange);
            Ok(if is_too_large { too_large(limit, None).into_http() } else { answer })
        })
    }
}

//! One span a call, and one line when it ends.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use tonic::Code;
use tower::{Layer, Service};
use tracing::{Instrument, Span};

/// Wraps every call in a span that names its method.
#[derive(Clone, Copy, Debug, Default)]
pub struct TraceLayer;

/// The service within its spans.
#[derive(Clone, Debug)]
pub struct Trace<S> {
    inner: S,
}

impl<S> Layer<S> for TraceLayer {
    type Service = Trace<S>;

    fn layer(&self, inner: S) -> Trace<S> {
        Trace { inner }
    }
}

impl<S, B, R> Service<Request<B>> for Trace<S>
where
    S: Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
    R: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let span = span(request.uri().path());
        let answered = self.inner.call(request);
        if span.is_disabled() {
            return Box::pin(answered);
        }
        let logged = async move {
            let answer = answered.await;
            if let Ok(answer) = &answer {
                log(code(answer));
            }
            answer
        };
        Box::pin(logged.instrument(span))
    }
}

/// Reads are many and tell little: their spans are for debugging.
fn span(path: &str) -> Span {
    let (service, method) = path.trim_start_matches('/').split_once('/').unwrap_or(("", path));
    let is_read =
        ["Get", "List", "BatchGet", "Check", "Watch"].iter().any(|verb| method.starts_with(verb));
    if is_read {
        tracing::debug_span!("call", rpc.service = service, rpc.method = method)
    } else {
        tracing::info_span!("call", rpc.service = service, rpc.method = method)
    }
}

/// The status of an answer without a body stands in its head; another one is an answer.
fn code<R>(answer: &Response<R>) -> Code {
    let status = answer.headers().get("grpc-status");
    status.map_or(Code::Ok, |status| Code::from_bytes(status.as_bytes()))
}

fn log(code: Code) {
    match code {
        Code::Ok => tracing::info!("answered"),
        Code::Internal | Code::Unknown | Code::DataLoss | Code::Unavailable => {
            tracing::warn!(rpc.code = ?code, "failed");
        }
        _ => tracing::info!(rpc.code = ?code, "refused"),
    }
}

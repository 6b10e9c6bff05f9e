//! The limit of a call: tonic, and a handler that gives back what it got or what it reads.

use std::convert::Infallible;
use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use nianbao_tests::raw::AsIs;
use tokio::net::TcpListener;
use tonic::body::Body;
use tonic::codegen::http::{Request, Response};
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Response as Answer, Status};
use tower::Service;

/// The path of the bare service.
pub const PATH: &str = "/bare.Service/Call";

type Answering = Pin<Box<dyn Future<Output = Result<Answer<Bytes>, Status>> + Send>>;
type Handler = Arc<dyn Fn(Bytes) -> Answering + Send + Sync>;

/// A service with one method and nothing else.
#[derive(Clone)]
struct Bare(Handler);

impl NamedService for Bare {
    const NAME: &'static str = "bare.Service";
}

impl Service<Request<Body>> for Bare {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let method = Method(Arc::clone(&self.0));
        Box::pin(async move { Ok(Grpc::new(AsIs).unary(method, request).await) })
    }
}

struct Method(Handler);

impl UnaryService<Bytes> for Method {
    type Response = Bytes;
    type Future = Answering;

    fn call(&mut self, request: tonic::Request<Bytes>) -> Answering {
        (self.0)(request.into_inner())
    }
}

/// Serves a handler on a free port, with nodelay as tonic's own listener has it.
pub async fn serve<F>(handler: impl Fn(Bytes) -> F + Send + Sync + 'static) -> SocketAddr
where
    F: Future<Output = Result<Bytes, Status>> + Send + 'static,
{
    let answering = move |bytes| -> Answering {
        let answer = handler(bytes);
        Box::pin(async move { answer.await.map(Answer::new) })
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
    tokio::spawn(
        Server::builder().add_service(Bare(Arc::new(answering))).serve_with_incoming(incoming),
    );
    address
}

//! Callers that send bytes and count answers, the same for ours and for the limits.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::future::join_all;
use nianbao_tests::clients::TOKEN;
use nianbao_tests::raw::AsIs;
use tonic::Request;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::metadata::MetadataValue;
use tonic::transport::{Channel, Endpoint};

/// Callers that share some connections.
pub struct Callers {
    channels: Vec<Channel>,
}

/// As many as a busy platform has at once.
pub const CALLERS: usize = 16;
const CONNECTIONS: usize = 4;

impl Callers {
    /// Connects to a server.
    pub async fn connect(address: SocketAddr) -> Self {
        let endpoint = Endpoint::from_shared(format!("http://{address}"))
            .expect("an address")
            .tcp_nodelay(true);
        let connected = join_all((0..CONNECTIONS).map(|_| endpoint.connect())).await;
        Self { channels: connected.into_iter().map(|channel| channel.expect("a server")).collect() }
    }

    /// Calls until the turn is over; each caller sends what `request` gives it, and stops where that is nothing.
    pub async fn call(
        &self,
        path: &'static str,
        turn: Duration,
        request: impl Fn(usize) -> Option<Bytes>,
    ) -> u64 {
        let request = &request;
        let end = Instant::now() + turn;
        let callers = (0..CALLERS).map(|caller| {
            let channel = self.channels[caller % CONNECTIONS].clone();
            async move {
                let mut answered = 0;
                while Instant::now() < end
                    && let Some(bytes) = request(caller)
                {
                    unary(channel.clone(), path, bytes).await;
                    answered += 1;
                }
                answered
            }
        });
        join_all(callers).await.into_iter().sum()
    }

    /// One call.
    pub async fn once(&self, path: &'static str, request: Bytes) -> Bytes {
        unary(self.channels[0].clone(), path, request).await
    }
}

async fn unary(channel: Channel, path: &'static str, bytes: Bytes) -> Bytes {
    let mut request = Request::new(bytes);
    let token = MetadataValue::try_from(format!("Bearer {TOKEN}")).expect("a value");
    request.metadata_mut().insert("authorization", token);
    let mut client = Grpc::new(channel);
    client.ready().await.expect("a connection");
    let answered = client.unary(request, PathAndQuery::from_static(path), AsIs).await;
    answered.expect("an answer").into_inner()
}

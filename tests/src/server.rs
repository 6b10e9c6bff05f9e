//! A server in this process, on a free port, over a database of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;

use config::Environment;
use nianbao_server::config::{Config, Secret, load};
use nianbao_server::{RunError, run};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::transport::Endpoint;

use crate::clients::{Clients, TOKEN};
use crate::postgres::{Backend, TestDatabase};

/// A server that runs until it is stopped; it can be used as the clients that are connected to it.
pub struct TestServer {
    address: SocketAddr,
    clients: Clients,
    stop: oneshot::Sender<()>,
    running: JoinHandle<Result<(), RunError>>,
    database: Arc<TestDatabase>,
}

impl TestServer {
    /// A server over a new database.
    pub async fn start(backend: Backend) -> Self {
        Self::with(backend, |_| {}).await
    }

    /// A server over a new database, with other settings.
    pub async fn with(backend: Backend, change: impl FnOnce(&mut Config)) -> Self {
        Self::over(Arc::new(TestDatabase::create(backend).await), change).await
    }

    /// A server over a database that another one has, or had.
    pub async fn over(database: Arc<TestDatabase>, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = settings(&database);
        change(&mut config);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(async move {
            let shutdown = async {
                // A test that ends early drops its half, and that is a reason to stop as well.
                let _ = stopped.await;
            };
            run(&config, listener, shutdown).await
        });
        Self { address, clients: connect(address).await, stop, running, database }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Clients over a connection of their own.
    pub async fn connect(&self) -> Clients {
        connect(self.address).await
    }

    /// Its database, for a second server.
    pub fn database(&self) -> Arc<TestDatabase> {
        Arc::clone(&self.database)
    }

    /// Stops it gracefully and gives back its database.
    pub async fn stop(self) -> Arc<TestDatabase> {
        let Self { address: _, clients, stop, running, database } = self;
        drop(clients);
        // Where nobody listens any more the server has ended by itself, and the next line tells why.
        let _ = stop.send(());
        running.await.expect("the server did not panic").expect("the server ended well");
        database
    }
}

impl Deref for TestServer {
    type Target = Clients;

    fn deref(&self) -> &Clients {
        &self.clients
    }
}

/// The embedded defaults, without what the environment says, over a database.
fn settings(database: &TestDatabase) -> Config {
    let nothing = Environment::default().source(Some(Default::default()));
    let mut config = load(None, Some(nothing), &[]).expect("the defaults can be used");
    config.access.token = Secret::new(TOKEN);
    config.store.url = Secret::new(database.url());
    config
}

/// The listener takes connections before the server serves them, so nobody has to wait or to try
/// again; where the server cannot start, it closes the listener and the first call fails.
pub(crate) async fn connect(address: SocketAddr) -> Clients {
    let endpoint = Endpoint::from_shared(format!("http://{address}")).expect("an address");
    Clients::new(endpoint.connect().await.expect("the listener takes connections"))
}

//! The only way to run: `main`, tests and benches share it.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use nianbao_application::{Application, Limits};
use nianbao_persistence::{OpenError, SqlStore};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;

use crate::access::{Guard, Token, TokenError};
use crate::cache::AnswerCache;
use crate::clock::{RandomIds, SystemClock};
use crate::config::{Config, ConfigError, LimitsConfig, StoreConfig};
use crate::decode::DecodeLayer;
use crate::service::{self, Health, Press};
use crate::trace::TraceLayer;

/// Why the server could not run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The token.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The database.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// Listening or answering.
    #[error("the server cannot listen or answer: {0}")]
    Transport(#[from] tonic::transport::Error),
    /// The listener or the address file.
    #[error("{what}: {source}")]
    Io {
        /// What could not be done.
        what: String,
        /// Why.
        source: std::io::Error,
    },
}

/// Serves on a listener until `shutdown` ends, then lets calls in flight finish and closes the store.
pub async fn run(
    config: &Config,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), RunError> {
    let guard = Guard::new(Token::from_settings(&config.access)?);
    let cache = Arc::new(AnswerCache::new(config.cache.encoded_bytes));
    let store = open(&config.store, cache.clone()).await?;
    let application = Arc::new(Application::new(
        store,
        Arc::new(SystemClock),
        Arc::new(RandomIds),
        limits(&config.limits),
    ));
    let (health, health_service) = Health::new().await;
    let stop = CancellationToken::new();
    let workers = TaskTracker::new();
    workers.spawn(work(application.clone(), stop.clone()));
    workers.spawn(service::watch_store(application.clone(), health.clone(), stop.clone()));
    workers.close();

    announce(&listener, &config.server.address_file)?;
    let routes = service::routes(
        &application,
        &cache,
        &guard,
        config.server.max_request_bytes,
        Arc::new(Press::new(&config.fonts)),
        health_service,
    );
    let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
    let drained = stop.clone();
    let serving = Server::builder()
        .layer(TraceLayer)
        .layer(DecodeLayer::new(config.server.max_request_bytes))
        .add_routes(routes)
        .serve_with_incoming_shutdown(incoming, drained.cancelled_owned());
    let stopping = async {
        shutdown.await;
        tracing::info!("stopping");
        health.stop().await;
        stop.cancel();
        health.end().await;
        tokio::time::sleep(config.server.grace()).await;
    };
    let served = tokio::select! {
        served = serving => served,
        () = stopping => {
            tracing::warn!("calls in flight took longer than the grace period");
            Ok(())
        }
    };
    stop.cancel();
    workers.wait().await;
    application.store().close().await;
    remove(&config.server.address_file);
    tracing::info!("stopped");
    Ok(served?)
}

/// Brings the schema up to date.
pub async fn migrate(config: &Config) -> Result<(), RunError> {
    bring_up_to_date(&url(&config.store)?).await
}

async fn bring_up_to_date(url: &str) -> Result<(), RunError> {
    for step in nianbao_persistence::migrate(url).await? {
        tracing::info!(step, "migrated");
    }
    Ok(())
}

async fn open(config: &StoreConfig, cache: Arc<AnswerCache>) -> Result<SqlStore, RunError> {
    let url = url(config)?;
    if config.migrate {
        bring_up_to_date(&url).await?;
    }
    let settings =
        nianbao_persistence::Settings { url, readers: config.readers, lanes: config.writers };
    Ok(SqlStore::open(settings, Arc::new(SystemClock), cache).await?)
}

fn url(config: &StoreConfig) -> Result<String, ConfigError> {
    let file = &config.url_file;
    if file.as_os_str().is_empty() {
        return Ok(config.url.expose().to_owned());
    }
    let read = std::fs::read_to_string(file);
    let url = read.map_err(|source| ConfigError::SecretFile { path: file.clone(), source })?;
    Ok(url.trim().to_owned())
}

fn limits(config: &LimitsConfig) -> Limits {
    Limits {
        default_page_size: config.default_page_size,
        max_page_size: config.max_page_size,
        max_batch_size: config.max_batch_size,
        max_findings: config.max_findings,
    }
}

async fn work(application: Arc<Application<SqlStore>>, stop: CancellationToken) {
    application.store().run_workers(stop).await;
}

/// Tells where the server listens: in the log, and in a file for whoever started it on port 0.
fn announce(listener: &TcpListener, file: &Path) -> Result<(), RunError> {
    let failed = |what: &str, source| RunError::Io { what: what.to_owned(), source };
    let address =
        listener.local_addr().map_err(|source| failed("the listener has no address", source))?;
    tracing::info!(%address, version = env!("CARGO_PKG_VERSION"), "serving");
    if file.as_os_str().is_empty() {
        return Ok(());
    }
    let beside = beside(file);
    let written =
        std::fs::write(&beside, address.to_string()).and_then(|()| std::fs::rename(&beside, file));
    written.map_err(|source| failed("the address file cannot be written", source))
}

/// Written beside and renamed, so that nobody reads half an address.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

fn remove(file: &Path) {
    if !file.as_os_str().is_empty()
        && let Err(error) = std::fs::remove_file(file)
    {
        tracing::debug!(%error, "the address file was gone");
    }
}

/// How often the store is asked for a sign of life.
pub(crate) const PULSE: Duration = Duration::from_secs(5);

//! Serving until a signal comes.

use nianbao_server::config::Config;
use nianbao_server::{RunError, run, start_telemetry};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{CommandError, runtime};

/// Serves; a second signal ends the process at once.
pub fn serve(config: &Config) -> Result<(), CommandError> {
    start_telemetry(&config.log);
    let runtime = runtime(config)?;
    let served = runtime.block_on(async {
        let listen = config.server.listen;
        let bound = TcpListener::bind(listen).await;
        let listener = bound.map_err(|source| RunError::Io {
            what: format!("{listen} cannot be listened on"),
            source,
        })?;
        let mut signals = Signals::new()?;
        let (first, stop) = tokio::sync::oneshot::channel();
        tokio::spawn(async move {
            signals.next().await;
            if first.send(()).is_ok() {
                signals.next().await;
                tracing::warn!("a second signal: exiting at once");
            }
            std::process::exit(1);
        });
        run(config, listener, async {
            let _ = stop.await;
        })
        .await?;
        Ok(())
    });
    runtime.shutdown_background();
    served
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

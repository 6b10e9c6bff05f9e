//! A PostgreSQL that one test may stop and start as it likes.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tokio::task::spawn_blocking;

/// A cluster of its own, removed when it is dropped.
pub struct Cluster {
    keeper: Child,
    url: String,
    control: String,
}

impl Cluster {
    /// Starts one with the script that `make test` uses; it lives while its standard input is open.
    pub async fn start() -> Self {
        let started = spawn_blocking(start);
        started.await.expect("it is waited for")
    }

    /// The superuser's connection URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Crashes and starts again.
    pub async fn restart(&self) {
        self.control(&["restart", "-m", "immediate"]).await;
    }

    /// Crashes.
    pub async fn stop(&self) {
        self.control(&["stop", "-m", "immediate"]).await;
    }

    /// Starts again.
    pub async fn resume(&self) {
        self.control(&["start"]).await;
    }

    async fn control(&self, arguments: &[&str]) {
        let mut control = Command::new(&self.control);
        control.args(arguments).stdout(Stdio::null());
        let controlled = spawn_blocking(move || control.status());
        let ended = controlled.await.expect("it is waited for").expect("it runs");
        assert!(ended.success(), "PostgreSQL does not {}", arguments.join(" "));
    }
}

fn start() -> Cluster {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("with-postgres");
    let tell = r#"echo "$NIANBAO_TEST_POSTGRES_URL"; echo "$NIANBAO_TEST_POSTGRES_CTL"; exec cat"#;
    let mut keeper = Command::new(script)
        .args(["sh", "-c", tell])
        .env_remove("NIANBAO_TEST_POSTGRES_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("with-postgres runs");
    let told = keeper.stdout.take().expect("its output");
    let mut lines = BufReader::new(told).lines().map_while(Result::ok);
    let mut next = || lines.next().expect("with-postgres tells of the cluster");
    let (url, control) = (next(), next());
    Cluster { keeper, url, control }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // What the script could not remove it has told of on standard error.
        let _ = self.keeper.wait();
    }
}

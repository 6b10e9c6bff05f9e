//! The programs themselves, in processes of their own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, ExitStatus, Output, Stdio};
use std::thread::JoinHandle;

use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use crate::clients::{Clients, TOKEN};
use crate::server::connect;

/// A running `nianbao-server serve`; killed when it is dropped.
pub struct ServerProcess {
    child: Option<Child>,
    log: Option<JoinHandle<Vec<String>>>,
    address: SocketAddr,
}

/// A command line of the program over a database, on a free port, that logs for machines.
///
/// Cargo builds the programs of other packages only when asked: `make test` does, as does
/// `cargo build --workspace --bins`.
pub fn program(database: &str) -> Command {
    let mut command = bare("nianbao-server");
    command
        .env("NIANBAO__ACCESS__TOKEN", TOKEN)
        .env("NIANBAO__LOG__FORMAT", "json")
        .env("NIANBAO__STORE__URL", database)
        .env("NIANBAO__SERVER__LISTEN", "127.0.0.1:0");
    command
}

/// A command line of `nianbao` that works with a server, in Chinese.
pub fn command_line(server: SocketAddr, arguments: &[&str]) -> Command {
    let mut command = bare("nianbao");
    command.args(arguments).env("NIANBAO_SERVER", format!("http://{server}"));
    command.env("NIANBAO_TOKEN", TOKEN).env("LC_ALL", "zh_CN.UTF-8");
    command
}

/// A program of this workspace without the settings of whoever runs the tests.
fn bare(name: &str) -> Command {
    let path = built(name);
    assert!(path.is_file(), "{} is missing: run `cargo build --workspace --bins`", path.display());
    let mut command = Command::new(path);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("NIANBAO") {
            command.env_remove(name);
        }
    }
    command
}

/// Beside the directory of the test programs.
fn built(name: &str) -> PathBuf {
    let tests = std::env::current_exe().expect("the path of this test");
    let profile = tests.parent().and_then(|deps| deps.parent()).expect("a target directory");
    profile.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Runs a command to its end.
pub async fn output(mut command: Command) -> Output {
    let run = spawn_blocking(move || command.output());
    run.await.expect("it is waited for").expect("the program runs")
}

impl ServerProcess {
    /// Serves a database, once it says so.
    pub async fn serve(database: &str) -> Self {
        Self::start(program(database)).await
    }

    /// Serves with more settings.
    pub async fn start(mut command: Command) -> Self {
        let mut child = command.arg("serve").stderr(Stdio::piped()).spawn().expect("it starts");
        let log = child.stderr.take().expect("its log");
        let (tell, address) = oneshot::channel();
        let log = std::thread::spawn(move || read(log, tell));
        match address.await {
            Ok(address) => Self { child: Some(child), log: Some(log), address },
            Err(_) => panic!("the server did not serve: {:#?}", log.join()),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Clients over a new connection.
    pub async fn connect(&self) -> Clients {
        connect(self.address).await
    }

    /// Sends it a signal by name: `TERM`.
    pub fn signal(&self, name: &str) {
        let id = self.child.as_ref().expect("a running process").id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(sent.success(), "the process takes signals");
    }

    /// Waits for its end: how it ended and what it logged.
    pub async fn wait(mut self) -> (ExitStatus, Vec<String>) {
        let (child, log) = (self.child.take(), self.log.take());
        let wait = spawn_blocking(move || {
            let ended = child.expect("a running process").wait().expect("it is waited for");
            (ended, log.expect("a log").join().expect("the log is read"))
        });
        wait.await.expect("it is waited for")
    }

    /// Ends it at once, as `kill -9` does.
    pub async fn kill(mut self) {
        self.child.as_mut().expect("a running process").kill().expect("it is killed");
        self.wait().await;
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may have ended by itself, which is as good.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Reads the log to its end and tells the address once it stands there.
fn read(log: ChildStderr, tell: oneshot::Sender<SocketAddr>) -> Vec<String> {
    let mut tell = Some(tell);
    let mut lines = Vec::new();
    for line in BufReader::new(log).lines().map_while(Result::ok) {
        if let Some(address) = address(&line)
            && let Some(tell) = tell.take()
        {
            // Whoever asked may have given up.
            let _ = tell.send(address);
        }
        lines.push(line);
    }
    lines
}

fn address(line: &str) -> Option<SocketAddr> {
    let event: Value = serde_json::from_str(line).ok()?;
    if event["message"] != "serving" {
        return None;
    }
    event["address"].as_str()?.parse().ok()
}

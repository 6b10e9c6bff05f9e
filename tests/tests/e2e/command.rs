//! The command line, run against a server.

use std::path::Path;

use nianbao_tests::TestServer;
use nianbao_tests::process::{command_line, output};
use serde_json::Value;

/// What a run came to.
pub struct Run {
    pub code: Option<i32>,
    pub data: Vec<u8>,
    pub talk: String,
}

impl Run {
    /// The lines of a result for programs, a JSON value each.
    pub fn lines(&self) -> Vec<Value> {
        let lines = self.data.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
    }
}

/// Runs `nianbao`.
pub async fn run(server: &TestServer, arguments: &[&str]) -> Run {
    let output = output(command_line(server.address(), arguments)).await;
    let talk = String::from_utf8(output.stderr).unwrap();
    Run { code: output.status.code(), data: output.stdout, talk }
}

/// Runs `nianbao report import`, a line for programs each.
pub async fn import(server: &TestServer, path: &Path, more: &[&str]) -> Run {
    let path = path.to_str().unwrap();
    run(server, &[&["report", "import", path, "--format", "json"], more].concat()).await
}

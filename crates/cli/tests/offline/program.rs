//! The built program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The sample page, from the root of the workspace.
pub const PAGE: &str = "tests/fixtures/pages/siqian-2024.txt";

/// What a run came to.
pub struct Run {
    pub code: i32,
    pub data: String,
    pub talk: String,
}

/// The program in the root of the workspace, in an environment that no developer has set.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command.args(arguments).current_dir(root()).stdin(Stdio::null()).env_clear();
    command.env("COLUMNS", "100");
    command
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn nianbao(arguments: &[&str]) -> Run {
    run(program(arguments).output().unwrap())
}

/// Runs with something on standard input.
pub fn nianbao_reading(input: &[u8], arguments: &[&str]) -> Run {
    let mut command = program(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    run(child.wait_with_output().unwrap())
}

fn run(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap(),
        data: String::from_utf8(output.stdout).unwrap(),
        talk: String::from_utf8(output.stderr).unwrap(),
    }
}

//! The process that reads a document and tells what it took.

use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use nianbao_document::{Format, archive, read};

use crate::case::Case;

/// What the arguments of the process begin with.
pub const MARK: &str = "read-one";
/// Nothing is waited for longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a document took.
pub struct Cost {
    /// The time of a processor, where the system tells it: other programs may be running.
    pub seconds: f64,
    /// The most memory of the process at any time; zero where the system does not tell.
    pub megabytes: f64,
    /// A draft, or the error.
    pub outcome: String,
}

/// Has a document read by a process of its own.
pub fn cost(case: &Case) -> io::Result<Cost> {
    let bytes = case.bytes();
    let mut child = Command::new(std::env::current_exe()?)
        .args([MARK, case.format.media_type(), &bytes.len().to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(&bytes)?;
    }
    drop(bytes);
    let output = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut parts = said.trim_end().splitn(3, '\t');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(f64::INFINITY);
    let (seconds, megabytes) = (number(), number());
    let outcome = parts.next().map_or_else(|| output.status.to_string(), str::to_owned);
    Ok(Cost { seconds, megabytes, outcome })
}

/// Reads the document that comes in.
pub fn run(media_type: &str, length: &str) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(length.parse().unwrap_or_default());
    io::stdin().lock().read_to_end(&mut bytes)?;
    let (said, heard) = mpsc::channel();
    let media_type = media_type.to_owned();
    thread::spawn(move || said.send(timed(&bytes, &media_type)));
    let not_done = (PATIENCE.as_secs_f64(), "not done".to_owned());
    let (seconds, outcome) = heard.recv_timeout(PATIENCE).unwrap_or(not_done);
    writeln!(io::stdout(), "{seconds}\t{}\t{outcome}", most_megabytes())
}

fn timed(bytes: &[u8], media_type: &str) -> (f64, String) {
    let (begun, running) = (Instant::now(), running());
    let outcome = outcome(bytes, media_type);
    let seconds = self::running().zip(running).map(|(now, before)| now - before);
    (seconds.unwrap_or_else(|| begun.elapsed().as_secs_f64()), outcome)
}

/// For how many seconds this thread has been running.
fn running() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn outcome(bytes: &[u8], media_type: &str) -> String {
    let outcome = match Format::detect(bytes, Some(media_type), None) {
        Err(error) => error.to_string(),
        Ok(Format::Zip) => match archive::entries(bytes) {
            Ok(entries) => {
                let mut errors = entries.filter_map(Result::err).map(|error| error.to_string());
                errors.next().unwrap_or_else(|| "documents".to_owned())
            }
            Err(error) => error.to_string(),
        },
        Ok(format) => match read(bytes, format) {
            Ok(_) => "draft".to_owned(),
            Err(error) => error.to_string(),
        },
    };
    outcome.chars().filter(|c| !c.is_control()).take(90).collect()
}

fn most_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

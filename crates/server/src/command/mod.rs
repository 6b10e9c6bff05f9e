//! The commands of `nianbao-server`.

mod arguments;
mod healthcheck;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use nianbao_server::config::{Config, ConfigError, load};
use nianbao_server::{RunError, migrate, start_telemetry};

pub use arguments::Arguments;
use arguments::{Command, ConfigCommand};

/// What a command ended with.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The server.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The server does not answer, or not well.
    #[error("the server at {address} is not healthy: {what}")]
    Unhealthy {
        /// Where.
        address: String,
        /// What it answered.
        what: String,
    },
    /// The runtime or standard output.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The settings cannot be printed.
    #[error("the settings cannot be printed: {0}")]
    Print(#[from] toml::ser::Error),
}

/// Carries out what the arguments say.
pub fn execute(arguments: &Arguments) -> Result<(), CommandError> {
    let config = load(arguments.config.as_deref(), None, &arguments.settings())?;
    match arguments.command {
        Command::Serve => serve::serve(&config),
        Command::Migrate => {
            start_telemetry(&config.log);
            Ok(runtime(&config)?.block_on(migrate(&config))?)
        }
        Command::Config { command: ConfigCommand::Print } => print(&toml::to_string(&config)?),
        Command::Config { command: ConfigCommand::Check } => print("the settings can be used\n"),
        Command::Healthcheck => runtime(&config)?.block_on(healthcheck::healthcheck(&config)),
    }
}

/// Tells on standard error why a command failed.
pub fn fail(error: &CommandError) -> ExitCode {
    let told = writeln!(std::io::stderr(), "nianbao-server: {error}");
    match (told, error) {
        (Ok(()), CommandError::Config(_)) => ExitCode::from(2),
        (Ok(()) | Err(_), _) => ExitCode::FAILURE,
    }
}

fn print(words: &str) -> Result<(), CommandError> {
    Ok(std::io::stdout().write_all(words.as_bytes())?)
}

fn runtime(config: &Config) -> std::io::Result<tokio::runtime::Runtime> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    if config.server.worker_threads > 0 {
        runtime.worker_threads(config.server.worker_threads);
    }
    runtime.enable_all().build()
}

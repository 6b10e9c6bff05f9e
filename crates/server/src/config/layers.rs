//! Later wins: the embedded defaults, a file, the environment, flags.

use std::path::{Path, PathBuf};

use ::config::{Config as Layers, Environment, File, FileFormat};

use super::{Config, Problem};

/// The commented defaults, as they stand inside the program.
const DEFAULTS: &str = include_str!("default.toml");

/// Settings that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A layer cannot be read, has an unknown key or a value of the wrong kind.
    #[error("the settings cannot be read: {0}")]
    Unreadable(#[from] ::config::ConfigError),
    /// A flag is not KEY=VALUE.
    #[error("{0:?} is not KEY=VALUE, such as server.listen=127.0.0.1:0")]
    NotAnAssignment(String),
    /// A file that should hold a secret cannot be read or made.
    #[error("{path}: {source}")]
    SecretFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Settings that contradict the rules; all of them.
    #[error("the settings cannot be used:{}", .0.iter().map(|problem| format!("\n  {problem}")).collect::<String>())]
    Problems(Vec<Problem>),
}

/// Reads the layers; `flags` are `section.key=value`.
pub fn load(
    file: Option<&Path>,
    environment: Option<Environment>,
    flags: &[String],
) -> Result<Config, ConfigError> {
    let mut layers = Layers::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
    if let Some(file) = file {
        layers = layers.add_source(File::from(file).format(FileFormat::Toml).required(true));
    }
    layers = layers.add_source(environment.unwrap_or_else(process_environment));
    for flag in flags {
        let (key, value) =
            flag.split_once('=').ok_or_else(|| ConfigError::NotAnAssignment(flag.clone()))?;
        layers = layers.set_override(key.trim(), value)?;
    }
    let config: Config = layers.build()?.try_deserialize()?;
    match config.validate() {
        problems if problems.is_empty() => Ok(config),
        problems => Err(ConfigError::Problems(problems)),
    }
}

fn process_environment() -> Environment {
    Environment::with_prefix("NIANBAO").prefix_separator("__").separator("__")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_environment(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let pairs =
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        load(None, Some(process_environment().source(Some(pairs))), &[])
    }

    #[test]
    fn the_defaults_can_be_used() {
        let config = with_environment(&[]).unwrap();
        assert!(config.server.listen.ip().is_loopback());
    }

    #[test]
    fn the_settings_that_are_deployed_can_be_used() {
        let deployed =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/config/nianbao.toml");
        let config = load(
            Some(&deployed),
            Some(process_environment().source(Some(Default::default()))),
            &[],
        )
        .unwrap();
        assert_eq!(config.log.format, crate::config::LogFormat::Json);
    }

    #[test]
    fn later_layers_win() {
        let file = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
        std::fs::write(
            file.path(),
            "[limits]\nmax_page_size = 7\ndefault_page_size = 5\n[server]\nworker_threads = 1\n",
        )
        .unwrap();
        let environment =
            [("NIANBAO__SERVER__WORKER_THREADS".to_owned(), "2".to_owned())].into_iter().collect();
        let environment = process_environment().source(Some(environment));
        let config =
            load(Some(file.path()), Some(environment), &["limits.default_page_size=6".to_owned()])
                .unwrap();
        assert_eq!((config.limits.max_page_size, config.limits.default_page_size), (7, 6));
        assert_eq!(config.server.worker_threads, 2);
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = with_environment(&[("NIANBAO__SERVER__LISTN", "x")]).unwrap_err();
        assert!(error.to_string().contains("listn"), "{error}");
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let error = with_environment(&[
            ("NIANBAO__SERVER__LISTEN", "0.0.0.0:1"),
            ("NIANBAO__ACCESS__TOKEN", "short"),
            ("NIANBAO__STORE__URL", "mysql://x"),
        ]);
        let ConfigError::Problems(problems) = error.unwrap_err() else { panic!("other error") };
        assert_eq!(problems.len(), 3);
    }

    #[test]
    fn secrets_are_never_printed() {
        let config =
            with_environment(&[("NIANBAO__ACCESS__TOKEN", "a-very-secret-token")]).unwrap();
        let printed = format!("{config:?}{}", toml::to_string(&config).unwrap());
        assert!(!printed.contains("a-very-secret-token"));
        assert!(printed.contains("***"));
    }
}

//! What can be set. `default.toml` says what each means.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use nianbao_document::official::{FontNames, FontRole};
use serde::{Deserialize, Serialize};

use super::Secret;

/// Everything that can be set.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Listening and stopping.
    pub server: ServerConfig,
    /// Who may call.
    pub access: AccessConfig,
    /// Where everything is stored.
    pub store: StoreConfig,
    /// What is kept encoded.
    pub cache: CacheConfig,
    /// What is logged, and how.
    pub log: LogConfig,
    /// What is too much for one call.
    pub limits: LimitsConfig,
    /// What official documents are set in.
    pub fonts: FontsConfig,
}

/// Listening and stopping.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Where to listen.
    pub listen: SocketAddr,
    /// A file to write the bound address to.
    pub address_file: PathBuf,
    /// How long calls in flight may take to finish.
    pub shutdown_grace_seconds: u64,
    /// The greatest request, in bytes.
    pub max_request_bytes: usize,
    /// Worker threads; 0 for one a processor.
    pub worker_threads: usize,
}

/// Who may call.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AccessConfig {
    /// The token.
    pub token: Secret,
    /// A file that holds it.
    pub token_file: PathBuf,
}

/// Where everything is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoreConfig {
    /// The address of the database.
    pub url: Secret,
    /// A file that holds it.
    pub url_file: PathBuf,
    /// Whether to bring the schema up to date at the start.
    pub migrate: bool,
    /// Connections that read.
    pub readers: NonZeroU32,
    /// Connections that write.
    pub writers: NonZeroU32,
}

/// What is kept encoded.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CacheConfig {
    /// In bytes.
    pub encoded_bytes: u64,
}

/// What is logged, and how.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// The form of a line.
    pub format: LogFormat,
    /// What to log.
    pub filter: String,
}

/// The form of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// What is too much for one call.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LimitsConfig {
    /// Items of a page where the request does not say.
    pub default_page_size: usize,
    /// Most items of a page.
    pub max_page_size: usize,
    /// Most items of a batch.
    pub max_batch_size: usize,
    /// Most findings in one answer.
    pub max_findings: usize,
}

/// What official documents are set in; an empty name leaves the choice open.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FontsConfig {
    /// A folder of fonts to embed in PDF.
    pub folder: PathBuf,
    /// The family of the title.
    pub title: String,
    /// The family of headings of the first level.
    pub heading: String,
    /// The family of headings of the second level.
    pub second_heading: String,
    /// The family of the text.
    pub body: String,
    /// The family of page numbers.
    pub page_number: String,
}

impl FontsConfig {
    /// The families that are named.
    pub fn names(&self) -> FontNames {
        FontNames::default()
            .with(FontRole::Title, &self.title)
            .with(FontRole::Heading, &self.heading)
            .with(FontRole::SecondHeading, &self.second_heading)
            .with(FontRole::Body, &self.body)
            .with(FontRole::PageNumber, &self.page_number)
    }
}

impl ServerConfig {
    /// How long calls in flight may take to finish.
    pub fn grace(&self) -> Duration {
        Duration::from_secs(self.shutdown_grace_seconds)
    }
}

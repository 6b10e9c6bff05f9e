//! How the store is opened.

use std::fmt;
use std::num::NonZeroU32;

/// How the store is opened.
#[derive(Clone)]
pub struct Settings {
    /// `sqlite:///path/to/nianbao.db` or `postgres://user:password@host/database`.
    pub url: String,
    /// Connections that read.
    pub readers: NonZeroU32,
    /// Transactions that may be written at the same time on PostgreSQL; SQLite writes one.
    pub lanes: NonZeroU32,
}

impl Settings {
    /// The settings that serve most: 8 readers, 4 lanes.
    pub fn new(url: impl Into<String>) -> Self {
        let one = NonZeroU32::MIN;
        Self { url: url.into(), readers: one.saturating_add(7), lanes: one.saturating_add(3) }
    }
}

impl From<&str> for Settings {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

impl From<String> for Settings {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}

/// Without the URL, which may hold a password.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { url: _, readers, lanes } = self;
        f.debug_struct("Settings").field("readers", readers).field("lanes", lanes).finish()
    }
}

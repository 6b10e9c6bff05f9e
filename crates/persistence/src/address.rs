//! Where the database is.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where the database is, with whatever secret that takes: never shown.
#[derive(Clone)]
pub(crate) enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by its URL.
    Postgres(String),
}

/// A URL that names no database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the URL names no database: sqlite:///path/to/nianbao.db or postgres://user@host/database does"
)]
pub struct AddressError;

impl Address {
    /// Reads a URL. The path of SQLite stands behind `sqlite://` as it is; only files will do.
    pub(crate) fn parse(url: &str) -> Result<Self, AddressError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite://").ok_or(AddressError)?;
        let names_a_file =
            Path::new(path).file_name().is_some() && path != ":memory:" && !path.contains('?');
        if names_a_file { Ok(Self::Sqlite(path.into())) } else { Err(AddressError) }
    }
}

impl Address {
    /// Whether it is a file that does not exist yet.
    pub(crate) fn is_to_be_made(&self) -> bool {
        matches!(self, Self::Sqlite(path) if !path.exists())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "sqlite://***",
            Self::Postgres(_) => "postgres://***",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_a_file_or_a_server() {
        let file = Address::parse("sqlite:///var/lib/nianbao.db").unwrap();
        assert!(matches!(file, Address::Sqlite(path) if path == Path::new("/var/lib/nianbao.db")));
        assert!(matches!(Address::parse("postgres://a:b@c/d"), Ok(Address::Postgres(_))));
    }

    #[test]
    fn other_urls_name_no_database() {
        for url in [
            "",
            "nianbao.db",
            "sqlite::memory:",
            "sqlite://:memory:",
            "sqlite://",
            "sqlite:///",
            "mysql://a/b",
        ] {
            assert!(matches!(Address::parse(url), Err(AddressError)), "{url}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let address = Address::parse("postgres://user:secret@host/db").unwrap();
        assert!(!format!("{address:?}").contains("secret"));
    }
}

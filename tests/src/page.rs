//! The published pages among the fixtures.

use std::path::{Path, PathBuf};

use bytes::Bytes;

/// The page that the project's own documentation follows: a township's report for 2024 on the form
/// of 2019, with what is wrong about it.
pub const SIQIAN_2024: &str = "siqian-2024.txt";

/// Where a page is.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages").join(name)
}

/// The bytes of a page.
pub fn read(name: &str) -> Bytes {
    let path = path(name);
    let read = std::fs::read(&path);
    read.unwrap_or_else(|error| panic!("{}: {error}", path.display())).into()
}

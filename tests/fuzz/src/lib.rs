//! What is fuzzed: each target takes any bytes and may neither panic nor run away.

mod statements;

pub use statements::statements;

/// A target by the name of its corpus.
pub static TARGETS: &[(&str, fn(&[u8]))] = &[("statements", statements)];

//! What is fuzzed: each target takes any bytes and may neither panic nor run away.

mod expressions;
mod statements;

pub use expressions::expressions;
pub use statements::statements;

/// A target by the name of its corpus.
pub static TARGETS: &[(&str, fn(&[u8]))] =
    &[("expressions", expressions), ("statements", statements)];

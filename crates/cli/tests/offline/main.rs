//! The commands that need no server, run as people run them.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected may stop there")]

mod check;
mod conformance;
mod convert;
mod decisions;
mod explain;
mod fill_in;
mod fix_preview;
mod form;
mod many;
mod program;
mod related;
mod rule;
mod usage;

//! What is fuzzed: each target takes any bytes and may neither panic nor run away.

mod expressions;
mod office;
mod pages;
mod pdf;
mod statements;
mod wire;

pub use expressions::expressions;
pub use office::{archives, docx, xlsx};
pub use pages::{csv, html, text};
pub use pdf::pdf;
pub use statements::statements;
pub use wire::{json, protobuf};

/// A target by the name of its corpus.
pub static TARGETS: &[(&str, fn(&[u8]))] = &[
    ("archives", archives),
    ("csv", csv),
    ("docx", docx),
    ("expressions", expressions),
    ("html", html),
    ("json", json),
    ("pdf", pdf),
    ("protobuf", protobuf),
    ("statements", statements),
    ("text", text),
    ("xlsx", xlsx),
];

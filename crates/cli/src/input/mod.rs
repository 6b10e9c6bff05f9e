//! What the command line reads: files, folders, standard input, and the reports in them.

mod document;
mod source;
mod unpacked;
mod unreadable;
mod walk;

pub use document::Document;
pub use source::Source;
pub use unpacked::unpacked;
pub use unreadable::Unreadable;
pub use walk::{Found, sources};

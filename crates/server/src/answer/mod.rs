//! Errors as clients see them: one function maps each kind, with `google.rpc` details.

mod bound;
mod chinese;
mod decision;
mod rule;
mod status;
mod violations;

#[cfg(feature = "pdf")]
pub use status::unprintable;
pub use status::{
    about_document, credentials_invalid, credentials_missing, internal, malformed, missing,
    rendition_unavailable, status, too_large, unreadable,
};
pub use violations::invalid;

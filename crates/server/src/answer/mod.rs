//! Errors as clients see them: one function maps each kind, with `google.rpc` details.

mod chinese;
mod status;
mod violations;

pub use status::{
    credentials_invalid, credentials_missing, internal, missing, rejected, status, too_large,
};
pub use violations::invalid;

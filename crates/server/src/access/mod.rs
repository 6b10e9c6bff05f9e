//! Who calls: a first static token. Real access control takes its place behind the same interceptor.

mod guard;
mod token;

pub use guard::Guard;
pub use token::{Token, TokenError};

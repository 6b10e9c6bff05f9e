//! Who may do what.

mod caller;
mod method;
mod scope;

pub use caller::Caller;
pub use method::{Method, Permission};
pub use scope::Scope;

//! The application: what callers can do, who may do it, and the ports it needs.
//!
//! Only this crate decides who may do what; there is exactly one write path, [`store::Store::commit`].

pub mod access;
mod application;
mod clock;
mod error;
mod idempotency;
mod limits;
#[cfg(any(test, feature = "memory"))]
pub mod memory;
pub mod organizations;
pub mod query;
pub mod reports;
pub mod rules;
pub mod store;

pub use application::Application;
pub use clock::{Clock, IdSource};
pub use error::{Error, FieldViolation, Resource, ViolationReason};
pub use idempotency::{Call, RequestKey};
pub use limits::Limits;

#[cfg(test)]
mod tests;

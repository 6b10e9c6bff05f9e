//! Decisions about findings: made here, brought with a report, withdrawn.

mod answered;
mod brought;
mod change;
mod error;
mod make;
mod withdraw;

pub(super) use brought::brought;
pub(super) use change::bounded;
pub use error::DecisionError;
pub use make::About;

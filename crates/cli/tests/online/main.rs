//! What the online commands send, against a register that answers as it is told to.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected may stop there")]

mod calls;
mod register;
mod suggestions;

//! Made-up reports: without a fault they raise no failure, with one it is found and, where the form
//! allows it, pinpointed.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected may stop there")]

mod clean;
mod detection;
mod fault;
mod figures;
mod numeral;
mod organ;
mod pair;
mod prose;
mod random;

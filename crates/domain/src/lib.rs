//! The domain of Nianbao: the statutory form as data, reports, organizations, rules.
//!
//! Pure: no I/O, no async, no clock, no randomness.

pub mod form;
pub mod organization;
pub mod report;
pub mod sheet;

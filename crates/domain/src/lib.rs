//! The domain of Nianbao: the statutory form as data, reports, organizations, rules.
//!
//! Pure: no I/O, no async, no clock, no randomness.

pub mod chrome;
pub mod decision;
pub mod evidence;
pub mod finding;
pub mod form;
pub mod metadata;
pub mod organization;
pub mod report;
pub mod rules;
pub mod sheet;
pub mod statement;
pub mod user_rule;

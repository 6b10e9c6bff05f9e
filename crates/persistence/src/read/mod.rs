//! Reads: each begins with a scope, and none sees what is outside.

mod attachment;
mod compared;
mod comparison;
mod decision;
mod journal;
mod listing;
mod organization;
mod prepared;
mod report;
mod request;
mod rule;
mod scope;

pub(crate) use prepared::Prepared;

//! The rows, as they lie in the tables. No behaviour: what they mean is the mapping's knowledge.

pub(crate) mod attachment;
pub(crate) mod audit_entry;
pub(crate) mod blob;
pub(crate) mod blob_chunk;
pub(crate) mod chain;
pub(crate) mod decision;
pub(crate) mod event;
pub(crate) mod organization;
pub(crate) mod organization_name;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod revision;
pub(crate) mod rule;
pub(crate) mod rule_set;

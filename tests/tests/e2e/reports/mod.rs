//! Annual reports.

mod batch;
mod comparison;
mod create;
mod delete;
mod edition;
mod import;
mod list;
mod read;
mod revisions;
mod suggestions;
mod update;
mod validate;

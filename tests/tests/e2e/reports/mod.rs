//! Annual reports.

mod archives;
mod attachments;
mod batch;
mod command_line;
mod comparison;
mod create;
mod decisions;
mod delete;
mod edition;
mod fill_in;
mod folders;
mod import;
mod list;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod render;
mod revalidate;
mod revisions;
mod suggestions;
mod update;
mod validate;

//! The register of organs.

mod batch;
mod create;
mod list;
mod read;
mod succession;
mod update;

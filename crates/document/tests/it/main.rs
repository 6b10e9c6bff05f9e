//! What the crate promises, over the figures of real reports in the layouts of real pages.

#![expect(clippy::unwrap_used, reason = "helpers of tests may stop where a test may")]

mod article;
mod figures;
mod layout;
mod office;
mod producer;

mod archives;
mod bounds;
mod figure_files;
mod fill_in;
mod forgotten;
mod formats;
mod golden;
mod hostile;
mod layouts;
mod misleading;
mod oddities;
mod pages;
mod pdf;
mod pdf_bounds;
mod printed;
mod provenance;
mod round_trip;
mod verdicts;
mod word;

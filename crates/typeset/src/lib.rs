#![cfg(feature = "pdf")]
//! Reports as PDF, in the layout of official documents (GB/T 9704-2012), set with typst.
//!
//! The words of a report are data of a fixed template, never markup: nothing in them is run. The
//! same report and the same fonts give the same bytes; no clock is read.
//!
//! Fonts are looked for where the program runs ([`Fonts::find`]). What is licensed is used and
//! embedded only where the operator names it; otherwise a free font is taken, or a message says
//! which there are.

mod data;
mod error;
mod fonts;
mod pdf;
mod world;

pub use error::{FontError, TypesetError};
pub use fonts::{FontSearch, Fonts};
pub use pdf::pdf;

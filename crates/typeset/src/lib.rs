//! Reports as PDF, in the layout of official documents (GB/T 9704-2012), set with typst.
//!
//! The words of a report are data of a fixed template, never markup: nothing in them is run. The
//! same report and the same fonts give the same bytes; no clock is read.
//!
//! Fonts are looked for where the program runs ([`Fonts::find`]). What is licensed is used and
//! embedded only where the operator names it; otherwise a free font is taken, or a message says
//! which there are.
//!
//! Without the feature `pdf` the crate is empty, so that everyday builds do not pay for typst.

#[cfg(feature = "pdf")]
mod data;
#[cfg(feature = "pdf")]
mod error;
#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod world;

#[cfg(feature = "pdf")]
pub use error::{FontError, TypesetError};
#[cfg(feature = "pdf")]
pub use fonts::{FontSearch, Fonts};
#[cfg(feature = "pdf")]
pub use pdf::pdf;

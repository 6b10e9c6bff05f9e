//! Reports set as PDF, with a font that is made here.

#![expect(clippy::unwrap_used, reason = "helpers of tests may stop where a test may")]

mod font;
mod fonts;
mod pages;
mod round_trip;

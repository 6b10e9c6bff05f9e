//! The form against what the notices print.

mod grid;
mod shape;

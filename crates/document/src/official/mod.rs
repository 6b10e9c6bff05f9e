//! The layout of official documents, GB/T 9704-2012: what paper, which sizes, which fonts, and how
//! a table fits. The same for every format that has pages.

mod fitting;
mod font_names;
mod lead;
pub mod paper;
mod slots;

pub use fitting::{Fitting, INSET, LEADING, PADDING};
pub use font_names::{FontNames, FontRole};
pub use lead::{Lead, is_signature};
pub use slots::{Slot, slots};

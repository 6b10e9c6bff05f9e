//! The report within a page: its title, its sections, and what is no part of it.

mod credit_code;
mod date;
mod footer;
mod heading;
mod organ;
mod outline;
mod title;

pub(crate) use credit_code::credit_codes;
pub(crate) use heading::is_section_heading;
pub(crate) use outline::{Outline, OutlineSection, outline};

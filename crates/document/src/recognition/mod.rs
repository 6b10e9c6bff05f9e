//! The report within a page: its title, its sections, and what is no part of it.

mod credit_code;
mod date;
mod footer;
mod heading;
mod metadata;
mod organ;
mod outline;
pub(crate) mod page_number;
mod title;

pub(crate) use credit_code::credit_codes;
pub(crate) use heading::{is_section_heading, is_section_title};
pub(crate) use outline::{Outline, OutlineSection, outline};

/// Whose figures a report of an organ with this name gives.
#[cfg(feature = "samples")]
pub(crate) fn kind_of(name: &str) -> nianbao_domain::report::ReportKind {
    organ::kind(Some(name))
}

//! Organs.

mod fields;
mod message;
mod particulars;
mod update;

pub use message::organization;
pub use particulars::particulars;
pub use update::particulars_update;

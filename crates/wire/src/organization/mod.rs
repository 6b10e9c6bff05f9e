//! Organs.

mod fields;
mod message;
mod particulars;
mod update;

pub(crate) use fields::code;
pub use message::organization;
pub use particulars::particulars;
pub use update::particulars_update;

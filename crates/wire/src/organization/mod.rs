//! Organs.

mod fields;
mod input;
mod message;
mod update;

pub use input::OrganizationInput;
pub use message::organization;
pub use update::OrganizationUpdate;

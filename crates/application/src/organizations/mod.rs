//! Registering organs and changing their records.

mod create;
mod read;
mod update;

pub use create::NewOrganization;
pub use read::OrganizationPage;
#[cfg(any(test, feature = "memory"))]
pub(crate) use read::value;
pub(crate) use update::own_superior;

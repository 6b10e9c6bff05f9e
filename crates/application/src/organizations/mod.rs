//! Registering organs and changing their records.

mod close;
mod create;
mod read;
mod succeed;
mod update;

pub use create::NewOrganization;
pub use read::OrganizationPage;
#[cfg(any(test, feature = "memory"))]
pub(crate) use read::value;
pub use succeed::{SeenOrganization, StatedSuccession, Succeeded};
pub(crate) use update::own_superior;

use nianbao_domain::organization::Organization;

use crate::Error;
use crate::idempotency::Call;
use crate::store::Recorded;

/// The one organ that an earlier call with the same request id was answered with.
fn recorded_organ(call: &Call<'_>, recorded: Recorded) -> Result<Organization, Error> {
    match recorded {
        Recorded::Organizations(organs) => organs.into_iter().next().ok_or_else(|| call.reused()),
        Recorded::Report(_) | Recorded::Deleted | Recorded::Revalidated(_) | Recorded::Rule(_) => {
            Err(call.reused())
        }
    }
}

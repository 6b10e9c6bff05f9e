//! Why a transaction did not come to its end.

use sea_orm::DbErr;

use crate::fault::Fault;
use crate::shared::Shared;

/// Why a transaction did not come to its end.
#[derive(Debug)]
pub(super) enum Refusal {
    /// A row has another version than expected, or is gone.
    Conflict,
    /// A key exists.
    Exists,
    /// A row that is referred to does not exist.
    ReferenceMissing,
    /// Organs have become their own superiors.
    Cycle,
    /// The database failed.
    Fault(Fault),
}

impl Shared {
    /// What an error means to a transaction.
    pub(super) fn refusal(&self, error: &DbErr) -> Refusal {
        match self.fault(error) {
            Fault::Unique => Refusal::Exists,
            Fault::ForeignKey => Refusal::ReferenceMissing,
            fault @ (Fault::Away
            | Fault::Exhausted
            | Fault::Busy
            | Fault::Undecodable(_)
            | Fault::Other(_)) => Refusal::Fault(fault),
        }
    }
}

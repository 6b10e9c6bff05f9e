//! A change set that was refused, once more by itself and write by write, to learn which write the
//! database refuses and why.

use nianbao_application::Resource;
use nianbao_application::store::CommitError;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::prepared::{Prepared, PreparedWrite};
use super::refusal::Refusal;
use super::rows::Rows;
use super::superiors::{self, Superiors};
use crate::connection::begin;
use crate::entity::request;
use crate::fault::Fault;
use crate::retention::oldest_kept;
use crate::shared::Shared;

/// Why a change set cannot be written.
pub(super) enum Verdict {
    /// The caller is told.
    Told(CommitError),
    /// The database failed.
    Fault(Fault),
}

impl Shared {
    /// Writes a change set by itself, in the order of its writes.
    pub(super) async fn write_alone(&self, set: &Prepared) -> Result<(), Verdict> {
        let transaction = begin(&self.connections.writer).await;
        let transaction = transaction.map_err(|error| Verdict::Fault(self.fault(&error)))?;
        match self.write_in_order(set, &transaction).await {
            Ok(()) => {
                self.announce(set.reports(), &transaction).await.map_err(Verdict::Fault)?;
                let committed = transaction.commit().await;
                committed.map_err(|error| Verdict::Fault(self.fault(&error)))
            }
            Err(verdict) => {
                self.roll_back(transaction).await;
                Err(verdict)
            }
        }
    }

    async fn write_in_order(
        &self,
        set: &Prepared,
        transaction: &DatabaseTransaction,
    ) -> Result<(), Verdict> {
        let faulty = |error| Verdict::Fault(self.fault(&error));
        let superiors = Superiors::of([set]);
        superiors.lock(transaction).await.map_err(faulty)?;
        if let Some(request) = &set.request {
            self.forget(request, transaction).await?;
            let mut rows = Rows::default();
            rows.add_request(request.clone());
            let written = rows.write(self, transaction).await;
            written.map_err(|refusal| verdict(refusal, |_| CommitError::RequestRecorded))?;
        }
        for write in &set.writes {
            let mut rows = Rows::default();
            rows.add(&write.rows);
            let written = rows.write(self, transaction).await;
            written.map_err(|refusal| verdict(refusal, |refusal| refused(write, refusal)))?;
        }
        let cycles = superiors.in_cycles(transaction).await.map_err(faulty)?;
        if let Some(refused) = superiors::refused(set, &cycles) {
            return Err(Verdict::Told(refused));
        }
        let mut rows = Rows::default();
        rows.add_journal(set);
        let written = rows.write(self, transaction).await;
        // An id that exists is this commit, under way elsewhere: the next try will find it.
        written.map_err(|refusal| match refusal {
            Refusal::Fault(fault) => Verdict::Fault(fault),
            Refusal::Conflict | Refusal::Exists | Refusal::ReferenceMissing | Refusal::Cycle => {
                Verdict::Fault(Fault::Busy)
            }
        })
    }

    /// A record that is not kept any longer stands in nobody's way.
    async fn forget(
        &self,
        request: &request::Model,
        transaction: &DatabaseTransaction,
    ) -> Result<(), Verdict> {
        use request::Column;
        let expired = request::Entity::delete_many()
            .filter(Column::Caller.eq(request.caller.as_str()))
            .filter(Column::Method.eq(request.method.as_str()))
            .filter(Column::RequestId.eq(request.request_id))
            .filter(Column::CreateTime.lt(oldest_kept(self.clock.now())));
        let forgotten = expired.exec(transaction).await;
        forgotten.map(|_| ()).map_err(|error| Verdict::Fault(self.fault(&error)))
    }
}

fn verdict(refusal: Refusal, told: impl Fn(&Refusal) -> CommitError) -> Verdict {
    match refusal {
        Refusal::Fault(fault) => Verdict::Fault(fault),
        Refusal::Conflict | Refusal::Exists | Refusal::ReferenceMissing | Refusal::Cycle => {
            Verdict::Told(told(&refusal))
        }
    }
}

fn refused(write: &PreparedWrite, refusal: &Refusal) -> CommitError {
    match (refusal, &write.refers_to) {
        (Refusal::Exists, _) => CommitError::Exists(write.exists.clone()),
        (Refusal::ReferenceMissing, Some(organ)) => {
            CommitError::ReferenceMissing(Resource::Organization(organ.clone()))
        }
        (Refusal::Cycle, _) => CommitError::Cycle(write.resource.clone()),
        (Refusal::Conflict | Refusal::ReferenceMissing | Refusal::Fault(_), _) => {
            CommitError::VersionConflict(write.resource.clone())
        }
    }
}

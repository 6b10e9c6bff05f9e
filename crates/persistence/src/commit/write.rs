//! A batch in one transaction; where something in it is refused, in halves, until only what is
//! refused fails.

use nianbao_application::store::{CommitError, StoreError};
use nianbao_domain::report::ReportKey;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::alone::Verdict;
use super::prepared::Prepared;
use super::queue::Waiting;
use super::refusal::Refusal;
use super::rows::Rows;
use super::superiors::Superiors;
use crate::connection::begin;
use crate::entity::audit_entry;
use crate::fault::Fault;
use crate::patience::Patience;
use crate::shared::Shared;

impl Shared {
    /// Writes a batch and answers everybody in it.
    pub(super) async fn write(&self, batch: Vec<Waiting>) {
        let mut batches = vec![batch];
        while let Some(mut batch) = batches.pop() {
            match self.persist(&batch).await {
                Outcome::Written => self.answer(batch, Ok(())),
                Outcome::Refused(error) => self.answer(batch, Err(error)),
                Outcome::Divided => {
                    let behind = batch.split_off(batch.len() / 2);
                    batches.extend([behind, batch]);
                }
                Outcome::Failed(error) => self.answer(batch, Err(error.into())),
            }
        }
    }

    /// Tries until it is decided what becomes of the batch, or patience ends.
    async fn persist(&self, batch: &[Waiting]) -> Outcome {
        let mut patience = Patience::new();
        loop {
            let fault = match self.try_for(self.try_once(batch)).await {
                Ok(outcome) => return outcome,
                Err(fault) => fault,
            };
            if !fault.is_passing() || !patience.wait().await {
                return Outcome::Failed(fault.told("commit", batch.len()));
            }
            // The connection may have been lost after the commit and before we heard of it.
            match self.is_committed(batch).await {
                Ok(true) => return Outcome::Written,
                Ok(false) => {}
                Err(fault) if fault.is_passing() => {}
                Err(fault) => return Outcome::Failed(fault.told("commit", batch.len())),
            }
        }
    }

    async fn try_once(&self, batch: &[Waiting]) -> Result<Outcome, Fault> {
        match (self.write_together(batch).await, batch) {
            (Ok(()), _) => Ok(Outcome::Written),
            (Err(Refusal::Fault(fault)), _) => Err(fault),
            (Err(_), [only]) => match self.write_alone(&only.set).await {
                Ok(()) => Ok(Outcome::Written),
                Err(Verdict::Fault(fault)) => Err(fault),
                // Refused because it is there already: the same commit, retried.
                Err(Verdict::Told(_)) if self.is_committed(batch).await? => Ok(Outcome::Written),
                Err(Verdict::Told(error)) => Ok(Outcome::Refused(error)),
            },
            (Err(_), _) => Ok(Outcome::Divided),
        }
    }

    async fn write_together(&self, batch: &[Waiting]) -> Result<(), Refusal> {
        let sets = || batch.iter().map(|waiting| &waiting.set);
        let transaction = begin(&self.connections.writer).await;
        let transaction = transaction.map_err(|error| self.refusal(&error))?;
        if let Err(refusal) = self.write_rows(batch, &transaction).await {
            self.roll_back(transaction).await;
            return Err(refusal);
        }
        let changed = sets().flat_map(Prepared::reports);
        self.announce(changed, &transaction).await.map_err(Refusal::Fault)?;
        transaction.commit().await.map_err(|error| self.refusal(&error))
    }

    async fn write_rows(
        &self,
        batch: &[Waiting],
        transaction: &DatabaseTransaction,
    ) -> Result<(), Refusal> {
        let sets = || batch.iter().map(|waiting| &waiting.set);
        let superiors = Superiors::of(sets());
        superiors.lock(transaction).await.map_err(|error| self.refusal(&error))?;
        Rows::of(sets()).write(self, transaction).await?;
        let cycles = superiors.in_cycles(transaction).await;
        let cycles = cycles.map_err(|error| self.refusal(&error))?;
        if cycles.is_empty() { Ok(()) } else { Err(Refusal::Cycle) }
    }

    /// Ends a transaction that comes to nothing; where that fails, the connection is replaced.
    pub(crate) async fn roll_back(&self, transaction: DatabaseTransaction) {
        if let Err(error) = transaction.rollback().await {
            tracing::debug!(%error, "a transaction could not be rolled back");
        }
    }

    /// Whether the commits of a batch are there: all of them or none, for they are one transaction.
    async fn is_committed(&self, batch: &[Waiting]) -> Result<bool, Fault> {
        let ids = batch.iter().map(|waiting| waiting.set.id);
        let found: Vec<Uuid> = audit_entry::Entity::find()
            .select_only()
            .column(audit_entry::Column::Id)
            .filter(audit_entry::Column::Id.is_in(ids))
            .into_tuple()
            .all(&self.connections.writer)
            .await
            .map_err(|error| self.fault(&error))?;
        Ok(found.len() == batch.len())
    }

    /// Tells the observer, then everybody in a batch. The observer hears of failures, too: a commit
    /// whose answer was lost may be there.
    fn answer(&self, batch: Vec<Waiting>, answer: Result<(), CommitError>) {
        if matches!(answer, Ok(()) | Err(CommitError::Store(StoreError::Unavailable))) {
            self.tell_observer(&batch);
            self.committed.notify_one();
        }
        for waiting in batch {
            // Whoever went away meanwhile needs no answer.
            let _ = waiting.answer.send(answer.clone());
        }
    }

    fn tell_observer(&self, batch: &[Waiting]) {
        let changed: Vec<ReportKey> =
            batch.iter().flat_map(|waiting| waiting.set.reports()).cloned().collect();
        if !changed.is_empty() {
            self.observer.changed(&changed);
        }
    }
}

/// What became of a batch.
enum Outcome {
    /// All of it is committed.
    Written,
    /// Something in it is refused: its halves may fare better.
    Divided,
    /// It is one change set, which is refused.
    Refused(CommitError),
    /// The database failed.
    Failed(StoreError),
}

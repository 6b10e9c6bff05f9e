//! The sequencer: gives committed events and audit entries their positions and chained hashes.
//!
//! Positions are given behind the commits and not within them: a number taken within a transaction
//! is not commit order, and a chain within it would make all writers wait for each other.

mod chain;
mod journal;
mod lease;

use nianbao_application::store::{AuditEntry, Event, StoreError};
use sea_orm::DatabaseTransaction;

use crate::connection::begin;
use crate::fault::Fault;
use crate::patience::Patience;
use crate::shared::Shared;

impl Shared {
    /// Positions up to so many waiting events and as many audit entries, all or none; returns how
    /// many it were. Where another process is the sequencer, none.
    pub(crate) async fn sequence(&self, limit: usize) -> Result<usize, StoreError> {
        let mut patience = Patience::new();
        loop {
            let once = async {
                match self.sequence_once(limit).await {
                    Ok(positioned) => Ok(Ok(positioned)),
                    Err(Stopped::Unreadable(error)) => Ok(Err(error)),
                    Err(Stopped::Fault(fault)) => Err(fault),
                }
            };
            let fault = match self.try_for(once).await {
                Ok(answer) => return answer,
                Err(fault) => fault,
            };
            if !fault.is_passing() || !patience.wait().await {
                return Err(fault.told("chain", "heads"));
            }
        }
    }

    async fn sequence_once(&self, limit: usize) -> Result<usize, Stopped> {
        if !self.is_sequencer().await? {
            return Ok(0);
        }
        let transaction = begin(&self.connections.writer).await;
        let transaction = transaction.map_err(|error| self.fault(&error))?;
        match self.extend_both(limit, &transaction).await {
            Ok(positioned) => {
                transaction.commit().await.map_err(|error| self.fault(&error))?;
                Ok(positioned)
            }
            Err(stopped) => {
                self.roll_back(transaction).await;
                Err(stopped)
            }
        }
    }

    async fn extend_both(
        &self,
        limit: usize,
        transaction: &DatabaseTransaction,
    ) -> Result<usize, Stopped> {
        let events = self.extend::<Event>(limit, transaction).await?;
        Ok(events + self.extend::<AuditEntry>(limit, transaction).await?)
    }
}

/// Why nothing was positioned.
pub(crate) enum Stopped {
    /// The database failed.
    Fault(Fault),
    /// An entry cannot be read, so that nothing behind it can be chained.
    Unreadable(StoreError),
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

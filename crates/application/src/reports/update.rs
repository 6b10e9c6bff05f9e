//! Changing a draft: whole parts of it, or single cells.

use nianbao_domain::report::{Changes, RefusedChange, ReportKey};
use nianbao_domain::sheet::SheetError;

use crate::error::ViolationReason;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Changes a draft that is still as the etag says.
    pub async fn update_report(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        changes: Changes,
    ) -> Result<StoredReport, Error> {
        let scope = call.caller.authorize(call.method)?;
        if let Some(recorded) = self.replay(call).await? {
            return self.replayed_report(scope, recorded).await;
        }
        let present = self.editable(scope, key, etag).await?;
        let source_key =
            changes.source_key.clone().unwrap_or_else(|| present.head.source_key.clone());
        let content = changes.applied_to(present.revision.content.clone()).map_err(refused)?;
        self.commit_edit(call, scope, present, content, source_key).await
    }
}

fn refused(RefusedChange { at, error }: RefusedChange) -> Error {
    let reason = match error {
        SheetError::NotOnForm(_) => ViolationReason::CellNotOnForm,
        SheetError::OutOfRange(..) => ViolationReason::Invalid,
    };
    Error::violation(format!("cell_changes[{at}]"), reason, error.to_string())
}

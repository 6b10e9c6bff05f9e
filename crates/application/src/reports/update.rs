//! Changing a draft: whole parts of it, or single cells.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{Changes, RefusedChange, ReportKey};
use nianbao_domain::sheet::SheetError;

use crate::access::Scope;
use crate::application::Committed;
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
        let updated = self.once(call, self.change_report(call, scope, key, etag, changes)).await?;
        self.report_of(call, scope, updated).await
    }

    async fn change_report(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        key: &ReportKey,
        etag: &str,
        changes: Changes,
    ) -> Result<Committed<StoredReport>, Error> {
        let present = self.editable(scope, key, etag).await?;
        let source_key =
            changes.source_key.clone().unwrap_or_else(|| present.head.source_key.clone());
        let content = present.revision.content.clone();
        let edition = changes.figures.as_ref().map_or(&content.sheet, |it| &it.sheet).edition();
        let content = changes.applied_to(content);
        let content = content.map_err(|change| refused(change, edition))?;
        self.commit_edit(call, scope, present, content, source_key).await
    }
}

fn refused(RefusedChange { at, error }: RefusedChange, edition: Edition) -> Error {
    let reason = match error {
        SheetError::NotOnForm(cell) => ViolationReason::CellNotOnForm { cell, edition },
        SheetError::OutOfRange(..) => ViolationReason::Invalid,
    };
    Error::violation(format!("cell_changes[{at}]"), reason, error.to_string())
}

//! Putting a draft into another edition of the form.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Provenance, ReportKey};
use nianbao_domain::sheet::NotCarried;

use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Carries over the cells that mean the same in both editions and lists the others.
    pub async fn change_edition(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        edition: Edition,
    ) -> Result<(StoredReport, Vec<NotCarried>), Error> {
        let scope = call.caller.authorize(call.method)?;
        if let Some(recorded) = self.replay(call).await? {
            let stored = self.replayed_report(scope, recorded).await?;
            let not_carried = self.lost_before(&stored, edition).await?;
            return Ok((stored, not_carried));
        }
        let present = self.editable(scope, key, etag).await?;
        if present.revision.content.sheet.edition() == edition {
            return Err(Error::invalid(
                "edition",
                format!("the report is in the edition of {edition} already"),
            ));
        }
        let (content, not_carried) = changed(&present.revision.content, edition);
        let source_key = present.head.source_key.clone();
        let stored = self.commit_edit(call, scope, present, content, source_key).await?;
        Ok((stored, not_carried))
    }

    /// What an earlier call could not carry over: revisions never change, so it can be told again.
    async fn lost_before(
        &self,
        stored: &StoredReport,
        edition: Edition,
    ) -> Result<Vec<NotCarried>, Error> {
        let before = match stored.revision.number.checked_sub(1) {
            Some(number) => self.store.revision(&stored.head, number).await?,
            None => None,
        };
        Ok(before.map(|it| changed(&it.content, edition).1).unwrap_or_default())
    }
}

fn changed(content: &Content, edition: Edition) -> (Content, Vec<NotCarried>) {
    let change = content.sheet.change_edition(edition);
    let kept = content.provenance.cells.iter().filter(|(cell, _)| edition.layout().prints(**cell));
    let provenance =
        Provenance { cells: kept.map(|(cell, source)| (*cell, source.clone())).collect() };
    (Content { sheet: change.sheet, provenance, ..content.clone() }, change.not_carried)
}

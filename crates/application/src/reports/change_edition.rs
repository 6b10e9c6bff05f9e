//! Putting a draft into another edition of the form.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Provenance, ReportKey};
use nianbao_domain::sheet::NotCarried;

use crate::access::Scope;
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

/// A report in its new edition, and what could not come along.
#[derive(Clone, Debug)]
pub struct EditionChanged {
    /// The report.
    pub report: StoredReport,
    /// Cells that the new edition cannot express; the earlier revision keeps them.
    pub not_carried: Vec<NotCarried>,
    /// What the page had said, before.
    pub sources: Provenance,
}

impl<S: Store> Application<S> {
    /// Carries over the cells that mean the same in both editions and lists the others.
    pub async fn change_edition(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        edition: Edition,
    ) -> Result<EditionChanged, Error> {
        let scope = call.caller.authorize(call.method)?;
        let change = self.put_into_edition(call, scope, key, etag, edition);
        match self.once(call, change).await? {
            Committed::Now(changed) => Ok(changed),
            Committed::Before(recorded) => {
                let before = Committed::Before(recorded);
                self.told_again(self.report_of(call, scope, before).await?, edition).await
            }
        }
    }

    async fn put_into_edition(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        key: &ReportKey,
        etag: &str,
        edition: Edition,
    ) -> Result<Committed<EditionChanged>, Error> {
        let present = self.editable(scope, key, etag).await?;
        let before = present.revision.content.clone();
        if before.sheet.edition() == edition {
            return Err(Error::invalid(
                "edition",
                format!("the report is in the edition of {edition} already"),
            ));
        }
        let (content, not_carried) = changed(&before, edition);
        let source_key = present.head.source_key.clone();
        Ok(match self.commit_edit(call, scope, present, content, source_key).await? {
            Committed::Now(report) => {
                Committed::Now(EditionChanged { report, not_carried, sources: before.provenance })
            }
            Committed::Before(recorded) => Committed::Before(recorded),
        })
    }

    /// What an earlier call could not carry over: revisions never change, so it can be told again.
    async fn told_again(
        &self,
        report: StoredReport,
        edition: Edition,
    ) -> Result<EditionChanged, Error> {
        let before = match report.revision.number.checked_sub(1) {
            Some(number) => self.store.revision(&report.head, number).await?,
            None => None,
        };
        let before = before.map(|it| it.content);
        let not_carried =
            before.as_ref().map(|content| changed(content, edition).1).unwrap_or_default();
        let sources = before.map(|content| content.provenance).unwrap_or_default();
        Ok(EditionChanged { report, not_carried, sources })
    }
}

fn changed(content: &Content, edition: Edition) -> (Content, Vec<NotCarried>) {
    let change = content.sheet.change_edition(edition);
    let kept = content.provenance.cells.iter().filter(|(cell, _)| edition.layout().prints(**cell));
    let provenance =
        Provenance { cells: kept.map(|(cell, source)| (*cell, source.clone())).collect() };
    (Content { sheet: change.sheet, provenance, ..content.clone() }, change.not_carried)
}

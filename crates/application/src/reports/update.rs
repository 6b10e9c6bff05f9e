//! Changing a draft: whole parts of it, or single cells.

use nianbao_domain::form::{CellId, Unit};
use nianbao_domain::report::{CellSource, Content, Narrative, Provenance, Publication, ReportKey};
use nianbao_domain::sheet::{Cell, Sheet, SheetError};

use crate::error::ViolationReason;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

/// What changes about a report; what is none stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportUpdate {
    /// The title.
    pub title: Option<String>,
    /// Who compiled it.
    pub compiled_by: Option<String>,
    /// The caller's own key.
    pub source_key: Option<String>,
    /// The figures, whole, with what the page literally said of them.
    pub sheet: Option<(Sheet, Provenance)>,
    /// The words, whole.
    pub narrative: Option<Narrative>,
    /// Where and when it was published; none within takes it away.
    pub publication: Option<Option<Publication>>,
    /// Single cells.
    pub cells: Vec<CellUpdate>,
}

/// A new content of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellUpdate {
    /// Which cell.
    pub cell: CellId,
    /// What it says now.
    pub says: Cell,
    /// The unit, for money; the form's where none.
    pub unit: Unit,
    /// What the page literally said, where that is not simply the number.
    pub source: Option<CellSource>,
}

impl<S: Store> Application<S> {
    /// Changes a draft that is still as the etag says.
    pub async fn update_report(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        update: ReportUpdate,
    ) -> Result<StoredReport, Error> {
        let scope = call.caller.authorize(call.method)?;
        if let Some(recorded) = self.replay(call).await? {
            return self.replayed_report(scope, recorded).await;
        }
        let present = self.editable(scope, key, etag).await?;
        let source_key =
            update.source_key.clone().unwrap_or_else(|| present.head.source_key.clone());
        let content = update.applied_to(present.revision.content.clone())?;
        self.commit_edit(call, scope, present, content, source_key).await
    }
}

impl ReportUpdate {
    fn applied_to(self, content: Content) -> Result<Content, Error> {
        let (sheet, provenance) = self.sheet.unwrap_or((content.sheet, content.provenance));
        let mut content = Content {
            title: self.title.unwrap_or(content.title),
            compiled_by: self.compiled_by.unwrap_or(content.compiled_by),
            sheet,
            narrative: self.narrative.unwrap_or(content.narrative),
            publication: self.publication.unwrap_or(content.publication),
            provenance,
        };
        for (at, update) in self.cells.into_iter().enumerate() {
            update.apply(&mut content).map_err(|error| refused(at, error))?;
        }
        Ok(content)
    }
}

impl CellUpdate {
    fn apply(self, content: &mut Content) -> Result<(), SheetError> {
        content.sheet.set(self.cell, self.says)?;
        content.sheet.set_unit(self.cell, self.unit)?;
        match self.source {
            Some(source) => content.provenance.cells.insert(self.cell, source),
            None => content.provenance.cells.remove(&self.cell),
        };
        Ok(())
    }
}

fn refused(at: usize, error: SheetError) -> Error {
    let field = format!("cell_changes[{at}]");
    let reason = match error {
        SheetError::NotOnForm(_) => ViolationReason::CellNotOnForm,
        SheetError::OutOfRange(..) => ViolationReason::Invalid,
    };
    Error::violation(field, reason, error.to_string())
}

//! What changes about a report.

use super::{CellSource, Content, Narrative, Provenance, Publication};
use crate::form::{CellId, Unit};
use crate::sheet::{Cell, Sheet, SheetError};

/// What changes about a report; what is none stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The caller's own key.
    pub source_key: Option<String>,
    /// Who compiled it.
    pub compiled_by: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The figures, whole.
    pub figures: Option<Figures>,
    /// The words, whole.
    pub narrative: Option<Narrative>,
    /// Where and when it was published; none within takes it away.
    pub publication: Option<Option<Publication>>,
    /// Single cells, changed after everything else.
    pub cells: Vec<CellChange>,
}

/// Figures with what the page literally said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The figures.
    pub sheet: Sheet,
    /// What the page said.
    pub provenance: Provenance,
}

/// A new content of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// Which cell.
    pub cell: CellId,
    /// What it says now.
    pub says: Cell,
    /// The unit of money; none means the unit of the form.
    pub unit: Unit,
    /// Where it was read and what the page literally said, where it was read from one.
    pub source: Option<CellSource>,
}

/// A cell change that the sheet cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefusedChange {
    /// Which change, from 0.
    pub at: usize,
    /// Why.
    pub error: SheetError,
}

impl Changes {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The content with these changes; all of them, or the first that the sheet cannot take.
    pub fn applied_to(self, content: Content) -> Result<Content, RefusedChange> {
        let present = Figures { sheet: content.sheet, provenance: content.provenance };
        let Figures { sheet, provenance } = self.figures.unwrap_or(present);
        let mut content = Content {
            title: self.title.unwrap_or(content.title),
            compiled_by: self.compiled_by.unwrap_or(content.compiled_by),
            sheet,
            narrative: self.narrative.unwrap_or(content.narrative),
            publication: self.publication.unwrap_or(content.publication),
            provenance,
        };
        for (at, change) in self.cells.into_iter().enumerate() {
            change.apply(&mut content).map_err(|error| RefusedChange { at, error })?;
        }
        Ok(content)
    }
}

impl CellChange {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};

    fn change(cell: CellId, says: Cell) -> Changes {
        let cells = vec![CellChange { cell, says, unit: Unit::None, source: None }];
        Changes { cells, ..Changes::default() }
    }

    #[test]
    fn a_changed_cell_forgets_what_the_page_said_of_it() {
        let cell = CellId::new(Line::Granted, Column::Applicants);
        let mut content = Content::blank(Sheet::blank(Edition::E2021));
        content
            .provenance
            .cells
            .insert(cell, CellSource { raw: "３".to_owned(), ..CellSource::default() });
        let changed = change(cell, Cell::Number(4)).applied_to(content).unwrap();
        assert_eq!(changed.sheet.number(cell), Some(4));
        assert_eq!(changed.provenance.raw(cell), None);
    }

    #[test]
    fn a_cell_that_the_form_does_not_print_is_refused_with_its_place() {
        let cell = CellId::new(Line::GovernmentProcurement, Column::ProcurementItems);
        let refused =
            change(cell, Cell::Number(1)).applied_to(Content::blank(Sheet::blank(Edition::E2021)));
        assert_eq!(refused, Err(RefusedChange { at: 0, error: SheetError::NotOnForm(cell) }));
    }
}

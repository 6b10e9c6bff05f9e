//! The row of values of table 4, below its lines side by side.

use nianbao_domain::evidence::RefusalReason;
use nianbao_domain::form::{Block, CellId, Line, TableId};

use super::super::across::{self, Across};
use super::super::header::Header;
use super::super::reading::Printed;
use super::super::row::{self, Item, Sequence};
use super::{GridReader, placed, row_words};
use crate::page::GridText;

impl GridReader<'_> {
    /// Reads the one row of values of a table printed across; false where there is none.
    pub(super) fn across(&mut self, items: &[Item<'_>]) -> bool {
        let Some((block, lines)) = self.block_across() else { return false };
        let place = row_words(items);
        let cells = self.cells_across(items, block);
        self.last_line = lines.last().map(|line| (TableId::Proceedings, *line));
        self.header = Header::new(true);
        self.across_is_labelled = Some(begins_with_words(items));
        let blank_row = std::mem::take(&mut self.blank_row);
        if cells.is_err() && !blank_row.is_empty() && begins_with_words(items) {
            // The values came before, and are blank: this is a row of the organ's own.
            self.place_across(blank_row);
            self.across_is_labelled = Some(false);
            return false;
        }
        for line in &lines {
            self.reading.line_is_there(*line, &place);
            self.stands_in(*line, items);
        }
        match cells {
            Ok(cells) => self.place_across(cells),
            Err(reason) => self.reading.refuse_missing(TableId::Proceedings, reason, &place),
        }
        true
    }

    /// A further row of values of a table across, which has one: a row of the organ's own where it has
    /// a label and the first had none; else nothing says which of them is the table's.
    pub(super) fn is_another_across(&mut self, items: &[Item<'_>]) -> bool {
        let Some(first_is_labelled) = self.across_is_labelled else { return false };
        if self.table() != Some(TableId::Proceedings) {
            return false;
        }
        if !first_is_labelled && begins_with_words(items) {
            return false;
        }
        let lines: Vec<Line> = self.reading.printed_lines(TableId::Proceedings);
        self.reading.refuse(&lines, RefusalReason::Duplicate, &row_words(items));
        true
    }

    /// Whether a row below the whole header of a table across has a number in every cell, none of
    /// them readable: broken over two lines, say.
    pub(super) fn are_broken_values(&self, items: &[Item<'_>]) -> bool {
        let Some((block, _)) = self.block_across() else { return false };
        let own = || items.iter().filter(|item| item.own && !item.is_empty());
        let has_digit = |item: &Item<'_>| item.cell.text.contains(|c: char| c.is_ascii_digit());
        let found = across::cells(&self.header, TableId::Proceedings, block);
        found.is_some_and(|it| it.cells.len() == own().count()) && own().all(has_digit)
    }

    pub(super) fn remember_blank_row(&mut self, items: &[Item<'_>]) {
        if let Some((block, _)) = self.block_across() {
            self.blank_row = self.cells_across(items, block).unwrap_or_default();
        }
    }

    /// The block of the table across, if the header shows its lines side by side.
    fn block_across(&self) -> Option<(&'static Block, Vec<Line>)> {
        let form = self.reading.edition.form().table(TableId::Proceedings)?;
        let block = form.blocks.first()?;
        let lines = across::lines(&self.header, TableId::Proceedings, block);
        (!lines.is_empty()).then_some((block, lines))
    }

    fn cells_across(
        &self,
        items: &[Item<'_>],
        block: &'static Block,
    ) -> Result<Vec<Printed>, RefusalReason> {
        let own: Vec<&Item<'_>> = items.iter().filter(|item| item.own).collect();
        let label = own.iter().take_while(|item| !item.is_empty() && !item.is_value).count();
        let found = across::cells(&self.header, TableId::Proceedings, block)
            .ok_or(RefusalReason::HeaderAmbiguous)?;
        let goes_beyond = own.last().is_some_and(|last| last.last > self.header.end());
        let values = across_values(&found, &own[label..], goes_beyond)?;
        let cell = |(cell, text): (CellId, &GridText)| {
            let spot = text.spot(&self.origin);
            Printed { cell, text: placed(text), spot, unit: None }
        };
        Ok(values.into_iter().map(cell).collect())
    }

    pub(super) fn place_across(&mut self, cells: Vec<Printed>) {
        let mut lines: Vec<Line> = cells.iter().map(|it| it.cell.line).collect();
        lines.dedup();
        for line in lines {
            let of_line = cells.iter().filter(|it| it.cell.line == line).cloned().collect();
            self.reading.place(line, of_line);
        }
    }
}

fn begins_with_words(items: &[Item<'_>]) -> bool {
    items.iter().find(|item| item.own).is_some_and(|item| !item.is_empty() && !item.is_value)
}

/// The values of a row across: in sequence, under their labels, or both and the same.
fn across_values<'a>(
    found: &Across,
    own: &[&Item<'a>],
    goes_beyond: bool,
) -> Result<Vec<(CellId, &'a GridText)>, RefusalReason> {
    let count = found.cells.len();
    let cells: Vec<&str> = own.iter().map(|item| &*item.cell.text).collect();
    let by_place = || -> Option<Vec<(CellId, &'a GridText)>> {
        let under =
            |place: usize| own.iter().find(|item| item.first == place).map(|item| item.cell);
        let placed: Option<Vec<_>> =
            found.cells.iter().map(|(cell, place)| Some((*cell, under((*place)?)?))).collect();
        let all = own.iter().filter(|item| !item.is_empty()).count();
        placed.filter(|it| it.iter().filter(|(_, cell)| !cell.text.is_empty()).count() == all)
    };
    match (row::sequence(&cells, count), found.sequential) {
        (Sequence::Exact { from }, true) => {
            let values = own[from..].iter().map(|item| item.cell);
            let sequence: Vec<_> = found.cells.iter().map(|(cell, _)| *cell).zip(values).collect();
            let is_exact = cells.len() == count;
            let is_full = is_exact && cells.iter().all(|cell| !cell.is_empty());
            let is_blank = cells.iter().all(|cell| cell.is_empty());
            let has_places = found.cells.iter().all(|(_, place)| place.is_some());
            let are_values = sequence.iter().all(|(_, cell)| !cell.text.is_empty());
            match by_place() {
                // One cell too many, and a blank: nothing says which of them is the filler.
                Some(_) if goes_beyond && !are_values && !is_blank => {
                    Err(RefusalReason::HeaderAmbiguous)
                }
                Some(placed) if placed == sequence => Ok(sequence),
                // One row has no other to say whether what is blank at its end is a filler.
                None if is_full || is_blank || (is_exact && !has_places) => Ok(sequence),
                _ => Err(RefusalReason::HeaderAmbiguous),
            }
        }
        (Sequence::Exact { .. }, false) => by_place().ok_or(RefusalReason::HeaderAmbiguous),
        (Sequence::Ambiguous, _) => Err(RefusalReason::HeaderAmbiguous),
        (Sequence::Mismatch { found }, _) => {
            Err(RefusalReason::CountMismatch { expected: count, found })
        }
    }
}

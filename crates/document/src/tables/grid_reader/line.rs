//! A line of the form with its values, column by column.

use nianbao_domain::evidence::{PlacedText, RefusalReason};
use nianbao_domain::form::{CellId, Column, Line, TableId, printed};

use super::super::header::Columns;
use super::super::reading::Printed;
use super::super::row::{self, Cells, Item, RowValues};
use super::super::trust::Trust;
use super::{GridReader, placed, row_words};
use crate::lexicon::Meaning;
use crate::page::GridText;
use crate::value::is_meant_as_value;

impl GridReader<'_> {
    pub(super) fn line(&mut self, items: &[Item<'_>], at: usize, table: TableId, line: Line) {
        let label = &items[at];
        self.reading.line_is_there(line, &placed(label.cell));
        self.stands_in(line, items);
        self.last_line = Some((table, line));
        let place = row_words(items);
        let Some(block) = self.reading.block(table, line) else { return };
        let Some(columns) = self.columns(table, line) else {
            self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            return;
        };
        let goes_on = |item: &Item<'_>| {
            let text = &*item.cell.text;
            (text == &*label.cell.text && !text.is_empty()) || (item.own && is_note(text))
        };
        let label_at = at + items[at + 1..].iter().take_while(|item| goes_on(item)).count();
        let in_place = self.is_in_place(&items[at], &items[label_at], &columns, (table, line));
        let values = row::values(items, label_at, in_place, &columns, block);
        self.contradictions.add(&values, printed(block.columns).len());
        match values {
            RowValues::Read(cells, trust) => {
                let cells = self.in_columns(line, cells, &columns, label);
                self.reading.complete(columns.completed);
                match trust {
                    Trust::Certain | Trust::AgainstPlace => self.reading.place(line, cells),
                    trust => self.pending.push((line, cells, trust)),
                }
            }
            RowValues::Refused { found, .. } => {
                let reason = match printed(block.columns).len() {
                    expected if expected == found => RefusalReason::HeaderAmbiguous,
                    expected => RefusalReason::CountMismatch { expected, found },
                };
                self.reading.refuse(&[line], reason, &place);
            }
        }
    }

    /// Values with the cells they are of.
    fn in_columns(
        &self,
        line: Line,
        cells: Cells<'_>,
        columns: &Columns,
        label: &Item<'_>,
    ) -> Vec<Printed> {
        let unit = |column: Column| {
            columns.columns.iter().find(|it| it.column == column).and_then(|it| it.unit)
        };
        let blank = || PlacedText { line: label.cell.line, text: String::new() };
        let row = || label.cell.spot(&self.origin).of_row();
        let cell = |(column, cell): (Column, Option<&GridText>)| Printed {
            cell: CellId::new(line, column),
            text: cell.map_or_else(blank, placed),
            spot: cell.map_or_else(row, |cell| cell.spot(&self.origin)),
            unit: unit(column),
        };
        cells.into_iter().map(cell).collect()
    }

    /// Whether a label stands where the form has it: so many columns in as it is deep, or merged up
    /// to the values.
    pub(super) fn is_in_place(
        &self,
        label: &Item<'_>,
        last: &Item<'_>,
        columns: &Columns,
        (table, line): (TableId, Line),
    ) -> bool {
        let Some(first_value) = columns.columns.iter().map(|column| column.first).min() else {
            return false;
        };
        let corner = self.header.tokens().iter().find(|it| it.meanings.contains(&Meaning::Corner));
        let start = corner.map_or(0, |corner| corner.first);
        let depth = self.reading.block(table, line).and_then(|block| depth_of(block.rows, line));
        last.last + 1 == first_value || depth.is_some_and(|depth| label.first == start + depth)
    }
}

/// Whether words are the note to a label: （区分处理的，只计这一情形）.
fn is_note(words: &str) -> bool {
    let in_brackets = words.starts_with(['（', '(']) && words.ends_with(['）', ')']);
    in_brackets && !is_meant_as_value(words) && words.chars().count() > 3
}

fn depth_of(axis: &'static [nianbao_domain::form::Node<Line>], line: Line) -> Option<usize> {
    axis.iter().find_map(|node| match node.children() {
        [] => (node.key() == line).then_some(0),
        inner => depth_of(inner, line).map(|depth| depth + 1),
    })
}

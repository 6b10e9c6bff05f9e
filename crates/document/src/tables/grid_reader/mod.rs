//! Tables read row by row: headers, lines, rows of an organ's own.

mod across;
mod local;
mod shape;

use nianbao_domain::evidence::{PlacedText, RefusalReason};
use nianbao_domain::form::{CellId, Column, Line, TableId, printed};

use super::across::has_lines;
use super::header::{Columns, Header, HeaderToken};
use super::matter::{Matter, TermedGrid};
use super::reading::{Printed, Reading};
use super::row::{self, Item, RowValues};
use crate::lexicon::Meaning;
use crate::page::GridText;
use crate::value::is_meant_as_value;
use shape::Shape;

/// Reads the tables of one part of a report, which may be torn into several.
pub(super) struct GridReader<'r> {
    reading: &'r mut Reading,
    header: Header,
    /// Whether the row before belonged to the header.
    in_header: bool,
    /// The line read last, by table.
    last_line: Option<(TableId, Line)>,
    /// Lines that only their places under the header speak for.
    by_place: Vec<(Line, Vec<Printed>)>,
    /// Whether some row of this table contradicted its places.
    misplaced: bool,
    /// A row without words under the header of a table across: its values, if no others come.
    blank_row: Vec<Printed>,
}

impl<'r> GridReader<'r> {
    pub(super) fn new(reading: &'r mut Reading) -> Self {
        Self {
            reading,
            header: Header::new(true),
            in_header: false,
            last_line: None,
            by_place: Vec::new(),
            misplaced: false,
            blank_row: Vec::new(),
        }
    }

    pub(super) fn reading(&mut self) -> &mut Reading {
        self.reading
    }

    /// Reads a table; rows that are text of the report remain.
    pub(super) fn read(&mut self, table: &TermedGrid, remains: &mut Vec<Matter>) {
        for at in 0..table.grid.height() {
            let items = self.items(table, at);
            if !self.row(&items) {
                remains.extend(text_of(&items).map(Matter::Line));
            }
        }
        self.finish();
        self.header.forget_places();
    }

    /// Decides on the lines that only places speak for, and on values that never came.
    pub(super) fn finish(&mut self) {
        let blank_row = std::mem::take(&mut self.blank_row);
        self.place_across(blank_row);
        for (line, printed) in std::mem::take(&mut self.by_place) {
            if self.misplaced {
                let place = super::reading::words(&printed);
                self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            } else {
                self.reading.place(line, printed);
            }
        }
        self.misplaced = false;
    }

    fn items<'a>(&self, table: &'a TermedGrid, at: usize) -> Vec<Item<'a>> {
        let item = |it: crate::page::RowCell<'a>| {
            let term = table.terms[it.index];
            let meanings = term.map(|term| term.meanings(self.reading.edition)).unwrap_or_default();
            let is_value = meanings.is_empty() && is_meant_as_value(&it.cell.text);
            Item {
                cell: it.cell,
                first: it.first,
                last: it.last,
                own: it.own,
                term,
                meanings,
                is_value,
            }
        };
        table.grid.row(at).into_iter().map(item).collect()
    }

    /// Reads a row; false where it is text of the report.
    fn row(&mut self, items: &[Item<'_>]) -> bool {
        let shape = Shape::of(items);
        let consumed = self.consume(items, &shape);
        if consumed {
            for item in items.iter().filter(|item| item.own && !item.is_empty() && !item.is_value) {
                self.reading.note(item.term, &item.meanings, &placed(item.cell));
            }
        }
        consumed
    }

    fn consume(&mut self, items: &[Item<'_>], shape: &Shape) -> bool {
        let was_header = std::mem::replace(&mut self.in_header, false);
        if let Some((at, table, line)) = shape.line {
            self.line(items, at, table, line);
            return true;
        }
        if shape.is_empty {
            self.in_header = was_header;
            self.remember_blank_row(items);
            return true;
        }
        if shape.has_value {
            return self.values_without_line(items, shape);
        }
        if let Some((at, table, line)) = shape.line_across {
            if self.has_columns_only(table) {
                self.line(items, at, table, line);
            } else {
                self.head(items, was_header);
            }
            return true;
        }
        let either =
            shape.either.filter(|(_, table, _)| !shape.is_head && self.is_complete(*table));
        if let Some((at, table, line)) = either {
            self.line(items, at, table, line);
            return true;
        }
        if shape.is_head || shape.either.is_some() || shape.is_either_column {
            self.head(items, was_header);
            return true;
        }
        self.words(items, shape, was_header)
    }

    /// A row of words only, none of them a line or a column.
    fn words(&mut self, items: &[Item<'_>], shape: &Shape, was_header: bool) -> bool {
        if shape.is_block_heading {
            self.finish();
            self.header = Header::new(true);
            return true;
        }
        if shape.group.is_some() {
            return true;
        }
        if was_header && !self.table().is_some_and(|table| self.is_complete(table)) {
            self.head(items, true);
            return true;
        }
        self.local_row_of_blanks(items)
    }

    /// Takes the labels of a row into the header, a new one unless the row before was one too.
    fn head(&mut self, items: &[Item<'_>], continues: bool) {
        if continues {
            self.header.next_row();
        } else {
            self.finish();
            self.header = Header::new(true);
        }
        self.in_header = true;
        for item in items.iter().filter(|item| item.own && !item.is_empty()) {
            if item.meanings.iter().any(|it| matches!(it, Meaning::BlockHeading(..))) {
                continue;
            }
            let places = (item.first, item.last);
            let token = HeaderToken::new(item.meanings.clone(), placed(item.cell), places);
            self.header.push(token, self.reading.edition);
        }
    }

    fn columns(&self, table: TableId, line: Line) -> Option<Columns> {
        self.header.columns(table, self.reading.block(table, line)?)
    }

    /// Whether the header shows all columns of a table with one block.
    fn is_complete(&self, table: TableId) -> bool {
        let form = self.reading.edition.form().table(table);
        form.is_some_and(|form| {
            form.blocks.iter().any(|block| self.header.columns(table, block).is_some())
        })
    }

    /// Whether the header has columns and no lines: then lines of table 4 stand below one another.
    fn has_columns_only(&self, table: TableId) -> bool {
        !has_lines(&self.header, table) && self.is_complete(table)
    }

    fn line(&mut self, items: &[Item<'_>], at: usize, table: TableId, line: Line) {
        let label = &items[at];
        self.reading.line_is_there(line, &placed(label.cell));
        self.last_line = Some((table, line));
        let place = row_words(items);
        let Some(block) = self.reading.block(table, line) else { return };
        let Some(columns) = self.columns(table, line) else {
            self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            return;
        };
        let repeats = |item: &Item<'_>| item.cell.text == label.cell.text && !item.is_empty();
        let label_at = at + items[at + 1..].iter().take_while(|item| repeats(item)).count();
        let in_place = self.is_in_place(&items[at], &items[label_at], &columns, (table, line));
        let values = row::values(items, label_at, in_place, &columns, block);
        self.misplaced |= matches!(values, RowValues::AgainstPlace(_));
        match values {
            RowValues::Certain(cells) | RowValues::AgainstPlace(cells) => {
                self.reading.place(line, in_columns(line, cells, &columns, label));
                self.reading.complete(columns.completed);
            }
            RowValues::ByPlace(cells) => {
                self.by_place.push((line, in_columns(line, cells, &columns, label)));
            }
            RowValues::Refused { found } => {
                let reason = match printed(block.columns).len() {
                    expected if expected == found => RefusalReason::HeaderAmbiguous,
                    expected => RefusalReason::CountMismatch { expected, found },
                };
                self.reading.refuse(&[line], reason, &place);
            }
        }
    }

    /// Whether a label stands where the form has it: so many columns in as it is deep, or merged up
    /// to the values.
    fn is_in_place(
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

    /// Values that no line of the form stands before.
    fn values_without_line(&mut self, items: &[Item<'_>], shape: &Shape) -> bool {
        if let Some((at, table, line)) = shape.either.or(shape.line_across) {
            self.line(items, at, table, line);
            return true;
        }
        if let Some((table, group)) = shape.group {
            self.group(items, table, group);
            return true;
        }
        if self.across(items) {
            return true;
        }
        let Some(table) = self.table() else { return false };
        match shape.unknown_label {
            Some(label) => self.local_row(items, label, table),
            None => self.reading.stray(table, row_words(items)),
        }
        true
    }
}

/// Values with the cells they are of.
fn in_columns(
    line: Line,
    cells: Vec<(Column, Option<&GridText>)>,
    columns: &Columns,
    label: &Item<'_>,
) -> Vec<Printed> {
    let unit = |column: Column| {
        columns.columns.iter().find(|it| it.column == column).and_then(|it| it.unit)
    };
    let blank = || PlacedText { line: label.cell.line, text: String::new() };
    let cell = |(column, cell): (Column, Option<&GridText>)| Printed {
        cell: CellId::new(line, column),
        text: cell.map_or_else(blank, placed),
        unit: unit(column),
    };
    cells.into_iter().map(cell).collect()
}

fn depth_of(axis: &'static [nianbao_domain::form::Node<Line>], line: Line) -> Option<usize> {
    axis.iter().find_map(|node| match node.children() {
        [] => (node.key() == line).then_some(0),
        inner => depth_of(inner, line).map(|depth| depth + 1),
    })
}

fn placed(cell: &GridText) -> PlacedText {
    PlacedText { line: cell.line, text: cell.text.clone() }
}

/// The words of a row, as they stand there.
fn row_words(items: &[Item<'_>]) -> PlacedText {
    let own = || items.iter().filter(|item| item.own && !item.is_empty());
    let texts: Vec<&str> = own().map(|item| item.cell.text.as_str()).collect();
    PlacedText { line: own().next().map_or(0, |item| item.cell.line), text: texts.join(" ") }
}

fn text_of(items: &[Item<'_>]) -> impl Iterator<Item = PlacedText> {
    let words = row_words(items);
    Some(words).filter(|words| !words.text.is_empty()).into_iter()
}

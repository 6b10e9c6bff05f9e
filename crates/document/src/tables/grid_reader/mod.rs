//! Tables read row by row: headers, lines, rows of an organ's own.

mod across;
mod head;
mod line;
mod local;
mod shape;

use std::sync::Arc;

use nianbao_domain::evidence::{PlacedText, RefusalReason};
use nianbao_domain::form::{Line, TableId};

use super::header::Header;
use super::matter::{Matter, TermedGrid};
use super::reading::{Printed, Reading};
use super::row::Item;
use super::trust::{Contradictions, Trust};
use crate::lexicon::Meaning;
use crate::page::{GridText, Origin};
use crate::value::is_meant_as_value;
use shape::Shape;

/// Reads the tables of one part of a report, which may be torn into several.
pub(super) struct GridReader<'r> {
    reading: &'r mut Reading,
    /// Where the table stands that is being read.
    origin: Arc<Origin>,
    header: Header,
    /// Whether the row before belonged to the header.
    in_header: bool,
    /// The line read last, by table.
    last_line: Option<(TableId, Line)>,
    /// Lines that are believed unless other rows of the table contradict.
    pending: Vec<(Line, Vec<Printed>, Trust)>,
    /// Whether they do.
    contradictions: Contradictions,
    /// Whether the row of values of a table across had a label, if it came.
    across_is_labelled: Option<bool>,
    /// A row without words under the header of a table across: its values, if no others come.
    blank_row: Vec<Printed>,
}

impl<'r> GridReader<'r> {
    pub(super) fn new(reading: &'r mut Reading) -> Self {
        Self {
            reading,
            origin: Arc::default(),
            header: Header::new(true),
            in_header: false,
            last_line: None,
            pending: Vec::new(),
            contradictions: Contradictions::default(),
            across_is_labelled: None,
            blank_row: Vec::new(),
        }
    }

    pub(super) fn reading(&mut self) -> &mut Reading {
        self.reading
    }

    /// Reads a table; rows that are text of the report remain.
    pub(super) fn read(&mut self, table: &TermedGrid, remains: &mut Vec<Matter>) {
        self.origin = Arc::clone(table.grid.origin());
        for at in 0..table.grid.height() {
            let items = self.items(table, at);
            if !self.row(&items) {
                remains.extend(text_of(&items).map(Matter::Line));
            }
        }
        self.finish();
        self.header.forget_places();
    }

    /// Decides on the lines that other rows may contradict, and on values that never came.
    pub(super) fn finish(&mut self) {
        let blank_row = std::mem::take(&mut self.blank_row);
        self.place_across(blank_row);
        let contradictions = std::mem::take(&mut self.contradictions);
        for (line, printed, trust) in std::mem::take(&mut self.pending) {
            if contradictions.admit(trust) {
                self.reading.place(line, printed);
            } else {
                let place = super::reading::words(&printed);
                self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            }
        }
    }

    /// Takes note of the row that a line is in.
    fn stands_in(&mut self, line: Line, items: &[Item<'_>]) {
        if let Some(item) = items.iter().find(|item| item.own) {
            let spot = item.cell.spot(&self.origin).of_row();
            self.reading.rows.entry(line).or_insert(spot);
        }
    }

    fn items<'a>(&self, table: &'a TermedGrid, at: usize) -> Vec<Item<'a>> {
        let item = |it: crate::page::RowCell<'a>| {
            let term = table.term(it.index);
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
        if self.are_broken_values(items) {
            return self.across(items);
        }
        if was_header && !self.table().is_some_and(|table| self.is_complete(table)) {
            self.head(items, true);
            return true;
        }
        self.local_row_without_values(items)
    }

    /// A second row of values beside the label of one line: nothing says which of them is its.
    fn is_second_row(&mut self, items: &[Item<'_>]) -> bool {
        let reaches_down = |item: &&Item<'_>| !item.own && !item.meanings.is_empty();
        let Some(label) = items.iter().rev().find(reaches_down) else { return false };
        let Some(line) = label.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Line(_, line) => Some(*line),
            _ => None,
        }) else {
            return false;
        };
        if items.iter().any(|item| item.own && !item.is_empty() && !item.is_value) {
            return false;
        }
        self.reading.refuse(&[line], RefusalReason::Duplicate, &row_words(items));
        true
    }

    /// Values that no line of the form stands before.
    fn values_without_line(&mut self, items: &[Item<'_>], shape: &Shape) -> bool {
        // 其他 and 总计 are lines of table 3 under its header only.
        let either = shape.either.filter(|(_, table, _)| self.table() == Some(*table));
        if let Some((at, table, line)) = either.or(shape.line_across) {
            self.line(items, at, table, line);
            return true;
        }
        if let Some((table, group)) = shape.group {
            self.group(items, table, group);
            return true;
        }
        if self.across(items) || self.is_another_across(items) || self.is_second_row(items) {
            return true;
        }
        let Some(table) = self.table() else { return false };
        match shape.unknown_label.or(shape.either.map(|(at, _, _)| at)) {
            Some(last) => self.local_row(items, self.label_of(items, table).unwrap_or(last), table),
            None => self.reading.stray(table, row_words(items)),
        }
        true
    }
}

fn placed(cell: &GridText) -> PlacedText {
    PlacedText { line: cell.line, text: cell.text.to_string() }
}

/// The words of a row, as they stand there.
fn row_words(items: &[Item<'_>]) -> PlacedText {
    let own = || items.iter().filter(|item| item.own && !item.is_empty());
    let texts: Vec<&str> = own().map(|item| &*item.cell.text).collect();
    PlacedText { line: own().next().map_or(0, |item| item.cell.line), text: texts.join(" ") }
}

fn text_of(items: &[Item<'_>]) -> impl Iterator<Item = PlacedText> {
    let words = row_words(items);
    Some(words).filter(|words| !words.text.is_empty()).into_iter()
}

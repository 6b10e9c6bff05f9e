//! Rows of an organ's own, and numbers beside the heading of a group.

use nianbao_domain::form::{Line, TableId};
use nianbao_domain::sheet::{LocalCell, LocalRow};

use super::super::reading::GroupValues;
use super::super::row::Item;
use super::{GridReader, row_words};
use crate::lexicon::Meaning;

/// The label of an organ's own row is shorter, in characters; prose is not.
const LONGEST_LABEL: usize = 60;

impl GridReader<'_> {
    /// The table whose header or lines were read last.
    pub(super) fn table(&self) -> Option<TableId> {
        let of_header = self.header.tokens().iter().find_map(|token| {
            token.meanings.iter().find_map(|meaning| match meaning {
                Meaning::Column(table, _) | Meaning::ColumnGroup(table, _) => Some(*table),
                _ => None,
            })
        });
        of_header.or(self.last_line.map(|(table, _)| table))
    }

    pub(super) fn group(&mut self, items: &[Item<'_>], table: TableId, group: Line) {
        let is_label = |item: &Item<'_>| item.meanings.contains(&Meaning::LineGroup(table, group));
        let Some(label) = items.iter().rposition(is_label) else { return };
        let place = row_words(items);
        let row = self.local(items, label, table);
        let lines = self.reading.lines_under(table, group);
        self.reading.groups.push(GroupValues { lines, row, place });
    }

    pub(super) fn local_row(&mut self, items: &[Item<'_>], label: usize, table: TableId) {
        let row = self.local(items, label, table);
        self.reading.local_rows.push(row);
    }

    /// The label of a row of the organ's own: the last words before the columns of values, where
    /// the header shows where these begin. Words among the values are no label.
    pub(super) fn label_of(&self, items: &[Item<'_>], table: TableId) -> Option<usize> {
        let form = self.reading.edition.form().table(table)?;
        let found = form.blocks.iter().find_map(|block| self.header.columns(table, block))?;
        let first = found.columns.iter().filter(|_| found.placed).map(|it| it.first).min()?;
        let is_label =
            |item: &Item<'_>| item.own && item.last < first && !item.is_empty() && !item.is_value;
        items.iter().rposition(is_label)
    }

    pub(super) fn local(&self, items: &[Item<'_>], label: usize, table: TableId) -> LocalRow {
        let under = |item: &Item<'_>| {
            let form = self.reading.edition.form().table(table)?;
            let found = form.blocks.iter().find_map(|block| self.header.columns(table, block))?;
            let covers = |first: usize, last: usize| item.first >= first && item.last <= last;
            let mut columns = found.columns.iter().filter(|_| found.placed);
            columns.find(|it| covers(it.first, it.last)).map(|it| it.column)
        };
        let behind = items[label + 1..].iter().filter(|item| item.own);
        let cells = behind
            .map(|item| LocalCell { column: under(item), raw: item.cell.text.to_string() })
            .collect();
        let after = self.last_line.filter(|(of, _)| *of == table).map(|(_, line)| line);
        LocalRow { table, label: items[label].cell.text.to_string(), after, cells }
    }

    /// A label that nobody knows with cells under a header, none of which is a value.
    pub(super) fn local_row_without_values(&mut self, items: &[Item<'_>]) -> bool {
        let own: Vec<usize> = (0..items.len()).filter(|at| items[*at].own).collect();
        let with_words: Vec<usize> =
            own.iter().copied().filter(|at| !items[*at].is_empty()).collect();
        let (Some(label), Some(table)) = (with_words.first(), self.table()) else { return false };
        // Words behind the label are cells where they stand under columns of the form.
        if with_words.len() > 1 && self.label_of(items, table) != Some(*label) {
            return false;
        }
        let cells = own.iter().filter(|at| *at > label).count();
        let short = items[*label].cell.text.chars().count() <= LONGEST_LABEL;
        let in_header = self.header.tokens().iter().filter(|it| it.column(table).is_some()).count();
        if !short || cells == 0 || cells < in_header {
            return false;
        }
        self.local_row(items, *label, table);
        true
    }
}

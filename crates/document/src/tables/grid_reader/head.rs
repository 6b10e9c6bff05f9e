//! The header that is being read, and what it shows.

use nianbao_domain::form::{Line, TableId};

use super::super::across::has_lines;
use super::super::header::{Columns, Header, HeaderToken};
use super::super::row::Item;
use super::{GridReader, placed};
use crate::lexicon::Meaning;

impl GridReader<'_> {
    /// Takes the labels of a row into the header, a new one unless the row before was one too.
    pub(super) fn head(&mut self, items: &[Item<'_>], continues: bool) {
        if continues {
            self.header.next_row();
        } else {
            self.finish();
            self.header = Header::new(true);
            self.across_is_labelled = None;
        }
        self.in_header = true;
        items.last().into_iter().for_each(|last| self.header.ends_at(last.last));
        for item in items.iter().filter(|item| item.own && !item.is_empty()) {
            if item.meanings.iter().any(|it| matches!(it, Meaning::BlockHeading(..))) {
                continue;
            }
            let places = (item.first, item.last);
            let token = HeaderToken::new(item.meanings.clone(), placed(item.cell), places);
            self.header.push(token, self.reading.edition);
        }
    }

    pub(super) fn columns(&self, table: TableId, line: Line) -> Option<Columns> {
        self.header.columns(table, self.reading.block(table, line)?)
    }

    /// Whether the header shows all columns of a table with one block.
    pub(super) fn is_complete(&self, table: TableId) -> bool {
        let form = self.reading.edition.form().table(table);
        form.is_some_and(|form| {
            form.blocks.iter().any(|block| self.header.columns(table, block).is_some())
        })
    }

    /// Whether the header has columns and no lines: then lines of table 4 stand below one another.
    pub(super) fn has_columns_only(&self, table: TableId) -> bool {
        !has_lines(&self.header, table) && self.is_complete(table)
    }
}

//! A table of a document.

use std::borrow::Cow;

use super::block::in_xml;
use super::filling::{Field, Filling, with_room};
use crate::official::{Fitting, Slot, paper, slots};
use crate::printed::{PrintedContent, PrintedTable};

/// A table, measured in twips, the twentieths of a point.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub landscape: bool,
    pub width: u32,
    pub columns: Vec<u32>,
    /// The size of its letters, in half points.
    pub size: u32,
    pub rows: Vec<Row<'a>>,
}

/// A row with every place of it.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// Whether it is printed again where a page begins within the table.
    pub repeats: bool,
    /// Whether it stands on the page of the next row.
    pub kept: bool,
    pub cells: Vec<Cell<'a>>,
}

/// A cell, or the part of one that reaches down into a row.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub width: u32,
    pub span: usize,
    pub merge: Merge,
    pub left: bool,
    pub text: Cow<'a, str>,
    /// What it is in a document that is filled in.
    pub field: Option<Field>,
}

/// How a cell is merged with those of other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    None,
    Begins,
    Continues,
}

impl<'a> Table<'a> {
    pub(super) fn of(table: &'a PrintedTable) -> Self {
        Self::fitted(table, Fitting::of(table), |_| None)
    }

    /// A table to be filled in, with room for what comes.
    pub(super) fn of_form(table: &'a PrintedTable, filling: &Filling<'_>) -> Self {
        let field = |content: &PrintedContent| match content {
            PrintedContent::Value { cell, .. } => Some((filling.field)(*cell)),
            _ => None,
        };
        Self::fitted(table, Fitting::of(&with_room(table)), field)
    }

    fn fitted(
        table: &'a PrintedTable,
        fitting: Fitting,
        field: impl Fn(&PrintedContent) -> Option<Field>,
    ) -> Self {
        let Fitting { landscape, size, widths, height } = fitting;
        let columns: Vec<u32> = widths.iter().map(|width| twips(*width)).collect();
        // Only what heads the whole table can be repeated, not what heads a block within it.
        let head = table.rows.iter().take_while(|row| row.header).count();
        let heads_all = table.rows.iter().skip(head).all(|row| !row.header);
        let repeated = if heads_all { head } else { 0 };
        let room = if landscape { paper::AREA_WIDTH } else { paper::AREA_HEIGHT };
        let together = height + paper::LINE_PITCH < room;
        let last = table.rows.len().saturating_sub(1);
        let rows = slots(table).into_iter().enumerate().map(|(at, slots)| Row {
            repeats: at < repeated,
            kept: at < last && (together || at < head),
            cells: slots.iter().map(|slot| Cell::of(slot, &columns, &field)).collect(),
        });
        let (width, size) = (columns.iter().sum(), (size * 2.0) as u32);
        Self { landscape, width, size, rows: rows.collect(), columns }
    }
}

impl<'a> Cell<'a> {
    fn of(
        slot: &Slot<'a>,
        columns: &[u32],
        field: impl Fn(&PrintedContent) -> Option<Field>,
    ) -> Self {
        let merge = match slot.begins {
            None => Merge::Continues,
            Some(cell) if cell.row_span > 1 => Merge::Begins,
            Some(_) => Merge::None,
        };
        Self {
            width: columns[slot.column..slot.column + slot.span].iter().sum(),
            span: slot.span,
            merge,
            left: slot.begins.is_some_and(|it| matches!(it.content, PrintedContent::RowLabel(_))),
            text: slot.begins.map_or(Cow::Borrowed(""), |it| in_xml(it.content.text())),
            field: slot.begins.and_then(|it| field(&it.content)),
        }
    }
}

/// Points in twips.
pub(super) fn twips(points: f64) -> u32 {
    (points * 20.0).round() as u32
}

//! What makes a document one that is filled in: fields in its tables, and text that nobody changes.
//!
//! Fields are those that every program of the kind knows (ECMA-376, 17.16.17): a program that protects
//! forms lets people into them, and computes formulas when they leave one. A total is a formula over
//! the names of the cells that it adds up.

use std::borrow::Cow;

use nianbao_domain::form::CellId;

use super::block::in_xml;
use crate::identity::Property;
use crate::printed::{PrintedContent, PrintedTable};

/// How a document is filled in.
pub(crate) struct Filling<'a> {
    /// What stands at the head of every page.
    pub guide: &'a str,
    /// What the document says of itself, unseen.
    pub properties: Vec<Property>,
    /// What each cell of the form is.
    pub field: &'a dyn Fn(CellId) -> Field,
}

/// A cell of the form, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// The number that formulas know it by.
    pub number: usize,
    /// What is done with it.
    pub kind: FieldKind,
}

/// What is done with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// It is known, and stays.
    Known,
    /// A person fills it in.
    Entry {
        /// Whether the program refuses what is no number.
        numeric: bool,
        /// What is wanted, as people are told in the cell.
        hint: String,
    },
    /// It is the sum of the cells with these numbers.
    Total(Vec<usize>),
}

/// What a cell shows that is not yet filled in: without width nobody would find it.
const EMPTY: &str = "\u{2002}\u{2002}\u{2002}";
/// What a cell of a table gets room for.
const ROOM: &str = "0000";
/// The longest words that programs show beside a field.
const LONGEST_HINT: usize = 138;

impl Field {
    /// The name of the cell.
    pub(super) fn name(&self) -> String {
        name(self.number)
    }

    /// Whether a person fills it in.
    pub(super) fn is_entry(&self) -> bool {
        matches!(self.kind, FieldKind::Entry { .. })
    }

    /// Whether the program refuses what is no number.
    pub(super) fn is_numeric(&self) -> bool {
        matches!(self.kind, FieldKind::Entry { numeric: true, .. })
    }

    /// What is wanted.
    pub(super) fn hint(&self) -> Cow<'_, str> {
        let FieldKind::Entry { hint, .. } = &self.kind else { return Cow::Borrowed("") };
        match hint.char_indices().nth(LONGEST_HINT) {
            Some((end, _)) => in_xml(&hint[..end]),
            None => in_xml(hint),
        }
    }

    /// The formula of a total.
    pub(super) fn formula(&self) -> Option<String> {
        let FieldKind::Total(parts) = &self.kind else { return None };
        let names: Vec<String> = parts.iter().map(|number| name(*number)).collect();
        Some(format!("SUM({})", names.join(",")))
    }

    /// What the cell shows.
    pub(super) fn shown<'a>(&self, text: &Cow<'a, str>) -> Cow<'a, str> {
        match text.is_empty() && self.is_entry() {
            true => Cow::Borrowed(EMPTY),
            false => text.clone(),
        }
    }
}

/// A name that formulas can hold: letters and digits, unlike the address of a cell.
fn name(number: usize) -> String {
    format!("cell_{number}")
}

/// The table with room in cells that are still blank.
pub(super) fn with_room(table: &PrintedTable) -> PrintedTable {
    let mut table = table.clone();
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let PrintedContent::Value { text, .. } = &mut cell.content
            && text.is_empty()
        {
            ROOM.clone_into(text);
        }
    }
    table
}

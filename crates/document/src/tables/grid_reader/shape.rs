//! What kind of row a row is.

use nianbao_domain::form::{Line, TableId};

use super::super::row::Item;
use crate::lexicon::Meaning;

/// What the own cells of a row are.
#[derive(Debug, Default)]
pub(super) struct Shape {
    pub is_empty: bool,
    pub has_value: bool,
    /// A line of a table printed down, by words that mean nothing else.
    pub line: Option<(usize, TableId, Line)>,
    /// A line of a table printed across.
    pub line_across: Option<(usize, TableId, Line)>,
    /// Words that mean a line or a column: 总计, 其他.
    pub either: Option<(usize, TableId, Line)>,
    /// Words that mean a column, or a line in another edition.
    pub is_either_column: bool,
    pub group: Option<(TableId, Line)>,
    pub is_head: bool,
    pub is_block_heading: bool,
    pub unknown_label: Option<usize>,
}

impl Shape {
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let mut shape = Self { is_empty: true, ..Self::default() };
        for (at, item) in items.iter().enumerate().filter(|(_, item)| item.own && !item.is_empty())
        {
            shape.is_empty = false;
            if item.is_value {
                shape.has_value = true;
                continue;
            }
            if item.meanings.is_empty() {
                let labels = !shape.has_value;
                shape.unknown_label = if labels { Some(at) } else { shape.unknown_label };
            }
            shape.add(at, &item.meanings);
        }
        shape
    }

    fn add(&mut self, at: usize, meanings: &[Meaning]) {
        let heads = meanings.iter().any(|meaning| meaning.is_head());
        for meaning in meanings {
            match meaning {
                Meaning::Line(TableId::Proceedings, line) if self.line_across.is_none() => {
                    self.line_across = Some((at, TableId::Proceedings, *line));
                }
                Meaning::Line(TableId::Proceedings, _) => {}
                Meaning::Line(table, line) if heads => {
                    self.either = self.either.or(Some((at, *table, *line)));
                }
                Meaning::Line(table, line) => self.line = self.line.or(Some((at, *table, *line))),
                Meaning::LineGroup(TableId::Proceedings, _) => self.is_head = true,
                Meaning::LineGroup(table, line) => self.group = Some((*table, *line)),
                Meaning::BlockHeading(..) => self.is_block_heading = true,
                _ if meanings.iter().any(|it| it.is_line()) => self.is_either_column = true,
                _ => self.is_head = true,
            }
        }
    }
}

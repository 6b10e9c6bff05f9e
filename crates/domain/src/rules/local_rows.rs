//! Rows that the form does not have: which of them a relation of the form may include.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::naming;
use crate::finding::Message;
use crate::form::{Column, Equation, EquationKind, Label, Line, Node, TableId, fold, unnumbered};
use crate::sheet::{LocalCell, LocalRow, Sheet};

/// The local rows of a sheet, looked through once.
#[derive(Clone, Debug, Default)]
pub(super) struct LocalRows {
    /// Rows beside a heading of the form.
    subtotals: Vec<Subtotal>,
    /// Where other rows carry numbers; without a column where it is not known.
    numbers: BTreeSet<(TableId, Option<Column>)>,
}

/// A row beside a heading of the form, such as （三）不予公开: no total includes it a second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subtotal {
    /// Its place among the local rows.
    pub row: usize,
    /// What the heading stands for.
    pub line: Line,
}

/// A heading of a table and every wording of it.
struct Heading {
    line: Line,
    wordings: Vec<String>,
}

/// What a page may write behind a heading where it adds up what stands beneath.
const ADDED_UP: [&str; 4] = ["小计", "合计", "总计", "总数"];

impl LocalRows {
    /// Looks through the rows.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut found = Self::default();
        for table in TableId::ALL {
            let mut rows = sheet.local_rows.iter().enumerate().filter(|(_, it)| it.table == table);
            if let Some(first) = rows.next() {
                let headings = headings(sheet, table);
                std::iter::once(first).chain(rows).for_each(|(at, row)| {
                    found.add(at, row, &headings);
                });
            }
        }
        found
    }

    fn add(&mut self, at: usize, row: &LocalRow, headings: &[Heading]) {
        match heading(&row.label, headings) {
            Some(line) => self.subtotals.push(Subtotal { row: at, line }),
            None => {
                let with_number = row.cells.iter().filter(|cell| has_number(cell));
                self.numbers.extend(with_number.map(|cell| (row.table, cell.column)));
            }
        }
    }

    /// The rows beside headings, in the order of the page.
    pub(super) fn subtotals(&self) -> &[Subtotal] {
        &self.subtotals
    }

    /// Whether a local row carries a number in a column that the equation adds up. The organ's total
    /// may include it, so that the equation as the form prints it decides nothing (STR-005).
    pub(super) fn take_part(&self, equation: &Equation) -> bool {
        match equation.kind {
            EquationKind::RowTotal(_) => false,
            EquationKind::ColumnTotal(column) | EquationKind::Balance(column) => {
                self.count_in(equation.table, column)
            }
        }
    }

    /// Whether a local row of a table carries a number in a column, or may do so.
    pub(super) fn count_in(&self, table: TableId, column: Column) -> bool {
        [Some(column), None].iter().any(|column| self.numbers.contains(&(table, *column)))
    }
}

/// The headings of a table.
fn headings(sheet: &Sheet, table: TableId) -> Vec<Heading> {
    let blocks = sheet.edition().form().table(table).map_or(&[][..], |table| table.blocks);
    let mut headings = Vec::new();
    blocks.iter().for_each(|block| add_headings(block.rows, &mut headings));
    headings
}

fn add_headings(axis: &'static [Node<Line>], headings: &mut Vec<Heading>) {
    for node in axis {
        if let Node::Group(line, label, inner) = node {
            headings.push(Heading { line: *line, wordings: Label::wordings(label) });
            add_headings(inner, headings);
        }
    }
}

/// The heading that a label repeats, with or without its number and with or without 小计 behind it.
fn heading(label: &str, headings: &[Heading]) -> Option<Line> {
    let wordings = [fold(label), fold(unnumbered(label.trim()))];
    let is_it = |words: &str| {
        let bare = ADDED_UP.iter().find_map(|end| words.strip_suffix(end));
        let same = |heading: &&Heading| {
            heading.wordings.iter().any(|it| it == words || Some(it.as_str()) == bare)
        };
        headings.iter().find(same).map(|heading| heading.line)
    };
    wordings.iter().find_map(|words| is_it(words))
}

fn has_number(cell: &LocalCell) -> bool {
    cell.raw.nfkc().any(|c| c.is_ascii_digit() && c != '0')
}

/// Why the relations of these columns are not assessed.
pub(super) fn reason(columns: &[&'static str]) -> Message {
    Message::new(
        format!(
            "表中有格式以外的行，{}列的合计可能把它算在内，是否相符无法判断",
            naming::list_zh(columns, "列")
        ),
        "rows that the form does not have may be part of the totals of these columns",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Edition};
    use crate::rules::{Case, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn balances_with(label: &str, raw: &str) -> Validation {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        let new = CellId::new(Line::NewRequests, Column::NaturalPerson);
        content.sheet.set(new, Cell::Number(3)).unwrap();
        content.sheet.local_rows.push(LocalRow {
            table: TableId::Requests,
            label: label.to_owned(),
            after: None,
            cells: vec![LocalCell { column: Some(Column::NaturalPerson), raw: raw.to_owned() }],
        });
        trial::of("T3-001", &Case::new(&content))
    }

    #[test]
    fn a_column_with_a_number_in_a_local_row_is_not_held_against_the_form() {
        let validation = balances_with("属于工作秘密", "3");
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["local_rows"]);
    }

    #[test]
    fn a_subtotal_beside_a_heading_is_counted_nowhere() {
        assert_eq!(balances_with("（三）不予公开", "3").findings.len(), 1);
    }

    #[test]
    fn a_heading_with_the_word_for_subtotal_is_that_heading() {
        for label in ["不予公开小计", "(三)不予公开", "（五）不予处理 合计"] {
            assert_eq!(balances_with(label, "3").findings.len(), 1, "{label}");
        }
    }

    #[test]
    fn a_number_without_a_known_column_may_stand_in_any() {
        let mut sheet = Sheet::blank(Edition::E2021);
        let cells = vec![LocalCell { column: None, raw: "3".to_owned() }];
        let (table, label) = (TableId::Requests, "其他".to_owned());
        sheet.local_rows.push(LocalRow { table, label, after: None, cells });
        let rows = LocalRows::of(&sheet);
        assert!(rows.count_in(TableId::Requests, Column::Enterprise));
        assert!(!rows.count_in(TableId::Proceedings, Column::Enterprise));
    }

    #[test]
    fn a_local_row_of_zeros_changes_nothing() {
        assert_eq!(balances_with("属于工作秘密", "0").findings.len(), 1);
    }
}

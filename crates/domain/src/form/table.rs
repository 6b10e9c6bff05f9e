//! Sections, tables and blocks: the layout of the printed form.

use super::node::printed_len;
use super::{Column, Line, Node};

/// Which of the three statutory tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// Table 2, 主动公开政府信息情况 (条例 art 20).
    ProactiveDisclosure,
    /// Table 3, 收到和处理政府信息公开申请情况.
    Requests,
    /// Table 4, 政府信息公开行政复议、行政诉讼情况.
    Proceedings,
}

impl TableId {
    /// The three tables, in the order of the form.
    pub const ALL: [Self; 3] = [Self::ProactiveDisclosure, Self::Requests, Self::Proceedings];

    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProactiveDisclosure => "proactive_disclosure",
            Self::Requests => "requests",
            Self::Proceedings => "proceedings",
        }
    }

    /// The section that holds the table: 二, 三 or 四.
    pub const fn section(self) -> u8 {
        match self {
            Self::ProactiveDisclosure => 2,
            Self::Requests => 3,
            Self::Proceedings => 4,
        }
    }
}

/// One of the six sections of a report.
#[derive(Debug)]
pub struct Section {
    /// 1 to 6, printed 一 to 六.
    pub number: u8,
    /// The title without its numbering.
    pub title: &'static str,
    /// Other titles of the same section, seen on real pages.
    pub aliases: &'static [&'static str],
    /// The table the section holds.
    pub table: Option<Table>,
}

/// How lines are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A line is a row.
    Down,
    /// Lines stand side by side above their columns, with one row of values.
    Across,
}

/// One statutory table.
#[derive(Debug)]
pub struct Table {
    /// Which table.
    pub id: TableId,
    /// How its lines are printed.
    pub direction: Direction,
    /// Its blocks; table 2 has one for every item of 条例 art 20, the others have one.
    pub blocks: &'static [Block],
}

/// Lines that share their columns.
#[derive(Debug)]
pub struct Block {
    /// The heading over the block: `第二十条第（一）项`.
    pub heading: Option<&'static str>,
    /// What is printed in the corner, above the row labels.
    pub corner: Option<&'static str>,
    /// What is printed above the column labels.
    pub columns_heading: Option<&'static str>,
    /// The lines.
    pub rows: &'static [Node<Line>],
    /// The columns.
    pub columns: &'static [Node<Column>],
    /// Equalities between lines that hold in every column.
    pub balances: &'static [Balance],
}

/// `left` and `right` have the same sum in every printed column.
#[derive(Debug)]
pub struct Balance {
    /// Lines whose sum is one side.
    pub left: &'static [Line],
    /// Lines whose sum is the other side.
    pub right: &'static [Line],
}

impl Block {
    /// How many cells the block prints.
    pub const fn cells(&self) -> usize {
        printed_len(self.rows) * printed_len(self.columns)
    }
}

impl Table {
    /// How many cells the table prints.
    pub const fn cells(&self) -> usize {
        let (mut count, mut at) = (0, 0);
        while at < self.blocks.len() {
            count += self.blocks[at].cells();
            at += 1;
        }
        count
    }
}

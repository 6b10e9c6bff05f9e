//! Table 2, as far as the editions share it.

use super::node::leaf;
use super::table::{Block, Direction, Table, TableId};
use super::{Column, Line, Node};

pub(super) const ENFORCEMENT: &[Node<Line>] = &[
    leaf(Line::AdministrativePenalties, "行政处罚"),
    leaf(Line::AdministrativeCompulsion, "行政强制"),
];
pub(super) const CHARGES: &[Node<Line>] = &[leaf(Line::AdministrativeCharges, "行政事业性收费")];

/// Table 2 with the blocks of one edition.
pub(super) const fn table(blocks: &'static [Block]) -> Table {
    Table { id: TableId::ProactiveDisclosure, direction: Direction::Down, blocks }
}

/// One block of table 2: an item of 条例 art 20.
pub(super) const fn block(
    heading: &'static str,
    rows: &'static [Node<Line>],
    columns: &'static [Node<Column>],
) -> Block {
    Block {
        heading: Some(heading),
        corner: Some("信息内容"),
        columns_heading: None,
        rows,
        columns,
        balances: &[],
    }
}

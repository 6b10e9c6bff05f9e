//! Table 4, the same in every edition.

use super::node::leaf;
use super::table::{Block, Direction, Table, TableId};
use super::{Column, Label, Line, Node};
use Node::{Group, Leaf, Total};

const OUTCOMES: &[Node<Column>] = &[
    Leaf(Column::Upheld, Label::new("结果维持").or(&["维持"])),
    Leaf(Column::Rectified, Label::new("结果纠正").or(&["纠正"])),
    leaf(Column::OtherOutcome, "其他结果"),
    Leaf(Column::Pending, Label::new("尚未审结").or(&["未审结"])),
    Total(Column::Cases, Label::new("总计").or(&["合计"])),
];

pub(super) const PROCEEDINGS: Table = Table {
    id: TableId::Proceedings,
    direction: Direction::Across,
    blocks: &[Block {
        heading: None,
        corner: None,
        columns_heading: None,
        rows: &[
            leaf(Line::Reconsideration, "行政复议"),
            Group(
                Line::Litigation,
                Label::new("行政诉讼"),
                &[
                    leaf(Line::DirectLitigation, "未经复议直接起诉"),
                    leaf(Line::LitigationAfterReconsideration, "复议后起诉"),
                ],
            ),
        ],
        columns: OUTCOMES,
        balances: &[],
    }],
};

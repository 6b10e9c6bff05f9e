//! Sections, tables, blocks and the two axes of a block.

use nianbao_domain::form::{Block, Column, Label, Line, Node, Section, Table};
use nianbao_proto::v1;

use crate::concept::Concept;

pub(super) fn section(section: &Section) -> v1::Section {
    let Section { number, title, aliases, table: held } = section;
    v1::Section {
        number: i32::from(*number),
        title: (*title).to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        table: held.as_ref().map(table),
    }
}

fn table(table: &Table) -> v1::Table {
    let Table { id, direction, blocks } = table;
    v1::Table {
        id: id.to_wire(),
        direction: direction.to_wire(),
        blocks: blocks.iter().map(block).collect(),
    }
}

/// The balances of a block are among the equations of the form.
fn block(block: &Block) -> v1::Block {
    let Block { heading, corner, columns_heading, rows, columns, balances: _ } = block;
    let printed = |words: &Option<&str>| words.unwrap_or_default().to_owned();
    v1::Block {
        heading: printed(heading),
        corner: printed(corner),
        columns_heading: printed(columns_heading),
        lines: rows.iter().map(line).collect(),
        columns: columns.iter().map(column).collect(),
    }
}

fn line(node: &Node<Line>) -> v1::LineNode {
    let Label { text, note, aliases: _ } = node.label();
    v1::LineNode {
        kind: kind(node).into(),
        line: node.key().to_wire(),
        label: (*text).to_owned(),
        note: note.unwrap_or_default().to_owned(),
        children: node.children().iter().map(line).collect(),
    }
}

fn column(node: &Node<Column>) -> v1::ColumnNode {
    let Label { text, note, aliases: _ } = node.label();
    v1::ColumnNode {
        kind: kind(node).into(),
        column: node.key().to_wire(),
        label: (*text).to_owned(),
        note: note.unwrap_or_default().to_owned(),
        children: node.children().iter().map(column).collect(),
    }
}

fn kind<K>(node: &Node<K>) -> v1::NodeKind {
    match node {
        Node::Leaf(..) => v1::NodeKind::Leaf,
        Node::Group(..) => v1::NodeKind::Group,
        Node::Total(..) => v1::NodeKind::Total,
    }
}

//! One axis of a table: the tree is the layout *and* the arithmetic.

use super::Label;

/// A node of an axis, as printed.
#[derive(Debug)]
pub enum Node<K: 'static> {
    /// A line somebody fills in.
    Leaf(K, Label),
    /// A heading; its key names the subtotal of the leaves beneath, printed or not.
    Group(K, Label, &'static [Node<K>]),
    /// A printed line that must equal the sum of all leaves in the enclosing list.
    Total(K, Label),
}

/// A leaf with a plain label.
pub(super) const fn leaf<K>(key: K, text: &'static str) -> Node<K> {
    Node::Leaf(key, Label::new(text))
}

impl<K: Copy> Node<K> {
    /// The concept this node names.
    pub fn key(&self) -> K {
        match self {
            Self::Leaf(key, _) | Self::Group(key, _, _) | Self::Total(key, _) => *key,
        }
    }

    /// The words printed for it.
    pub fn label(&self) -> &Label {
        match self {
            Self::Leaf(_, label) | Self::Group(_, label, _) | Self::Total(_, label) => label,
        }
    }

    /// The nodes beneath; none for a leaf or a total.
    pub fn children(&self) -> &'static [Node<K>] {
        match self {
            Self::Group(_, _, inner) => inner,
            Self::Leaf(..) | Self::Total(..) => &[],
        }
    }
}

/// How many keys of an axis carry a number on paper.
pub(super) const fn printed_len<K>(axis: &[Node<K>]) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < axis.len() {
        count += match &axis[at] {
            Node::Group(_, _, inner) => printed_len(inner),
            Node::Leaf(..) | Node::Total(..) => 1,
        };
        at += 1;
    }
    count
}

/// How many levels of labels an axis has.
pub fn depth<K>(axis: &[Node<K>]) -> usize {
    let below = |node: &Node<K>| match node {
        Node::Group(_, _, inner) => depth(inner),
        Node::Leaf(..) | Node::Total(..) => 0,
    };
    axis.iter().map(|node| 1 + below(node)).max().unwrap_or(0)
}

/// Keys that carry a number on paper, in reading order.
pub fn printed<K: Copy>(axis: &'static [Node<K>]) -> Vec<K> {
    let mut keys = Vec::with_capacity(printed_len(axis));
    push_printed(axis, &mut keys);
    keys
}

fn push_printed<K: Copy>(axis: &'static [Node<K>], keys: &mut Vec<K>) {
    for node in axis {
        match node {
            Node::Leaf(key, _) | Node::Total(key, _) => keys.push(*key),
            Node::Group(_, _, inner) => push_printed(inner, keys),
        }
    }
}

/// Whether a key of an axis carries a number on paper.
pub fn prints<K: Copy + PartialEq>(axis: &'static [Node<K>], wanted: K) -> bool {
    axis.iter().any(|node| match node {
        Node::Leaf(key, _) | Node::Total(key, _) => *key == wanted,
        Node::Group(_, _, inner) => prints(inner, wanted),
    })
}

/// Keys that somebody fills in: everything printed that is not a total.
pub fn leaves<K: Copy>(axis: &'static [Node<K>]) -> Vec<K> {
    let keys = |node: &Node<K>| match node {
        Node::Leaf(key, _) => vec![*key],
        Node::Total(..) => vec![],
        Node::Group(_, _, inner) => leaves(inner),
    };
    axis.iter().flat_map(keys).collect()
}

/// Every printed total with the leaves whose sum it must be.
pub fn totals<K: Copy>(axis: &'static [Node<K>]) -> Vec<(K, Vec<K>)> {
    let sums = |node: &Node<K>| match node {
        Node::Total(key, _) => vec![(*key, leaves(axis))],
        Node::Leaf(..) => vec![],
        Node::Group(_, _, inner) => totals(inner),
    };
    axis.iter().flat_map(sums).collect()
}

/// The printed keys whose sum is `key`: itself where printed, its leaves where it is only a heading.
pub fn resolve<K: Copy + PartialEq>(axis: &'static [Node<K>], key: K) -> Option<Vec<K>> {
    if printed(axis).contains(&key) {
        return Some(vec![key]);
    }
    axis.iter().find_map(|node| match node {
        Node::Group(k, _, inner) if *k == key => Some(leaves(inner)),
        Node::Group(_, _, inner) => resolve(inner, key),
        Node::Leaf(..) | Node::Total(..) => None,
    })
}

/// The labels on the way to a printed key, outermost first.
pub(super) fn path<K: Copy + PartialEq>(
    axis: &'static [Node<K>],
    key: K,
) -> Option<Vec<&'static str>> {
    axis.iter().find_map(|node| match node {
        Node::Leaf(k, label) | Node::Total(k, label) => (*k == key).then(|| vec![label.text]),
        Node::Group(_, label, inner) => {
            let mut below = path(inner, key)?;
            below.insert(0, label.text);
            Some(below)
        }
    })
}

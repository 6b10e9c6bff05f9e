//! The labels above the columns of a block, and which columns they are.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::form::{Block, Column, Label, Node, TableId, Unit, printed};

use crate::lexicon::{Meaning, Term, folded, simplified_words};

/// A label at the head of a table.
#[derive(Clone, Debug)]
pub(super) struct HeaderToken {
    /// What it may mean in the edition.
    pub meanings: Vec<Meaning>,
    /// Its words, and where they stand.
    pub text: PlacedText,
    /// The first grid column it covers; in text without columns, its place among the labels.
    pub first: usize,
    /// The last.
    pub last: usize,
    row: usize,
}

/// The labels at the head of a table, in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    tokens: Vec<HeaderToken>,
    row: usize,
    /// Whether the places of the labels are columns of the table that is being read.
    is_placed: bool,
    /// The last grid column of each of its rows, blank cells included.
    ends: Vec<usize>,
    /// Whether there are so many labels that this is no header of the form.
    is_overfull: bool,
}

/// The columns of a block, found in a header.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// The columns with their places.
    pub columns: Vec<HeaderColumn>,
    /// Whether the labels stand in the order of the form, so that values in sequence are theirs.
    pub sequential: bool,
    /// Whether every column has places of its own, so that values under it are its.
    pub placed: bool,
    /// Whether labels stand beside those of the block that may have values of their own: 备注, 上年.
    pub beside: bool,
    /// The last grid column of the header, blank cells included.
    pub end: usize,
    /// Labels that are cut off and were completed by their position.
    pub completed: Vec<PlacedText>,
}

/// A column with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeaderColumn {
    /// The column.
    pub column: Column,
    /// The first grid column.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// The unit of money that the label states.
    pub unit: Option<Unit>,
}

/// The headers of the form have 22 labels at most.
const MOST_LABELS: usize = 120;
/// A cut-off label has at least so many characters.
const SHORTEST_STUMP: usize = 2;

impl HeaderToken {
    /// A label with its meanings in the edition.
    pub(super) fn new(meanings: Vec<Meaning>, text: PlacedText, places: (usize, usize)) -> Self {
        Self { meanings, text, first: places.0, last: places.1, row: 0 }
    }

    pub(super) fn column(&self, table: TableId) -> Option<Column> {
        self.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Column(of, column) if *of == table => Some(*column),
            _ => None,
        })
    }

    fn is_unknown(&self) -> bool {
        self.meanings.is_empty()
    }

    /// Whether the label may stand directly above values.
    fn may_be_column(&self) -> bool {
        self.is_unknown() || self.meanings.iter().any(|it| matches!(it, Meaning::Column(..)))
    }
}

impl Header {
    /// An empty header whose labels have places in the grid, or only an order.
    pub(super) fn new(is_placed: bool) -> Self {
        Self { is_placed, ..Self::default() }
    }

    pub(super) fn tokens(&self) -> &[HeaderToken] {
        &self.tokens
    }

    /// Forgets the places: the next table has columns of its own.
    pub(super) fn forget_places(&mut self) {
        self.is_placed = false;
    }

    pub(super) fn is_placed(&self) -> bool {
        self.is_placed
    }

    /// Begins the next row of the header.
    pub(super) fn next_row(&mut self) {
        self.row += 1;
    }

    /// Takes note that the row of the header ends with this grid column.
    pub(super) fn ends_at(&mut self, column: usize) {
        self.ends.push(column);
    }

    /// The last grid column of the widest of its rows.
    pub(super) fn end(&self) -> usize {
        self.ends.iter().copied().max().unwrap_or_default()
    }

    /// Whether its rows are equally wide: elsewhere places are not kept for merged cells.
    fn is_even(&self) -> bool {
        self.ends.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Adds a label: one that is repeated for every place it covers is one label, and one that is
    /// broken over two rows is put together.
    pub(super) fn push(&mut self, token: HeaderToken, edition: nianbao_domain::form::Edition) {
        if self.tokens.len() == MOST_LABELS {
            self.is_overfull = true;
            return;
        }
        let token = HeaderToken { row: self.row, ..token };
        if self.is_placed && (self.repeats(&token) || self.completes(&token, edition)) {
            return;
        }
        self.tokens.push(token);
    }

    fn repeats(&mut self, token: &HeaderToken) -> bool {
        let is_even = self.is_even();
        let same = |known: &&mut HeaderToken| {
            let covers = known.first <= token.first && token.last <= known.last;
            let below = covers && known.row < token.row && is_even;
            let beside = known.last + 1 == token.first && known.row == token.row;
            !token.is_unknown() && known.text.text == token.text.text && (below || beside)
        };
        match self.tokens.iter_mut().rev().find(same) {
            Some(known) => {
                known.last = known.last.max(token.last);
                true
            }
            None => false,
        }
    }

    fn completes(&mut self, token: &HeaderToken, edition: nianbao_domain::form::Edition) -> bool {
        let above = |known: &&mut HeaderToken| {
            known.row + 1 == token.row && known.first == token.first && known.may_be_column()
        };
        let Some(known) = self.tokens.iter_mut().find(above) else { return false };
        let whole = folded(&known.text.text) + &folded(&token.text.text);
        let Some(term) = Term::of_folded(&whole) else { return false };
        known.meanings = term.meanings(edition);
        known.text.text.push_str(&token.text.text);
        true
    }

    /// The columns of a block, if the header shows exactly these.
    pub(super) fn columns(&self, table: TableId, block: &'static Block) -> Option<Columns> {
        if self.is_overfull {
            return None;
        }
        self.by_words(table, block).or_else(|| self.by_position(table, block))
    }

    fn by_words(&self, table: TableId, block: &'static Block) -> Option<Columns> {
        let wanted = printed(block.columns);
        let known: Vec<(Column, &HeaderToken)> =
            self.tokens.iter().filter_map(|token| Some((token.column(table)?, token))).collect();
        let complete = known.len() == wanted.len()
            && wanted.iter().all(|column| known.iter().any(|(found, _)| found == column));
        complete.then(|| {
            let order: Vec<Column> = known.iter().map(|(column, _)| *column).collect();
            self.found(
                block,
                &known,
                order == wanted || self.is_by_levels(table, block, &order),
                vec![],
            )
        })
    }

    /// Whether the labels stand level by level: a heading, its neighbours, then what it heads.
    fn is_by_levels(&self, table: TableId, block: &'static Block, order: &[Column]) -> bool {
        let heads = |column: Column| {
            let is_it = |it: &Meaning| *it == Meaning::ColumnGroup(table, column);
            self.tokens.iter().any(|token| token.meanings.iter().any(is_it))
        };
        let mut levels: Vec<Column> = Vec::new();
        for node in block.columns.iter().filter(|node| node.children().is_empty()) {
            levels.push(node.key());
        }
        for node in block.columns.iter().filter(|node| !node.children().is_empty()) {
            if !heads(node.key()) {
                return false;
            }
            levels.extend(printed(node.children()));
        }
        order == levels
    }

    /// Cut-off labels, completed where the columns match the form's in number and order and each
    /// stump begins the right label.
    fn by_position(&self, table: TableId, block: &'static Block) -> Option<Columns> {
        let mut tokens: Vec<&HeaderToken> =
            self.tokens.iter().filter(|token| token.may_be_column()).collect();
        if tokens.len() == block.columns.len() + 1 && tokens[0].is_unknown() {
            tokens.remove(0);
        }
        let flat = block.columns.iter().all(|node| node.children().is_empty());
        if !flat || tokens.len() != block.columns.len() {
            return None;
        }
        let (mut known, mut completed) = (Vec::new(), Vec::new());
        for (token, node) in tokens.into_iter().zip(block.columns) {
            if token.column(table) != Some(node.key()) {
                begins(&token.text.text, node).then(|| completed.push(token.text.clone()))?;
            }
            known.push((node.key(), token));
        }
        Some(self.found(block, &known, true, completed))
    }

    fn found(
        &self,
        block: &'static Block,
        known: &[(Column, &HeaderToken)],
        sequential: bool,
        completed: Vec<PlacedText>,
    ) -> Columns {
        let columns: Vec<HeaderColumn> = known
            .iter()
            .map(|(column, token)| HeaderColumn {
                column: *column,
                first: token.first,
                last: token.last,
                unit: stated_unit(&token.text.text),
            })
            .collect();
        // Columns under a heading have their order from it; elsewhere a column may be moved.
        let is_flat = block.columns.iter().all(|node| node.children().is_empty());
        let placed = self.is_placed
            && are_disjoint(&columns)
            && (is_flat || are_in_order(&columns, &printed(block.columns)));
        let (beside, end) = (self.has_labels_beside(known), self.end());
        Columns { columns, sequential, placed, beside, end, completed }
    }

    /// Whether labels that nobody knows stand among those of the columns, or behind them, or between
    /// them and the first label of their row.
    fn has_labels_beside(&self, known: &[(Column, &HeaderToken)]) -> bool {
        let Some(first) = known.iter().map(|(_, token)| token.first).min() else { return false };
        let rows: Vec<usize> = known.iter().map(|(_, token)| token.row).collect();
        let begins_row = |token: &HeaderToken| {
            self.tokens.iter().all(|it| it.row != token.row || it.first >= token.first)
        };
        let is_among = |token: &HeaderToken| match self.is_placed {
            true => rows.contains(&token.row) && !begins_row(token),
            false => token.first > first,
        };
        let is_column =
            |token: &HeaderToken| known.iter().any(|(_, column)| std::ptr::eq(*column, token));
        self.tokens.iter().any(|it| it.is_unknown() && !is_column(it) && is_among(it))
    }
}

fn begins(stump: &str, node: &Node<Column>) -> bool {
    let stump = folded(stump);
    let label: &Label = node.label();
    stump.chars().count() >= SHORTEST_STUMP
        && label.wordings().iter().any(|wording| wording.starts_with(&stump))
}

fn are_disjoint(columns: &[HeaderColumn]) -> bool {
    let mut places: Vec<(usize, usize)> = columns.iter().map(|it| (it.first, it.last)).collect();
    places.sort_unstable();
    places.windows(2).all(|pair| pair[0].1 < pair[1].0)
}

fn are_in_order(columns: &[HeaderColumn], wanted: &[Column]) -> bool {
    let place = |column: &Column| columns.iter().find(|it| it.column == *column).map(|it| it.first);
    wanted.is_sorted_by_key(place)
}

/// The unit in a label: `采购总金额（万元）`.
fn stated_unit(label: &str) -> Option<Unit> {
    let label = simplified_words(label);
    match (label.contains("万元"), label.contains('元')) {
        (true, _) => Some(Unit::TenThousandYuan),
        (false, true) => Some(Unit::Yuan),
        (false, false) => None,
    }
}

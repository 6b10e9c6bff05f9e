//! What follows from the tree of an edition: the frozen order of its cells, look-ups, equations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::continuity::{Continuity, continuities};
use super::equation::{Equation, equations};
use super::{Block, CellId, Column, Edition, Line, TableId, node};

/// The place of a cell in the frozen order of an edition.
///
/// One byte: no edition prints more than 256 cells, so that a sheet can be an array.
pub type CellIndex = u8;

/// How many cells a sheet has room for.
pub const CAPACITY: usize = CellIndex::MAX as usize + 1;

/// An equation with the places of its cells, made once an edition.
#[derive(Debug)]
pub struct IndexedEquation {
    /// The equation.
    pub equation: Equation,
    /// Places of the left side.
    pub left: Vec<CellIndex>,
    /// Places of the right side.
    pub right: Vec<CellIndex>,
    /// One bit a place that takes part.
    pub mask: CellSet,
}

/// A set of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellSet([u64; CAPACITY / 64]);

impl CellSet {
    /// Adds a place.
    pub fn insert(&mut self, at: CellIndex) {
        self.0[usize::from(at) / 64] |= 1 << (at % 64);
    }

    /// Takes a place out.
    pub fn remove(&mut self, at: CellIndex) {
        self.0[usize::from(at) / 64] &= !(1 << (at % 64));
    }

    /// Whether the place is in the set.
    pub fn contains(&self, at: CellIndex) -> bool {
        self.0[usize::from(at) / 64] & (1 << (at % 64)) != 0
    }

    /// Whether every place of `other` is in this set.
    pub fn covers(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, theirs)| mine & theirs == *theirs)
    }
}

/// The frozen cell order of an edition and everything derived from it.
#[derive(Debug)]
pub struct Layout {
    edition: Edition,
    cells: Vec<CellId>,
    tables: Vec<TableId>,
    by_id: Vec<(CellId, CellIndex)>,
    equations: Vec<IndexedEquation>,
    assessed: CellSet,
    continuities: Vec<Continuity>,
    concepts: BTreeMap<CellId, Vec<CellId>>,
}

static LAYOUTS: LazyLock<[Layout; Edition::ALL.len()]> =
    LazyLock::new(|| Edition::ALL.map(Layout::new));

impl Layout {
    pub(super) fn of(edition: Edition) -> &'static Self {
        match edition {
            Edition::E2019 => &LAYOUTS[0],
            Edition::E2021 => &LAYOUTS[1],
        }
    }

    fn new(edition: Edition) -> Self {
        let (mut cells, mut tables) = (Vec::new(), Vec::new());
        for table in edition.form().tables() {
            for block in table.blocks {
                for line in node::printed(block.rows) {
                    cells.extend(
                        node::printed(block.columns)
                            .into_iter()
                            .map(|column| CellId::new(line, column)),
                    );
                }
            }
            tables.resize(cells.len(), table.id);
        }
        let mut by_id: Vec<_> = cells.iter().copied().zip(0..=CellIndex::MAX).collect();
        by_id.sort_unstable();
        let mut layout = Self {
            edition,
            cells,
            tables,
            by_id,
            equations: Vec::new(),
            assessed: CellSet::default(),
            continuities: blocks(edition).flat_map(continuities).collect(),
            concepts: concepts(edition),
        };
        layout.equations = layout.indexed_equations();
        let places = layout.equations.iter().flat_map(|it| it.left.iter().chain(&it.right));
        places.for_each(|at| layout.assessed.insert(*at));
        layout
    }

    fn indexed_equations(&self) -> Vec<IndexedEquation> {
        let tables = self.edition.form().tables();
        let blocks = tables.flat_map(|table| table.blocks.iter().map(|block| (table.id, block)));
        blocks
            .flat_map(|(table, block)| equations(table, block))
            .map(|equation| self.indexed(equation))
            .collect()
    }

    fn indexed(&self, equation: Equation) -> IndexedEquation {
        let places = |cells: &[CellId]| {
            cells.iter().filter_map(|cell| self.index(*cell)).collect::<Vec<_>>()
        };
        let (left, right) = (places(&equation.left), places(&equation.right));
        let mut mask = CellSet::default();
        left.iter().chain(&right).for_each(|at| mask.insert(*at));
        IndexedEquation { equation, left, right, mask }
    }

    /// The edition this is the layout of.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// Every printed cell, in the frozen order.
    pub fn cells(&self) -> &[CellId] {
        &self.cells
    }

    /// The place of a cell, or none where the edition does not print it.
    pub fn index(&self, cell: CellId) -> Option<CellIndex> {
        let found = self.by_id.binary_search_by_key(&cell, |(id, _)| *id).ok()?;
        Some(self.by_id[found].1)
    }

    /// Whether the edition prints the cell.
    pub fn prints(&self, cell: CellId) -> bool {
        self.index(cell).is_some()
    }

    /// The table that prints the cell.
    pub fn table(&self, cell: CellId) -> Option<TableId> {
        Some(self.tables[usize::from(self.index(cell)?)])
    }

    /// The cells of one table, in the frozen order.
    pub fn table_cells(&self, table: TableId) -> impl Iterator<Item = CellId> {
        self.cells
            .iter()
            .zip(&self.tables)
            .filter(move |(_, of)| **of == table)
            .map(|(cell, _)| *cell)
    }

    /// Every equation of the edition: 40 of 2019, 42 of 2021.
    pub fn equations(&self) -> &[IndexedEquation] {
        &self.equations
    }

    /// The places that take part in any equation.
    pub fn assessed(&self) -> &CellSet {
        &self.assessed
    }

    /// How the stocks follow from those of the year before: table by table, line by line.
    pub fn continuities(&self) -> &[Continuity] {
        &self.continuities
    }

    /// The printed cells whose sum is the concept: itself where printed, its leaves where it is
    /// only a heading, nothing where this edition cannot express it.
    pub fn resolve(&self, line: Line, column: Column) -> Option<&[CellId]> {
        self.concepts.get(&CellId::new(line, column)).map(Vec::as_slice)
    }

    /// The label path of a cell, outermost first: line labels, then column labels.
    pub fn label_path(&self, cell: CellId) -> Vec<&'static str> {
        let mut blocks = blocks(self.edition);
        let path = blocks.find_map(|block| {
            let mut lines = node::path(block.rows, cell.line)?;
            lines.extend(node::path(block.columns, cell.column)?);
            Some(lines)
        });
        path.unwrap_or_default()
    }
}

/// Every concept that an edition can express, with the cells whose sum it is.
fn concepts(edition: Edition) -> BTreeMap<CellId, Vec<CellId>> {
    let mut concepts = BTreeMap::new();
    for block in blocks(edition) {
        let lines = Line::ALL.iter().filter_map(|it| Some((*it, node::resolve(block.rows, *it)?)));
        let columns = Column::ALL.iter();
        let columns = columns.filter_map(|it| Some((*it, node::resolve(block.columns, *it)?)));
        let columns: Vec<_> = columns.collect();
        for (line, parts) in lines {
            for (column, across) in &columns {
                let cells = |line: &Line| {
                    across.iter().map(|column| CellId::new(*line, *column)).collect::<Vec<_>>()
                };
                let cells = parts.iter().flat_map(cells).collect();
                concepts.entry(CellId::new(line, *column)).or_insert(cells);
            }
        }
    }
    concepts
}

fn blocks(edition: Edition) -> impl Iterator<Item = &'static Block> {
    edition.form().tables().flat_map(|table| table.blocks)
}

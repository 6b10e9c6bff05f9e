//! Which cell takes part in which relation, worked out once an edition.

use std::sync::LazyLock;

use super::residuals::{Residuals, Touch};
use crate::form::{
    CellIndex, Column, Edition, EquationKind, IndexedEquation, Layout, Line, Measure, TableId,
};

/// A set of relations, one bit each; the bit is the place in [`Incidence::relations`].
pub(super) type Relations = u64;

/// The relations of an edition, and what every cell does to them.
#[derive(Debug)]
pub(super) struct Incidence {
    /// The relations, the shortest first: a search that asks them in this order branches least.
    pub relations: Vec<Relation>,
    /// What a change of a cell does, cell by cell in the frozen order.
    pub cells: Vec<Touch>,
    /// Whether a cell may be negative.
    pub signed: Vec<bool>,
    /// The lines of the form with their relations, then its columns.
    pub groups: Vec<Group>,
}

/// A relation with the places of its cells.
#[derive(Debug)]
pub(super) struct Relation {
    /// The relation, as the form has it.
    pub of: &'static IndexedEquation,
    /// Its cells, left side first.
    pub cells: Vec<CellIndex>,
    /// The group that it belongs to.
    group: usize,
}

/// The relations of one printed line, or of one printed column.
#[derive(Debug)]
pub(super) struct Group {
    axis: Axis,
    /// Its relations.
    pub relations: Relations,
    /// Its cells, in the frozen order.
    pub cells: Vec<CellIndex>,
    /// The relations of other groups in which its cells take part.
    pub across: Relations,
    /// What a change of one cell can do to its relations.
    patterns: Vec<Touch>,
}

/// What a group is: a cell takes part in the relations of its line and of its column, no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// A printed line.
    Line(Line),
    /// A printed column of a table.
    Column(TableId, Column),
}

static INCIDENCES: LazyLock<[Incidence; Edition::ALL.len()]> =
    LazyLock::new(|| Edition::ALL.map(|edition| Incidence::new(edition.layout())));

/// More relations than a set has bits would be left out; no edition has as many.
const MOST: usize = Relations::BITS as usize;

impl Incidence {
    /// The incidence of an edition.
    pub fn of(edition: Edition) -> &'static Self {
        match edition {
            Edition::E2019 => &INCIDENCES[0],
            Edition::E2021 => &INCIDENCES[1],
        }
    }

    fn new(layout: &'static Layout) -> Self {
        let mut equations: Vec<_> = layout.equations().iter().collect();
        equations.sort_by_key(|it| it.left.len() + it.right.len());
        equations.truncate(MOST);
        let cells = (0..=CellIndex::MAX).take(layout.cells().len());
        let touches: Vec<_> = cells.map(|at| touch(&equations, at)).collect();
        let groups = groups(&equations, &touches);
        let relation = |it: &&'static IndexedEquation| Relation {
            of: it,
            cells: it.left.iter().chain(&it.right).copied().collect(),
            group: groups.iter().position(|group| group.axis == axis(it)).unwrap_or_default(),
        };
        Self {
            relations: equations.iter().map(relation).collect(),
            cells: touches,
            signed: layout.cells().iter().map(|it| it.measure() == Measure::SignedCount).collect(),
            groups,
        }
    }

    /// What a change of a cell does.
    pub fn touch(&self, at: CellIndex) -> Touch {
        self.cells[usize::from(at)]
    }

    /// Failing relations that hang together: each shares a cell with another of them.
    pub fn component(&self, failing: Relations) -> Relations {
        let mut component = failing & failing.wrapping_neg();
        loop {
            let reached = bits(component)
                .flat_map(|bit| &self.relations[bit].cells)
                .fold(component, |set, at| set | self.touch(*at).mask() & failing);
            if reached == component {
                return component;
            }
            component = reached;
        }
    }

    /// No fewer cells than this repair what fails: a cell lies in one line and one column only.
    ///
    /// A deferred relation needs at least two cells of its own.
    pub fn bound(&self, residuals: &Residuals, active: Relations, deferred: Relations) -> usize {
        let (mut lines, mut columns) = (0, 0);
        let mut rest = residuals.failing;
        while rest != 0 {
            let group = &self.groups[self.relations[rest.trailing_zeros() as usize].group];
            let cells = group.bound(residuals, active, deferred);
            match group.axis {
                Axis::Line(_) => lines += cells,
                Axis::Column(..) => columns += cells,
            }
            rest &= !group.relations;
        }
        lines.max(columns)
    }
}

impl Group {
    /// How many of its cells have to change at least, where any of its relations fails.
    fn bound(&self, residuals: &Residuals, active: Relations, deferred: Relations) -> usize {
        let failing = residuals.failing & self.relations;
        if failing & deferred != 0 {
            return 2;
        }
        let one_does = |pattern: &Touch| {
            let pattern = pattern.within(active);
            pattern.mask() == failing && residuals.delta(pattern).is_some()
        };
        if failing.count_ones() == 1 || self.patterns.iter().any(one_does) { 1 } else { 2 }
    }

    /// Whether it is a line; otherwise a column.
    pub fn is_line(&self) -> bool {
        matches!(self.axis, Axis::Line(_))
    }
}

/// The bits of a set, lowest first.
pub(super) fn bits(mut set: Relations) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}

fn touch(equations: &[&'static IndexedEquation], at: CellIndex) -> Touch {
    let on = |side: fn(&IndexedEquation) -> &Vec<CellIndex>| {
        let places = equations.iter().enumerate();
        places.filter(|(_, it)| side(it).contains(&at)).fold(0, |set, (bit, _)| set | 1 << bit)
    };
    Touch { plus: on(|it| &it.left), minus: on(|it| &it.right) }
}

fn axis(equation: &IndexedEquation) -> Axis {
    match equation.equation.kind {
        EquationKind::RowTotal(line) => Axis::Line(line),
        EquationKind::ColumnTotal(column) | EquationKind::Balance(column) => {
            Axis::Column(equation.equation.table, column)
        }
    }
}

fn groups(equations: &[&'static IndexedEquation], touches: &[Touch]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (bit, equation) in equations.iter().enumerate() {
        let axis = axis(equation);
        match groups.iter_mut().find(|group| group.axis == axis) {
            Some(group) => group.relations |= 1 << bit,
            None => groups.push(Group {
                axis,
                relations: 1 << bit,
                cells: Vec::new(),
                across: 0,
                patterns: Vec::new(),
            }),
        }
    }
    groups.iter_mut().for_each(|group| group.fill(touches));
    groups
}

impl Group {
    fn fill(&mut self, touches: &[Touch]) {
        for (at, touch) in (0..=CellIndex::MAX).zip(touches) {
            let pattern = touch.within(self.relations);
            if pattern.mask() == 0 {
                continue;
            }
            self.cells.push(at);
            self.across |= touch.mask() & !self.relations;
            if !self.patterns.contains(&pattern) {
                self.patterns.push(pattern);
            }
        }
    }
}

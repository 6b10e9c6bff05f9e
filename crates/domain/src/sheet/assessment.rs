//! Equations against the figures.

use super::{Cell, Sheet};
use crate::form::{CellId, CellIndex, IndexedEquation};

/// How blanks are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// As printed: a blank has no number.
    #[default]
    AsPrinted,
    /// Blank leaves as zero, blank totals as not printed and so derived from the leaves.
    BlanksAsZero,
}

impl Reading {
    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsPrinted => "as_printed",
            Self::BlanksAsZero => "blanks_as_zero",
        }
    }
}

/// What the figures answer to an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Both sides are equal.
    Holds,
    /// They are not.
    Fails {
        /// The sum of the left side.
        left: i128,
        /// The sum of the right side.
        right: i128,
    },
    /// A participating cell has no number.
    NotAssessable {
        /// The cells without a number.
        missing: Vec<CellId>,
    },
}

impl Sheet {
    /// Whether an equation of this sheet's edition holds, as printed.
    pub fn assess(&self, equation: &IndexedEquation) -> Outcome {
        if !self.numbers().covers(&equation.mask) {
            let missing = equation.equation.cells().filter(|cell| self.number(*cell).is_none());
            return Outcome::NotAssessable { missing: missing.collect() };
        }
        match (self.sum(&equation.left), self.sum(&equation.right)) {
            (left, right) if left == right => Outcome::Holds,
            (left, right) => Outcome::Fails { left: left.into(), right: right.into() },
        }
    }

    /// Left minus right of an equation of this sheet's edition, where all its cells have numbers.
    pub(crate) fn residual(&self, equation: &IndexedEquation) -> Option<i64> {
        let known = self.numbers().covers(&equation.mask);
        known.then(|| self.sum(&equation.left) - self.sum(&equation.right))
    }

    /// The equations of the sheet that do not hold, as printed, each with its outcome.
    ///
    /// Most sheets are complete and consistent: one look at the states, one sum an equation.
    pub fn unmet(&self) -> Vec<(&'static IndexedEquation, Outcome)> {
        let layout = self.layout();
        let complete = self.numbers().covers(layout.assessed());
        let holds = |it: &IndexedEquation| {
            (complete || self.numbers().covers(&it.mask))
                && self.sum(&it.left) == self.sum(&it.right)
        };
        let unmet = layout.equations().iter().filter(|it| !holds(it));
        unmet.map(|it| (it, self.assess(it))).collect()
    }

    /// The second reading: blank leaves become zero, blank totals the sum of their parts.
    ///
    /// It is made for checking and never stored. "/" and what could not be read stay as they are.
    pub fn with_blanks_as_zero(&self) -> Self {
        let mut reading = self.clone();
        let equations = || self.layout().equations().iter().filter(|it| it.left.len() == 1);
        let mut totals = crate::form::CellSet::default();
        equations().for_each(|it| totals.insert(it.left[0]));
        for at in places(self).filter(|at| self.at(*at) == Cell::Blank && !totals.contains(*at)) {
            reading.put(at, Cell::Number(0));
        }
        // Totals of lines first, column by column: the total of totals needs them.
        for it in equations()
            .filter(|it| is_column_total(it))
            .chain(equations().filter(|it| !is_column_total(it)))
        {
            reading.derive_blank_total(it);
        }
        reading
    }

    fn derive_blank_total(&mut self, equation: &IndexedEquation) {
        let total = equation.left[0];
        let parts_known = equation.right.iter().all(|at| self.numbers().contains(*at));
        if self.at(total) == Cell::Blank && parts_known {
            self.put(total, Cell::Number(self.sum(&equation.right)));
        }
    }
}

fn places(sheet: &Sheet) -> impl Iterator<Item = CellIndex> {
    (0..=CellIndex::MAX).take(sheet.layout().cells().len())
}

fn is_column_total(equation: &IndexedEquation) -> bool {
    matches!(equation.equation.kind, crate::form::EquationKind::ColumnTotal(_))
}

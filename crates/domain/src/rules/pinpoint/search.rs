//! The smallest sets of cells whose change repairs what fails (Fellegi and Holt, 1976).
//!
//! Iterative deepening: no set of n + 1 cells is looked at before all sets of n. Within a depth the
//! search takes a relation that fails and says of it: either one cell of the set stands in it, whose
//! change is then known, or several do, and it is deferred until another relation has told the
//! change of one of these. Every set whose changes follow from the relations one by one is met that
//! way. In a table of row and column sums a set whose changes do not follow (cells that form a ring)
//! has no certain numbers, so that nothing could be suggested.

use std::collections::BTreeSet;

use super::figures::Figures;
use super::incidence::{Incidence, Relations, bits};
use super::residuals::Residuals;
use crate::form::CellIndex;

/// The largest set that is searched for.
const MOST_CELLS: usize = 12;
/// How many sets of one size are told apart before the search stops.
const MOST_SETS: usize = 100;

/// What has to be added to which cells, in the order of the form.
pub(super) type Deltas = Vec<(CellIndex, i64)>;

/// How many steps searches may take in all: one a cell that is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    left: u32,
}

/// The sets found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The smallest sets.
    pub sets: BTreeSet<Deltas>,
    /// Whether there is no further set as small: the search came to its end.
    pub complete: bool,
}

impl Budget {
    /// So many steps.
    pub const fn of(steps: u32) -> Self {
        Self { left: steps }
    }

    fn spend(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }
}

/// Searches for the smallest sets that repair what fails.
pub(super) fn search(
    figures: &Figures<'_>,
    residuals: &Residuals,
    most: usize,
    budget: &mut Budget,
) -> Found {
    let incidence = figures.incidence;
    let mut search = Search {
        figures,
        incidence,
        residuals: residuals.clone(),
        chosen: Vec::new(),
        sets: BTreeSet::new(),
        budget,
        stopped: false,
    };
    let least = incidence.bound(residuals, figures.active, 0);
    for cells in least..=most.min(MOST_CELLS) {
        search.descend(cells, 0, 0);
        if search.stopped || !search.sets.is_empty() {
            break;
        }
    }
    Found { complete: !search.stopped && !search.sets.is_empty(), sets: search.sets }
}

struct Search<'a> {
    figures: &'a Figures<'a>,
    incidence: &'static Incidence,
    residuals: Residuals,
    chosen: Deltas,
    sets: BTreeSet<Deltas>,
    budget: &'a mut Budget,
    stopped: bool,
}

impl Search<'_> {
    /// Looks for sets with so many further cells. No cell of a closed relation changes any more.
    fn descend(&mut self, cells: usize, closed: Relations, deferred: Relations) {
        if cells == 1 {
            return self.last();
        }
        let mut deferred = deferred;
        for bit in bits(self.residuals.failing & !deferred) {
            for place in 0..self.incidence.relations[bit].cells.len() {
                let at = self.incidence.relations[bit].cells[place];
                self.attempt(at, bit, (cells, closed, deferred));
                if self.stopped {
                    return;
                }
            }
            deferred |= 1 << bit;
            if self.bound(deferred) > cells {
                return;
            }
        }
    }

    /// Changes a cell so that a relation holds, and goes on with the others.
    fn attempt(
        &mut self,
        at: CellIndex,
        bit: usize,
        (cells, closed, deferred): (usize, Relations, Relations),
    ) {
        if !self.budget.spend() {
            self.stopped = true;
            return;
        }
        let touch = self.figures.touch(at);
        let delta = self.residuals.delta_for(touch, bit);
        if touch.mask() & closed != 0 || !self.figures.allows(at, delta) {
            return;
        }
        self.residuals.apply(touch, delta);
        self.chosen.push((at, delta));
        let deferred = deferred & !touch.mask();
        if self.residuals.failing != 0 && self.bound(deferred) < cells {
            self.descend(cells - 1, closed | 1 << bit, deferred);
        }
        self.chosen.pop();
        self.residuals.apply(touch, -delta);
    }

    /// The one cell that repairs the rest, if there is one; all of them where several do.
    fn last(&mut self) {
        let failing = self.residuals.failing;
        let Some(bit) = bits(failing).next() else { return };
        for at in &self.incidence.relations[bit].cells {
            let touch = self.figures.touch(*at);
            if touch.mask() != failing {
                continue;
            }
            match self.residuals.delta(touch) {
                Some(delta) if self.figures.allows(*at, delta) => self.keep(*at, delta),
                Some(_) | None => {}
            }
        }
    }

    fn keep(&mut self, at: CellIndex, delta: i64) {
        let mut set = self.chosen.clone();
        set.push((at, delta));
        set.sort_unstable();
        self.sets.insert(set);
        self.stopped |= self.sets.len() >= MOST_SETS;
    }

    fn bound(&self, deferred: Relations) -> usize {
        self.incidence.bound(&self.residuals, self.figures.active, deferred)
    }
}

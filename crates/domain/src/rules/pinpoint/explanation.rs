//! Why a set of relations fails: the smallest repairs of what hangs together, best first.

use super::clue::Clues;
use super::figures::Figures;
use super::incidence::Relations;
use super::line;
use super::repair::Repair;
use super::search::{Budget, Deltas, Found, search};

/// How many steps the search under one reading may take: some three milliseconds, and there are two.
const STEPS: u32 = 30_000;
/// A line or column that is shifted goes before a smaller set of changes from so many cells on.
const A_SHIFT: usize = 3;

/// The repairs of relations that fail together.
#[derive(Clone, Debug)]
pub(super) struct Explanation {
    /// The relations that fail and are repaired.
    pub relations: Relations,
    /// The repairs, best first.
    pub repairs: Vec<Repair>,
    /// Whether the first repair is the only one as small.
    pub unique: bool,
    /// Whether the search came to its end; otherwise there may be further or smaller repairs.
    pub complete: bool,
}

impl Explanation {
    /// Whether the right repair is known: the only one, or the only one that evidence speaks for.
    pub fn is_decided(&self) -> bool {
        self.unique
            || match &self.repairs[..] {
                [best, next, ..] => self.complete && best.is_better_attested_than(next),
                [_] | [] => false,
            }
    }
}

/// What is needed to explain failing relations.
pub(super) struct Explainer<'a> {
    /// The figures under one reading.
    pub figures: &'a Figures<'a>,
    /// The figures as printed.
    pub printed: &'a Figures<'a>,
    /// Other evidence.
    pub clues: &'a Clues,
    /// How far searches may still go.
    pub budget: Budget,
}

impl<'a> Explainer<'a> {
    /// An explainer with the budget of one reading.
    pub fn new(figures: &'a Figures<'a>, printed: &'a Figures<'a>, clues: &'a Clues) -> Self {
        Self { figures, printed, clues, budget: Budget::of(STEPS) }
    }

    /// Explains some of the failing relations. What one cell explains stands for itself; the rest is
    /// searched together, since only together it may be consistent.
    pub fn explain(&mut self, failing: Relations) -> Vec<Explanation> {
        let (mut explanations, mut rest, mut together) = (Vec::new(), failing, 0);
        while rest != 0 {
            let component = self.figures.incidence.component(rest);
            rest &= !component;
            match self.by_one_cell(component) {
                Some(explanation) => explanations.push(explanation),
                None => together |= component,
            }
        }
        if together != 0 {
            explanations.extend(self.by_several_cells(together));
        }
        explanations
    }

    fn by_one_cell(&mut self, component: Relations) -> Option<Explanation> {
        let residuals = self.figures.residuals.within(component);
        let found = search(self.figures, &residuals, 1, &mut self.budget);
        (!found.sets.is_empty()).then(|| self.explanation(component, &found))
    }

    /// The smallest sets of several cells; where there is only one, what in it shares no relation
    /// are faults of their own.
    fn by_several_cells(&mut self, component: Relations) -> Vec<Explanation> {
        let residuals = self.figures.residuals.within(component);
        let lines = line::within_one_line(self.figures, &residuals);
        let mut found = search(self.figures, &residuals, usize::MAX, &mut self.budget);
        let smallest = found.sets.first().map_or(usize::MAX, Vec::len);
        for deltas in lines {
            let is_one_slip = deltas.len() >= A_SHIFT && self.repair(&deltas).shape.is_some();
            if smallest == usize::MAX || is_one_slip {
                found.sets.insert(deltas);
            }
        }
        match found.sets.first() {
            Some(only) if found.complete && found.sets.len() == 1 => {
                let parts = self.parts(only);
                parts.into_iter().map(|part| self.part(component, part)).collect()
            }
            _ => vec![self.explanation(component, &found)],
        }
    }

    fn repair(&self, deltas: &Deltas) -> Repair {
        Repair::new(self.figures, self.printed, deltas, self.clues)
    }

    fn explanation(&self, relations: Relations, found: &Found) -> Explanation {
        let mut repairs: Vec<_> = found.sets.iter().map(|deltas| self.repair(deltas)).collect();
        repairs.sort_by_cached_key(Repair::rank);
        let unique = found.complete && repairs.len() == 1;
        Explanation { relations, repairs, unique, complete: found.complete }
    }

    /// A repair taken apart into cells that share a relation.
    fn parts(&self, deltas: &Deltas) -> Vec<Deltas> {
        let mut parts: Vec<(Relations, Deltas)> = Vec::new();
        for (at, delta) in deltas {
            let mut mask = self.figures.touch(*at).mask();
            let mut joined = vec![(*at, *delta)];
            parts.retain_mut(|(of, cells)| {
                let shares = *of & mask != 0;
                if shares {
                    mask |= *of;
                    joined.append(cells);
                }
                !shares
            });
            parts.push((mask, joined));
        }
        parts.into_iter().map(|(_, cells)| cells).collect()
    }

    fn part(&self, component: Relations, mut deltas: Deltas) -> Explanation {
        deltas.sort_unstable();
        let touches = deltas.iter().map(|(at, _)| self.figures.touch(*at).mask());
        let relations = touches.fold(0, |set, mask| set | mask) & component;
        Explanation { relations, repairs: vec![self.repair(&deltas)], unique: true, complete: true }
    }
}

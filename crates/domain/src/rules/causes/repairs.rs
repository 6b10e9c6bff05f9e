//! What a report would still be told with the known repairs made.

use crate::finding::{Finding, Observation, SuggestedChange};
use crate::form::IndexedEquation;
use crate::report::Content;
use crate::rules::{Case, validation};
use crate::sheet::Cell;

/// The repairs that are known, each with the finding that it belongs to.
#[derive(Default)]
pub(super) struct Repairs {
    known: Vec<Known>,
}

struct Known {
    cause: usize,
    changes: Vec<SuggestedChange>,
    relations: Vec<&'static IndexedEquation>,
}

impl Repairs {
    /// Adds the repair of a finding; only its first one, that of the page as printed.
    pub fn add(
        &mut self,
        cause: usize,
        changes: Vec<SuggestedChange>,
        relations: Vec<&'static IndexedEquation>,
    ) {
        if !self.lead(cause) {
            self.known.push(Known { cause, changes, relations });
        }
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Whether one of them belongs to a finding.
    pub fn lead(&self, finding: usize) -> bool {
        self.known.iter().any(|it| it.cause == finding)
    }

    /// What is found once all of them are made.
    pub fn remaining(&self, case: &Case<'_>) -> Vec<Finding> {
        validation::run(&case.with(&self.made(case.content))).findings
    }

    fn made(&self, content: &Content) -> Content {
        let mut content = content.clone();
        for change in self.known.iter().flat_map(|it| &it.changes) {
            // A suggested number is possible, so that the cell takes it.
            if content.sheet.set(change.cell, Cell::Number(change.to)).is_ok() {
                content.provenance.cells.remove(&change.cell);
            }
        }
        content
    }

    /// Of several faults, the one whose cells a finding is about: those that change, before those of
    /// its relations.
    pub fn cause_of(&self, seen: &Observation) -> Option<usize> {
        if let [only] = &self.known[..] {
            return Some(only.cause);
        }
        let changes =
            |it: &&Known| it.changes.iter().any(|change| seen.cells.contains(&change.cell));
        let shares = |it: &&Known| {
            let mut cells = it.relations.iter().flat_map(|relation| relation.equation.cells());
            cells.any(|cell| seen.cells.contains(&cell))
        };
        let found = self.known.iter().find(changes).or_else(|| self.known.iter().find(shares));
        found.map(|it| it.cause)
    }
}

/// Whether findings still hold one of the same rule about the same place, whatever the numbers.
pub(super) fn repeats(remaining: &[Finding], finding: &Finding) -> bool {
    let seen = &finding.observation;
    let about_the_same = |other: &Observation| {
        let shared = seen.cells.iter().any(|cell| other.cells.contains(cell));
        (shared || seen.cells.is_empty() && other.cells.is_empty()) && seen.quote == other.quote
    };
    remaining.iter().any(|it| it.code == finding.code && about_the_same(&it.observation))
}

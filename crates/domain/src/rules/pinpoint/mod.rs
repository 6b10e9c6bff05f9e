//! Pinpointing: from the relations that fail, the cells whose change repairs them all.
//!
//! Table 3 is a grid of row sums, column sums and a balance a column. A wrong cell breaks the
//! relations of its line and of its column, no two cells break the same ones in the same direction,
//! and by how much they fail is the correction. Several wrong cells need a search for the fewest
//! that explain everything. The search is bounded; where it gives up, that is said. What is
//! suggested is possible (no negative count) and is never applied unasked.

mod blanks;
mod clue;
mod explanation;
mod figures;
mod incidence;
mod line;
mod repair;
mod residuals;
mod search;
mod shape;
mod slip;
mod suggestion;
#[cfg(test)]
mod tests;

use super::Case;
use crate::finding::{Message, SuggestedChange, Suggestion};
use crate::form::IndexedEquation;
use crate::sheet::Reading;

pub(super) use blanks::Blanks;
use clue::Clues;
use explanation::{Explainer, Explanation};
use figures::Figures;
use incidence::{Relations, bits};

/// Relations that fail together, and what would repair them.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    /// The relations.
    pub relations: Vec<&'static IndexedEquation>,
    /// The reading of blanks under which they fail.
    pub reading: Reading,
    /// What would repair them, best first; the first few.
    pub suggestions: Vec<Suggestion>,
    /// How many there are and whether the search came to its end, where that has to be said.
    pub remark: Option<Message>,
    /// The right repair, where it is known.
    pub decided: Option<Vec<SuggestedChange>>,
}

/// The faults of a case: as printed, then those that only show with blanks as zero.
pub(super) fn faults(case: &Case<'_>) -> Vec<Fault> {
    let sheet = &case.content.sheet;
    let binds = |it: &IndexedEquation| !case.local_rows().take_part(&it.equation);
    let printed = Figures::new(sheet, binds);
    let clues = Clues::of_case(case);
    let mut faults = of_reading(&printed, &printed, &clues, Relations::MAX, Reading::AsPrinted);
    if printed.active.count_ones() as usize != printed.incidence.relations.len() {
        let second = Figures::new(case.second_reading(), binds);
        let unprinted = second.residuals.failing & !printed.active;
        faults.extend(of_reading(&second, &printed, &clues, unprinted, Reading::BlanksAsZero));
    }
    faults
}

/// The faults under one reading that touch some relations.
fn of_reading(
    figures: &Figures<'_>,
    printed: &Figures<'_>,
    clues: &Clues,
    concerned: Relations,
    reading: Reading,
) -> Vec<Fault> {
    let failing = figures.residuals.failing;
    if failing & concerned == 0 {
        return Vec::new();
    }
    let explanations = Explainer::new(figures, printed, clues).explain(failing);
    let concerned = explanations.into_iter().filter(|it| it.relations & concerned != 0);
    concerned.map(|it| fault(figures, &it, reading)).collect()
}

fn fault(figures: &Figures<'_>, explanation: &Explanation, reading: Reading) -> Fault {
    let relations = bits(explanation.relations).map(|bit| figures.incidence.relations[bit].of);
    let suggestions = suggestion::suggestions(figures, explanation, reading);
    let decided =
        explanation.is_decided().then(|| suggestions.first().map(|it| it.changes.clone()));
    Fault {
        relations: relations.collect(),
        reading,
        remark: suggestion::remark(explanation),
        suggestions,
        decided: decided.flatten(),
    }
}

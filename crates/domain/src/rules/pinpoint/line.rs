//! All faults in one line, or all in one column: the relations across then tell every change.
//!
//! A line whose values stand one cell too far to the right breaks so many relations that no search
//! gets to its end; yet that everything follows from one line is quickly seen.

use super::figures::Figures;
use super::incidence::{Group, bits};
use super::residuals::Residuals;
use super::search::Deltas;
use crate::form::CellIndex;

/// The changes within one line or column that repair what fails, one list for each that can.
pub(super) fn within_one_line(figures: &Figures<'_>, residuals: &Residuals) -> Vec<Deltas> {
    let groups = figures.incidence.groups.iter();
    groups.filter_map(|group| changes(figures, residuals, group)).collect()
}

fn changes(figures: &Figures<'_>, residuals: &Residuals, group: &Group) -> Option<Deltas> {
    let across = residuals.failing & !group.relations;
    if across & !group.across != 0 || across.count_ones() < 2 {
        return None;
    }
    let (mut rest, mut deltas) = (residuals.clone(), Deltas::new());
    for bit in bits(across) {
        if rest.failing & (1 << bit) == 0 {
            continue;
        }
        let cell = |at: &&CellIndex| figures.touch(**at).mask() & (1 << bit) != 0;
        let at = *group.cells.iter().find(cell)?;
        let touch = figures.touch(at);
        let delta = rest.delta_for(touch, bit);
        if !figures.allows(at, delta) {
            return None;
        }
        rest.apply(touch, delta);
        deltas.push((at, delta));
    }
    deltas.sort_unstable();
    (rest.failing == 0).then_some(deltas)
}

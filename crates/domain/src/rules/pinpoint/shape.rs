//! What several changes look like together: values moved by one cell, totals left out.

use super::figures::Figures;
use super::incidence::Group;
use super::repair::Change;
use crate::form::CellIndex;

/// What changes look like together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// The values of a line stand one cell away from where they belong.
    ShiftedLine,
    /// The values of a column stand one cell away from where they belong.
    ShiftedColumn,
    /// Totals are blank or 0 while their parts are not.
    MissingTotals,
}

impl Shape {
    /// The shape of changes, where they have one.
    pub fn of(figures: &Figures<'_>, changes: &[Change]) -> Option<Self> {
        if changes.iter().all(|change| is_missing_total(figures, change)) {
            return Some(Self::MissingTotals);
        }
        let holds_all = |group: &&Group| changes.iter().all(|it| group.cells.contains(&it.at));
        let group =
            figures.incidence.groups.iter().filter(|_| changes.len() > 1).find(holds_all)?;
        is_shift(figures, group, changes).then_some(if group.is_line() {
            Self::ShiftedLine
        } else {
            Self::ShiftedColumn
        })
    }

    /// The shape in words, Chinese and English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::ShiftedLine => {
                ("这一行的数字左右错开了一格", "the values of the line are one cell off")
            }
            Self::ShiftedColumn => {
                ("这一列的数字上下错开了一格", "the values of the column are one cell off")
            }
            Self::MissingTotals => ("总计漏填", "the total was left out"),
        }
    }
}

fn is_missing_total(figures: &Figures<'_>, change: &Change) -> bool {
    let is_total = |it: &super::incidence::Relation| it.of.left == [change.at];
    change.from == 0 && change.to != 0 && figures.incidence.relations.iter().any(is_total)
}

/// Whether the right values, read along the line, are the printed ones one cell further on, apart
/// from the one at the end that was pushed out.
fn is_shift(figures: &Figures<'_>, group: &Group, changes: &[Change]) -> bool {
    let place = |at: CellIndex| group.cells.iter().position(|cell| *cell == at);
    let ends =
        changes.first().and_then(|it| place(it.at)).zip(changes.last().and_then(|it| place(it.at)));
    let Some((first, last)) = ends else { return false };
    let cells = &group.cells[first..=last];
    let printed: Vec<_> = cells.iter().map(|at| figures.number(*at)).collect();
    let changed = |at: &CellIndex| changes.iter().find(|it| it.at == *at).map(|it| it.to);
    let right: Vec<_> =
        cells.iter().zip(&printed).map(|(at, said)| changed(at).unwrap_or(*said)).collect();
    moved(&printed, &right) || moved(&reversed(&printed), &reversed(&right))
}

/// Whether every value stands one cell after its own. Of two values nothing but an exchange, or a
/// number in the wrong one of them, is beyond chance.
fn moved(printed: &[i64], right: &[i64]) -> bool {
    let (Some(pushed_out), Some(gap)) = (right.last(), printed.first()) else { return false };
    let in_step = printed[1..] == right[..right.len() - 1];
    let told = right[..right.len() - 1].iter().any(|number| *number != 0);
    in_step && told && (right.len() > 2 || *pushed_out == 0 || pushed_out == gap)
}

fn reversed(values: &[i64]) -> Vec<i64> {
    values.iter().rev().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_one_cell_further_on_have_moved() {
        assert!(moved(&[0, 3, 1, 0], &[3, 1, 0, 4]));
        assert!(moved(&[0, 4], &[4, 0]), "a number in the wrong one of two cells");
        assert!(moved(&[7, 4], &[4, 7]), "two numbers exchanged");
    }

    #[test]
    fn two_numbers_that_agree_by_chance_have_not_moved() {
        assert!(!moved(&[5, 4], &[4, 9]));
        assert!(!moved(&[3, 0, 0], &[0, 0, 3]), "nothing but zeros in step");
    }
}

//! The values behind the label of a row: by their places under the header, and in sequence.

use nianbao_domain::form::{Block, Column, printed};

use super::header::Columns;
use super::trust::Trust;
use crate::lexicon::{Meaning, Term};
use crate::page::GridText;

/// A cell of a row with what it may be.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    /// The cell.
    pub cell: &'a GridText,
    /// The first grid column.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// Whether it begins in this row.
    pub own: bool,
    /// The label that it is.
    pub term: Option<Term>,
    /// What the label means in the edition.
    pub meanings: Vec<Meaning>,
    /// Whether it is meant as a value.
    pub is_value: bool,
}

impl Item<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.cell.text.is_empty()
    }
}

/// Values in sequence behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// They are these.
    Exact { from: usize },
    /// Several readings are possible.
    Ambiguous,
    /// There are more or fewer.
    Mismatch { found: usize },
}

/// Which of the cells behind a label are its `count` values, if empty cells may stand for merged
/// ones on either side.
pub(super) fn sequence(cells: &[&str], count: usize) -> Sequence {
    let with_words = cells.iter().filter(|cell| !cell.is_empty()).count();
    let Some(extra) = cells.len().checked_sub(count) else {
        return Sequence::Mismatch { found: cells.len() };
    };
    if extra == 0 || with_words == 0 {
        return Sequence::Exact { from: 0 };
    }
    let empty = |cells: &[&str]| cells.iter().all(|cell| cell.is_empty());
    let (first, last) = (cells[0].is_empty(), cells[cells.len() - 1].is_empty());
    let (padded_right, padded_left) = (empty(&cells[count..]), empty(&cells[..extra]));
    // The last value again for every place that it covers, instead of empty cells before the first.
    let repeated = cells[count - 1..].windows(2).all(|pair| pair[0] == pair[1]);
    match (first, last) {
        (true, false) if repeated => Sequence::Ambiguous,
        (false, _) if padded_right => Sequence::Exact { from: 0 },
        (true, false) if padded_left && cells[extra].is_empty() => Sequence::Ambiguous,
        (true, false) if padded_left => Sequence::Exact { from: extra },
        (true, true) if with_words <= count => Sequence::Ambiguous,
        _ => Sequence::Mismatch { found: with_words },
    }
}

/// Values with their columns; none where a column has no cell.
pub(super) type Cells<'a> = Vec<(Column, Option<&'a GridText>)>;

/// What stands behind the label of a row.
#[derive(Clone, Debug)]
pub(super) enum RowValues<'a> {
    /// These values.
    Read(Cells<'a>, Trust),
    /// Not to be placed.
    Refused {
        /// So many values stand there.
        found: usize,
        /// Whether the places contradict the number of cells.
        against_place: bool,
    },
}

/// Reads the values of a row behind its label.
pub(super) fn values<'a>(
    items: &[Item<'a>],
    label: usize,
    label_is_in_place: bool,
    columns: &Columns,
    block: &'static Block,
) -> RowValues<'a> {
    let wanted = printed(block.columns);
    let behind: Vec<&Item<'a>> = items[label + 1..].iter().filter(|item| item.own).collect();
    let refused = |found, against_place| RowValues::Refused { found, against_place };
    // Labels among the values: two lines side by side, or a table that is turned round.
    if behind.iter().any(|item| !item.meanings.is_empty()) {
        return refused(count(&behind), false);
    }
    let in_sequence = || -> Result<Cells<'a>, usize> {
        let texts: Vec<&str> = behind.iter().map(|item| &*item.cell.text).collect();
        match sequence(&texts, wanted.len()) {
            Sequence::Exact { from } if columns.sequential => {
                let cells = behind[from..].iter().map(|item| Some(item.cell));
                Ok(wanted.iter().copied().zip(cells).collect())
            }
            Sequence::Mismatch { found } => Err(found),
            _ => Err(count(&behind)),
        }
    };
    let placed = if columns.placed { by_place(items, label, columns, &wanted) } else { None };
    let is_exact = behind.len() == wanted.len() && !columns.beside;
    let has_cell_beyond = items.last().is_some_and(|last| last.last > columns.end);
    match (placed, in_sequence()) {
        // One cell too many: nothing says which, unless it holds what no other could.
        (Some(placed), _) if has_cell_beyond && !is_full(&placed) && !is_blank(&placed) => {
            refused(count(&behind), false)
        }
        (Some(placed), Ok(sequence)) if same(&placed, &sequence) => {
            let trust = if has_ends(&placed) { Trust::Certain } else { Trust::ByPlace };
            RowValues::Read(placed, trust)
        }
        (None, Ok(sequence)) if is_blank(&sequence) => RowValues::Read(sequence, Trust::Certain),
        (None, Ok(sequence)) if is_exact && is_full(&sequence) => match columns.placed {
            true => RowValues::Read(sequence, Trust::AgainstPlace),
            false => RowValues::Read(sequence, Trust::Certain),
        },
        (None, Ok(sequence)) if !columns.placed && !columns.beside => match is_exact {
            true => RowValues::Read(sequence, Trust::ByCount),
            false => RowValues::Read(sequence, Trust::Padded),
        },
        (Some(placed), Err(_)) if label_is_in_place => RowValues::Read(placed, Trust::ByPlace),
        (_, Ok(_)) => refused(count(&behind), columns.placed),
        (_, Err(found)) => refused(found, false),
    }
}

fn is_full(cells: &Cells<'_>) -> bool {
    cells.iter().all(|(_, cell)| !text(cell).is_empty())
}

fn is_blank(cells: &Cells<'_>) -> bool {
    cells.iter().all(|(_, cell)| text(cell).is_empty())
}

/// Whether the first and the last value are there, or none at all: nothing between can be shifted.
fn has_ends(cells: &Cells<'_>) -> bool {
    let ends = [cells.first(), cells.last()];
    is_blank(cells) || ends.into_iter().flatten().all(|(_, cell)| !text(cell).is_empty())
}

fn count(items: &[&Item<'_>]) -> usize {
    items.iter().filter(|item| !item.is_empty()).count()
}

fn text<'a>(cell: &Option<&'a GridText>) -> &'a str {
    cell.map_or("", |cell| &*cell.text)
}

fn same(a: &Cells<'_>, b: &Cells<'_>) -> bool {
    a.iter().zip(b).all(|(a, b)| a.0 == b.0 && text(&a.1) == text(&b.1))
}

/// The values under the labels of the columns; none where a column has no cell of this row's own,
/// or two values, or where something stands beside the columns.
fn by_place<'a>(
    items: &[Item<'a>],
    label: usize,
    columns: &Columns,
    wanted: &[Column],
) -> Option<Cells<'a>> {
    let behind = &items[label + 1..];
    let mut taken = 0;
    let mut placed = Vec::new();
    for wanted in wanted {
        let column = columns.columns.iter().find(|it| it.column == *wanted)?;
        let under: Vec<&Item<'a>> = behind
            .iter()
            .filter(|item| item.first >= column.first && item.last <= column.last)
            .collect();
        let all_own = !under.is_empty() && under.iter().all(|item| item.own);
        let with_words: Vec<&&Item<'a>> = under.iter().filter(|item| !item.is_empty()).collect();
        let repeated = with_words.len() == under.len()
            && with_words.windows(2).all(|pair| pair[0].cell.text == pair[1].cell.text);
        if !all_own || (with_words.len() > 1 && !repeated) {
            return None;
        }
        taken += with_words.len();
        placed.push((*wanted, with_words.first().or(under.first().as_ref()).map(|item| item.cell)));
    }
    let all = behind.iter().filter(|item| item.own && !item.is_empty()).count();
    (taken == all).then_some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_sequence_may_have_empty_cells_on_one_side() {
        for (cells, from) in [
            (&["1", "2", "3"][..], 0),
            (&["1", "", "", "", ""], 0),
            (&["", "", "1", "", "3"], 2),
            (&["", "", "", ""], 0),
            (&["", "2", ""], 0),
        ] {
            assert_eq!(sequence(cells, 3), Sequence::Exact { from }, "{cells:?}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_ambiguous() {
        assert_eq!(sequence(&["", "", "3", "", ""], 3), Sequence::Ambiguous);
        assert_eq!(sequence(&["", "5", "5"], 2), Sequence::Ambiguous);
        assert_eq!(sequence(&["", "", "2", "3"], 3), Sequence::Ambiguous);
    }

    #[test]
    fn too_many_or_too_few_values_never_fit() {
        assert_eq!(sequence(&["1", "2"], 3), Sequence::Mismatch { found: 2 });
        assert_eq!(sequence(&["1", "2", "3", "4"], 3), Sequence::Mismatch { found: 4 });
        assert_eq!(sequence(&["1", "2", "3", "", "4"], 3), Sequence::Mismatch { found: 4 });
    }
}

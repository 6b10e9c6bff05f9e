//! A statement held against cells.

use crate::form::{CellId, TableId};
use crate::rules::Case;
use crate::rules::told::Claim;
use crate::sheet::Reading;

/// Whether a statement is about the whole report: this organ, this year, every channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Reach {
    /// It is.
    Whole,
    /// It is limited, or about somebody else.
    Part,
    /// It names a year, and that of the report is not known.
    UnknownYear,
}

/// How far a statement reaches.
pub(in crate::rules) fn reach(case: &Case<'_>, claim: &Claim<'_>) -> Reach {
    let scope = &claim.statement.scope;
    let names = || case.own_names();
    if scope.is_limited
        || scope.organ.as_ref().is_some_and(|organ| !names().are_own(organ))
        || scope.heard.as_ref().is_some_and(|organ| !names().begin(organ))
        || scope.is_regional && !names().is_government()
    {
        return Reach::Part;
    }
    match (scope.year, case.year) {
        (Some(said), Some(year)) if said != year.get() => Reach::Part,
        (Some(_), None) => Reach::UnknownYear,
        (Some(_) | None, _) => Reach::Whole,
    }
}

/// What the figures answer to a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Some reading of it agrees.
    Agrees,
    /// None does: the cells of the most natural one, their sum, and how blanks were read.
    Differs { cells: Vec<CellId>, sum: i128, reading: Reading },
    /// A cell that some reading needs has no number.
    Unknown(Vec<CellId>),
    /// The form has no such cells, or rows of the organ's own may be part of them.
    Incomparable,
}

/// Holds a count against the readings of a statement, each the cells whose sum it may mean.
pub(super) fn answer(
    case: &Case<'_>,
    readings: Vec<Vec<CellId>>,
    counted: impl Fn(i128) -> bool,
) -> Answer {
    let (mut first, mut missing) = (None, Vec::new());
    for cells in readings {
        if is_open(case, &cells) {
            return Answer::Incomparable;
        }
        match sum(case, &cells) {
            Some((sum, _)) if counted(sum) => return Answer::Agrees,
            Some((sum, reading)) => {
                first.get_or_insert(Answer::Differs { cells, sum, reading });
            }
            None => missing.extend(cells.into_iter().filter(|cell| is_unknown(case, *cell))),
        }
    }
    match first {
        _ if !missing.is_empty() => Answer::Unknown(missing),
        Some(answer) => answer,
        None => Answer::Incomparable,
    }
}

/// Whether rows that the form does not have may be part of what the text counts.
fn is_open(case: &Case<'_>, cells: &[CellId]) -> bool {
    let (sheet, rows) = (&case.content.sheet, case.local_rows());
    !sheet.local_rows.is_empty()
        && cells.iter().any(|cell| {
            sheet.layout().table(*cell).is_some_and(|table| {
                table != TableId::Proceedings && rows.count_in(table, cell.column)
            })
        })
}

/// The sum of cells as printed, or else with blanks as zero.
pub(super) fn sum(case: &Case<'_>, cells: &[CellId]) -> Option<(i128, Reading)> {
    let of = |sheet: &crate::sheet::Sheet| {
        cells.iter().map(|cell| sheet.number(*cell).map(i128::from)).sum::<Option<i128>>()
    };
    let printed = of(&case.content.sheet).map(|sum| (sum, Reading::AsPrinted));
    let is_blank_report = || case.content.sheet.cells().all(|(_, cell)| cell.number().is_none());
    printed.or_else(|| {
        let sum = of(case.second_reading()).filter(|_| !is_blank_report())?;
        Some((sum, Reading::BlanksAsZero))
    })
}

fn is_unknown(case: &Case<'_>, cell: CellId) -> bool {
    case.content.sheet.number(cell).is_none()
}

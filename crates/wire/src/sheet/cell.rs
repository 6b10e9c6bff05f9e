//! A cell of the message → what it says.

use std::collections::BTreeSet;

use nianbao_domain::form::{CellId, Line, Measure, Unit};
use nianbao_domain::report::{CellChange, CellSource, Normalization};
use nianbao_domain::sheet::Cell;
use nianbao_proto::v1::{self, CellState};

use super::{OutputOnly, number};
use crate::violation::{Faults, Path};
use crate::{concept, limits, text};

/// Names the cell of a row.
pub(super) fn id(
    line: Line,
    cell: &v1::Cell,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<CellId> {
    let column = concept::required(cell.column, &at.field("column"), faults)?;
    Some(CellId::new(line, column))
}

/// Reads what a cell says.
pub(super) fn read(
    id: CellId,
    cell: v1::Cell,
    output_only: OutputOnly,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<CellChange> {
    let v1::Cell {
        column: _,
        state,
        number,
        unit,
        raw,
        refusal,
        source_line,
        source_place,
        normalizations,
    } = cell;
    let says = content(state, number, id, at, faults);
    let unit = read_unit(unit, id, at, faults);
    let raw = text::text(raw, limits::RAW, &at.field("raw"), faults);
    let source = match output_only {
        OutputOnly::Ignored => CellSource { raw, ..CellSource::default() },
        OutputOnly::Kept => {
            let refusal = text::text(refusal, limits::RAW, &at.field("refusal"), faults);
            let line = source_line_of(source_line, at, faults);
            let place = text::text(source_place, limits::RAW, &at.field("source_place"), faults);
            let normalized = read_normalizations(&normalizations, at, faults);
            let refusal = Some(refusal).filter(|why| !why.is_empty());
            CellSource { raw, normalized, line, place, refusal }
        }
    };
    let source = Some(source).filter(|source| *source != CellSource::default());
    Some(CellChange { cell: id, says: says?, unit, source })
}

fn content(
    state: i32,
    number: Option<v1::cell::Number>,
    id: CellId,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Cell> {
    let state = known_state(state, &at.field("state"), faults)?;
    let (at, why) = match (state, number) {
        (CellState::Unspecified | CellState::Number, Some(number)) => {
            return number::read(number, id, at, faults);
        }
        (CellState::Blank, None) => return Some(Cell::Blank),
        (CellState::NotApplicable, None) => return Some(Cell::NotApplicable),
        (CellState::Unreadable, None) => return Some(Cell::Unreadable),
        (CellState::Unspecified, None) => (
            at.field("state"),
            "missing: give a number, or say CELL_STATE_BLANK so that no blank appears by accident",
        ),
        (CellState::Number, None) => {
            (*at, "CELL_STATE_NUMBER without a number: give `count` or `amount`")
        }
        (CellState::Blank | CellState::NotApplicable | CellState::Unreadable, Some(number)) => (
            at.field(number::field(&number)),
            "only CELL_STATE_NUMBER has a number: leave out the number, or say that state",
        ),
    };
    faults.invalid(&at, why);
    None
}

fn known_state(state: i32, at: &Path<'_>, faults: &mut Faults) -> Option<CellState> {
    let known = CellState::try_from(state).ok();
    if known.is_none() {
        let why = format_args!("{state} is no value of nianbao.v1.CellState that is known here");
        faults.invalid(at, why);
    }
    known
}

/// The unit that is stated; none where none is.
fn read_unit(unit: i32, id: CellId, at: &Path<'_>, faults: &mut Faults) -> Unit {
    let at = &at.field("unit");
    let Some(stated) = concept::optional::<Unit>(unit, at, faults) else { return Unit::None };
    match (stated, id.measure()) {
        (Unit::None, Measure::Count | Measure::SignedCount) => {}
        (Unit::None, Measure::Money(_)) => {
            faults.invalid(
                at,
                format_args!("{id} is money: UNIT_NOT_STATED says that its unit is not stated"),
            );
        }
        (Unit::Yuan | Unit::TenThousandYuan | Unit::NotStated, Measure::Money(_)) => {}
        (
            Unit::Yuan | Unit::TenThousandYuan | Unit::NotStated,
            Measure::Count | Measure::SignedCount,
        ) => faults.invalid(at, format_args!("{id} is a count: its unit is UNIT_NONE")),
    }
    stated
}

fn read_normalizations(
    numbers: &[i32],
    at: &Path<'_>,
    faults: &mut Faults,
) -> BTreeSet<Normalization> {
    let numbers = numbers.iter().enumerate();
    numbers
        .filter_map(|(place, it)| concept::required(*it, &at.item("normalizations", place), faults))
        .collect()
}

fn source_line_of(line: i32, at: &Path<'_>, faults: &mut Faults) -> Option<u32> {
    let Ok(line) = u32::try_from(line) else {
        faults.invalid(
            &at.field("source_line"),
            format_args!("{line} is no line: lines count from 1"),
        );
        return None;
    };
    Some(line).filter(|line| *line > 0)
}

//! The figures of a revision as one block: a version byte, the layout (the number of the edition,
//! little-endian), the states of the cells at two bits each, and one little-endian `i64` a cell, all
//! in the frozen cell order of the edition.
//!
//! A block has the cells of its layout and no others: what the layout lacks is not on the form and
//! never a blank. Units, local rows and provenance stand beside it, in the supplement.

use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::sheet::{Cell, Sheet, SheetError};

const VERSION: u8 = 1;
const HEADER: usize = 3;
const STATES_PER_BYTE: usize = 4;
const NUMBER: usize = size_of::<i64>();

/// A block that is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FiguresError {
    #[error("a block of {0} bytes is too short")]
    TooShort(usize),
    #[error("version {0} is not known")]
    UnknownVersion(u8),
    #[error("layout {0} is not known")]
    UnknownLayout(u16),
    #[error("{found} bytes instead of {expected}")]
    Length { expected: usize, found: usize },
    #[error("the cell {0} has a number in a state without one")]
    StrayNumber(CellId),
    #[error(transparent)]
    Cell(#[from] SheetError),
}

/// The block of a sheet.
pub(crate) fn encode(sheet: &Sheet) -> Vec<u8> {
    let cells = sheet.layout().cells().len();
    let mut states = vec![0_u8; cells.div_ceil(STATES_PER_BYTE)];
    let mut numbers = Vec::with_capacity(cells * NUMBER);
    for (at, (_, cell)) in sheet.cells().enumerate() {
        states[at / STATES_PER_BYTE] |= state(cell) << shift(at);
        numbers.extend(cell.number().unwrap_or_default().to_le_bytes());
    }
    let mut block = Vec::with_capacity(HEADER + states.len() + numbers.len());
    block.push(VERSION);
    block.extend(layout_number(sheet.edition()).to_le_bytes());
    block.extend(states);
    block.extend(numbers);
    block
}

/// The sheet of a block.
pub(crate) fn decode(block: &[u8]) -> Result<Sheet, FiguresError> {
    let (header, body) =
        block.split_first_chunk::<HEADER>().ok_or(FiguresError::TooShort(block.len()))?;
    let [version, low, high] = *header;
    if version != VERSION {
        return Err(FiguresError::UnknownVersion(version));
    }
    let mut sheet = Sheet::blank(edition(u16::from_le_bytes([low, high]))?);
    let cells = sheet.layout().cells();
    let (states, numbers) = parts(body, cells.len())?;
    for ((at, id), number) in cells.iter().enumerate().zip(numbers) {
        let state = states[at / STATES_PER_BYTE] >> shift(at);
        let cell = cell(state, i64::from_le_bytes(*number));
        sheet.set(*id, cell.ok_or(FiguresError::StrayNumber(*id))?)?;
    }
    Ok(sheet)
}

/// States and numbers of so many cells.
fn parts(body: &[u8], cells: usize) -> Result<(&[u8], &[[u8; NUMBER]]), FiguresError> {
    let states = cells.div_ceil(STATES_PER_BYTE);
    let expected = HEADER + states + cells * NUMBER;
    let wrong = || FiguresError::Length { expected, found: HEADER + body.len() };
    let (states, numbers) = body.split_at_checked(states).ok_or_else(wrong)?;
    match numbers.as_chunks() {
        (numbers, []) if numbers.len() == cells => Ok((states, numbers)),
        _ => Err(wrong()),
    }
}

fn layout_number(edition: Edition) -> u16 {
    edition.number().unsigned_abs()
}

fn edition(layout: u16) -> Result<Edition, FiguresError> {
    let known = Edition::ALL.into_iter().find(|edition| layout_number(*edition) == layout);
    known.ok_or(FiguresError::UnknownLayout(layout))
}

const fn shift(at: usize) -> usize {
    2 * (at % STATES_PER_BYTE)
}

const fn state(cell: Cell) -> u8 {
    match cell {
        Cell::Blank => 0,
        Cell::Number(_) => 1,
        Cell::NotApplicable => 2,
        Cell::Unreadable => 3,
    }
}

/// The cell of a state, in the lowest two bits, and a number.
const fn cell(state: u8, number: i64) -> Option<Cell> {
    match (state & 0b11, number) {
        (1, number) => Some(Cell::Number(number)),
        (0, 0) => Some(Cell::Blank),
        (2, 0) => Some(Cell::NotApplicable),
        (3, 0) => Some(Cell::Unreadable),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state, and numbers of every size.
    fn sheet(edition: Edition) -> Sheet {
        let mut sheet = Sheet::blank(edition);
        for (at, id) in edition.layout().cells().iter().enumerate() {
            let cell = match at % 5 {
                0 => Cell::Blank,
                1 => Cell::NotApplicable,
                2 => Cell::Unreadable,
                3 => Cell::Number(0),
                _ => Cell::Number(at as i64 * 1_000_003),
            };
            sheet.set(*id, cell).unwrap();
        }
        sheet
    }

    #[test]
    fn every_cell_comes_back_in_its_state() {
        for edition in Edition::ALL {
            assert_eq!(decode(&encode(&sheet(edition))), Ok(sheet(edition)));
        }
    }

    #[test]
    fn the_bytes_are_frozen() {
        for edition in Edition::ALL {
            let bytes: Vec<_> = encode(&sheet(edition))
                .chunks(32)
                .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
                .collect();
            insta::assert_snapshot!(format!("figures_{edition}"), bytes.join("\n"));
        }
    }

    #[test]
    fn a_cell_of_another_edition_is_not_on_the_form() {
        let decoded = decode(&encode(&sheet(Edition::E2019))).unwrap();
        let foreign = Edition::E2021.layout().cells().iter();
        let mut foreign = foreign.filter(|id| !Edition::E2019.layout().prints(**id)).peekable();
        assert!(foreign.peek().is_some());
        assert!(foreign.all(|id| decoded.get(*id).is_none()));
    }

    #[test]
    fn what_is_no_block_is_refused_with_the_reason() {
        let block = encode(&sheet(Edition::E2021));
        assert_eq!(decode(&[1, 2]), Err(FiguresError::TooShort(2)));
        assert_eq!(decode(&changed(&block, 0, 9)), Err(FiguresError::UnknownVersion(9)));
        assert_eq!(decode(&changed(&block, 1, 7)), Err(FiguresError::UnknownLayout(7)));
        let short = block.len() - 1;
        let length = FiguresError::Length { expected: block.len(), found: short };
        assert_eq!(decode(&block[..short]), Err(length));
        let all_blank = changed(&block, HEADER, 0);
        assert_eq!(
            decode(&changed(&all_blank, block.len() - 200 * NUMBER, 1)),
            Err(FiguresError::StrayNumber(Edition::E2021.layout().cells()[0]))
        );
    }

    fn changed(block: &[u8], at: usize, byte: u8) -> Vec<u8> {
        let mut changed = block.to_vec();
        changed[at] = byte;
        changed
    }
}

//! A total entry point: any bytes as an expression, against a sheet with some of everything.

use nianbao_domain::form::Edition;
use nianbao_domain::report::Content;
use nianbao_domain::rules::Case;
use nianbao_domain::sheet::{Cell, Sheet, SheetError};

use crate::error::Problem;
use crate::{ExpressionError, Program, Verdict};

/// Numbers of every size, and a blank: the sheet repeats them.
const NUMBERS: [Option<i64>; 6] =
    [Some(0), Some(1), Some(7), Some(-3), Some(1_000_000_000_000_000), None];

/// Reads any bytes as an expression and evaluates it against a sheet whose cells are numbers of
/// every size and blanks; ends in bounded time and never panics.
///
/// # Errors
///
/// Where the bytes are no expression that can be used.
pub fn exercise(bytes: &[u8]) -> Result<Verdict, ExpressionError> {
    let not_text = |_| ExpressionError::nowhere(Problem::NotText);
    let source = std::str::from_utf8(bytes).map_err(not_text)?;
    let program = Program::compile(source, &Edition::ALL)?;
    let sheet = sample().map_err(|_| ExpressionError::nowhere(Problem::Parser))?;
    Ok(program.evaluate(&Case::new(&Content::blank(sheet))))
}

fn sample() -> Result<Sheet, SheetError> {
    let mut sheet = Sheet::blank(Edition::E2021);
    for (cell, number) in Edition::E2021.layout().cells().iter().zip(NUMBERS.iter().cycle()) {
        sheet.set(*cell, number.map_or(Cell::Blank, Cell::Number))?;
    }
    Ok(sheet)
}

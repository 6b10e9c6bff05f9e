//! A total entry point: any bytes as an expression, against a sheet with some of everything.

use nianbao_domain::form::Edition;
use nianbao_domain::report::Content;
use nianbao_domain::rules::Case;
use nianbao_domain::sheet::{Cell, Sheet};

use crate::error::Problem;
use crate::{ExpressionError, Program, Verdict};

/// Reads any bytes as an expression and evaluates it against a sample sheet whose cells are numbers
/// of every size and blanks; ends in bounded time and never panics.
///
/// # Errors
///
/// Where the bytes are no expression that can be used.
pub fn exercise(bytes: &[u8]) -> Result<Verdict, ExpressionError> {
    let source =
        std::str::from_utf8(bytes).map_err(|_| ExpressionError::nowhere(Problem::NotText))?;
    let program = Program::compile(source, &Edition::ALL)?;
    let mut sheet = Sheet::blank(Edition::E2021);
    for (cell, number) in Edition::E2021
        .layout()
        .cells()
        .iter()
        .zip([0, 1, 7, -3, 1_000_000_000_000_000, 42].into_iter().cycle())
    {
        if number != 42 && sheet.set(*cell, Cell::Number(number)).is_err() {
            continue;
        }
    }
    let content = Content::blank(sheet);
    Ok(program.evaluate(&Case::new(&content)))
}

//! From a text to a checked tree, on a thread with a stack of its own.

use nianbao_domain::form::Edition;

use crate::error::Problem;
use crate::gate;
use crate::lower::{Lowered, lower};
use crate::{ExpressionError, Position};

/// The gate bounds how deep the parser recurses; this is many times what the deepest needs.
#[cfg(not(target_family = "wasm"))]
const STACK: usize = 16 << 20;

/// Reads and checks an expression. Whatever the parser does ends here: a panic is an error.
pub(crate) fn compile(source: &str, editions: &[Edition]) -> Result<Lowered, ExpressionError> {
    gate::admit(source)?;
    apart(source.to_owned(), editions.to_vec())
}

#[cfg(not(target_family = "wasm"))]
fn apart(source: String, editions: Vec<Edition>) -> Result<Lowered, ExpressionError> {
    let failed = || ExpressionError::nowhere(Problem::Parser);
    let builder = std::thread::Builder::new().name("expression".to_owned()).stack_size(STACK);
    let thread = builder.spawn(move || parse(&source, &editions)).map_err(|_| failed())?;
    thread.join().map_err(|_| failed())?
}

/// In a browser there are no threads: there the expression is read on the stack of the caller, which
/// the gate alone protects, and a panic ends the module's instance.
#[cfg(target_family = "wasm")]
fn apart(source: String, editions: Vec<Edition>) -> Result<Lowered, ExpressionError> {
    parse(&source, &editions)
}

fn parse(source: &str, editions: &[Edition]) -> Result<Lowered, ExpressionError> {
    let program = cel::Program::compile(source).map_err(|errors| grammar(source, &errors))?;
    lower(program.expression().clone(), program.source_info(), editions)
}

/// The first error of the parser, with its place.
fn grammar(source: &str, errors: &cel::ParseErrors) -> ExpressionError {
    let Some(first) = errors.errors.first() else {
        return ExpressionError::nowhere(Problem::Parser);
    };
    let problem = Problem::Grammar(shortened(&first.msg));
    let (line, column) = (usize::try_from(first.pos.0), usize::try_from(first.pos.1));
    match (line, column) {
        (Ok(line @ 1..), Ok(column)) if line <= source.lines().count().max(1) => {
            ExpressionError::at(Position { line, column: column.max(1) }, problem)
        }
        _ => ExpressionError::nowhere(problem),
    }
}

/// The parser lists everything it would have taken; the beginning tells enough.
fn shortened(words: &str) -> String {
    const MOST: usize = 120;
    let mut short: String = words.lines().next().unwrap_or_default().chars().take(MOST).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

//! `nianbao convert`: a report from one form into another.

use std::path::Path;

use crate::arguments::Convert;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Document, Source};
use crate::output::Output;
use crate::replacement;

/// Converts a document.
pub fn run(arguments: &Convert, output: &mut Output) -> Result<Exit, Failure> {
    let source = Source::named(&arguments.input);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    let converted = document.write(arguments.to, &arguments.fonts)?;
    deliver(&converted, arguments.to.is_text(), arguments.output.as_deref(), output)?;
    Ok(Exit::Clean)
}

/// Writes what was made to its file, or where there is none or it is `-` to standard output.
pub fn deliver(
    made: &[u8],
    is_text: bool,
    path: Option<&Path>,
    output: &mut Output,
) -> Result<(), Failure> {
    match path.filter(|path| *path != Path::new("-")) {
        Some(path) => replacement::write(path, made)?,
        None => {
            output.refuse_on_terminal(is_text)?;
            output.write(made);
        }
    }
    Ok(())
}

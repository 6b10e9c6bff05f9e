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
    let converted = document.write(arguments.to)?;
    match arguments.output.as_deref() {
        None => output.write(converted),
        Some(path) if path == Path::new("-") => output.write(converted),
        Some(path) => replacement::write(path, converted.as_bytes())?,
    }
    Ok(Exit::Clean)
}

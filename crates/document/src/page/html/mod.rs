//! Web pages, straight from the tokens of the markup.
//!
//! No tree is built: the tree of a browser costs time and memory out of proportion for hostile
//! nesting, and a report needs no more of it than lines and tables. Nothing here recurses.

mod dropped;
mod element;
mod head;
mod lenient;
mod reader;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::Page;
use crate::ReadError;
use lenient::Lenient;
use reader::Reader;

/// What becomes of elements that a page does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hidden {
    /// They are left out.
    Dropped,
    /// They are read like others: a script may show them.
    Read,
}

/// Reads a page. Lines are numbered in the order of the text that a reader sees.
pub(crate) fn read(markup: &str, hidden: Hidden) -> Result<Page, ReadError> {
    let all = marks(markup);
    let (page, spent) = pass(markup, Reader::new(hidden), all)?;
    match page {
        Some(page) => Ok(page),
        // An element to be dropped was never closed, and took the rest of the page with it.
        None => Ok(pass(markup, Reader::default(), spent + all)?.0.unwrap_or_default()),
    }
}

/// How many tags and references begin in a page, or may: each of them takes as long as a hundred
/// characters of text, so that they are counted before the page is gone through.
fn marks(markup: &str) -> usize {
    markup.bytes().filter(|byte| matches!(byte, b'<' | b'&')).count()
}

/// Goes through a page, and tells how many marks were spent, those with which it begins among them.
fn pass(
    markup: &str,
    mut reader: Reader,
    spent: usize,
) -> Result<(Option<Page>, usize), ReadError> {
    reader.spend(spent)?;
    let callback = |event: CallbackEvent<'_>, _: Span<()>| reader.event(event).err();
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    if let Some(Ok(error)) = Tokenizer::new_with_emitter(markup, Lenient(emitter)).next() {
        return Err(error);
    }
    let spent = reader.spent();
    Ok((reader.finish()?, spent))
}

#[cfg(test)]
mod tests;

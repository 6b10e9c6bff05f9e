//! Web pages, straight from the tokens of the markup.
//!
//! No tree is built: the tree of a browser costs time and memory out of proportion for hostile
//! nesting, and a report needs no more of it than lines and tables. Nothing here recurses.

mod element;
mod head;
mod reader;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::Page;
use crate::ReadError;
use reader::Reader;

/// Reads a page. Lines are numbered in the order of the text that a reader sees.
pub(crate) fn read(markup: &str) -> Result<Page, ReadError> {
    match pass(markup, true)? {
        Some(page) => Ok(page),
        // An element to be dropped was never closed, and took the rest of the page with it.
        None => Ok(pass(markup, false)?.unwrap_or_default()),
    }
}

fn pass(markup: &str, drop_navigation: bool) -> Result<Option<Page>, ReadError> {
    let mut reader = Reader::new(drop_navigation);
    let callback = |event: CallbackEvent<'_>, _: Span<()>| reader.event(event).err();
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    if let Some(Ok(error)) = Tokenizer::new_with_emitter(markup, emitter).next() {
        return Err(error);
    }
    reader.finish()
}

#[cfg(test)]
mod tests;

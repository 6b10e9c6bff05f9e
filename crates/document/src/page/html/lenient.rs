//! Markup is read as a browser reads it: its errors are nobody's concern.

use html5gum::emitters::ForwardingEmitter;
use html5gum::{Emitter, Error};

/// Lets the tokenizer leave out the search for errors, a tenth of the reading of a page.
pub(super) struct Lenient<E>(pub(super) E);

impl<E: Emitter> ForwardingEmitter for Lenient<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}
}

//! The reader of statements in Chinese official prose.
//!
//! A small grammar over tokens instead of a search for words: 未收到行政复议申请 and 未收到法人申请
//! hold the same words and say something else. A text goes one way through it:
//!
//! ```text
//! text ─► tokens (numbers, words, unknown) ─► pieces (20条, 2024年, 占35%)
//!      ─► clauses, each a frame of slots ─► statements, by the thread of the sentence
//!      └► lists: a total, 其中, items
//! ```
//!
//! A clause means something only where it is understood from end to end; any word that the reader does
//! not follow makes it mean nothing. It reads any text, in time linear in its length.

mod discourse;
mod frame;
mod items;
mod lexicon;
mod list;
mod meaning;
pub(crate) mod numeral;
mod piece;
mod quantity;
mod said;
mod term;
#[cfg(test)]
mod tests;
mod token;
mod wordings;

use discourse::{Discourse, Topic};
use token::Token;

pub use list::{Item, List};
pub use quantity::{Percentage, Quantity};
pub use said::{About, Carry, DocumentAct, Intake, Said, Scope, Statement};

/// What a sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its statements, in its order.
    pub statements: Vec<Statement>,
    /// Its itemized lists.
    pub lists: Vec<List>,
    /// Whether something is counted in it that is not understood.
    pub is_partial: bool,
}

/// Reads the sentences of a text one after the other: what one is about, the next may leave out.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    topic: Topic,
}

impl Reader {
    /// Begins a paragraph: whom the one before spoke of says nothing of this one.
    pub fn paragraph(&mut self) {
        self.topic = Topic { is_of_requests: self.topic.is_of_requests, ..Topic::default() };
    }

    /// Reads the next sentence.
    pub fn sentence(&mut self, text: &str) -> Reading {
        let tokens = token::tokens(text);
        if !tokens.iter().any(Token::may_say) {
            self.topic.hear(tokens.iter().filter_map(Token::word));
            return Reading::default();
        }
        let pieces = piece::pieces(text, &tokens);
        let (statements, is_partial) = Discourse::new(text, &mut self.topic).hear(&pieces);
        Reading { statements, lists: list::lists(text, &pieces), is_partial }
    }
}

/// Where a sentence ends.
const ENDS: [char; 6] = ['。', '！', '？', '!', '?', '\n'];

/// Reads a text of any length, sentence by sentence: everything that it says.
pub fn read(text: &str) -> Reading {
    let (mut reader, mut all) = (Reader::default(), Reading::default());
    for sentence in text.split_inclusive(ENDS) {
        let Reading { statements, lists, is_partial } = reader.sentence(sentence);
        all.statements.extend(statements);
        all.lists.extend(lists);
        all.is_partial |= is_partial;
        if sentence.ends_with('\n') {
            reader.paragraph();
        }
    }
    all
}

//! What the narrative tells, sentence by sentence.

use super::sentence::{Sentence, Sentences};
use crate::statement::{Reader, Reading, Statement};

/// A sentence that says something the rules can use.
#[derive(Clone, Debug)]
pub(super) struct Told<'a> {
    /// The sentence.
    pub sentence: Sentence<'a>,
    /// What it says.
    pub reading: Reading,
}

/// A statement with its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'c> {
    /// The sentence.
    pub sentence: Sentence<'c>,
    /// The statement.
    pub statement: &'c Statement,
}

/// Reads the narrative; what one section is about says nothing of the next.
pub(super) fn told<'a>(sentences: &Sentences<'a>) -> Vec<Told<'a>> {
    let mut told = Vec::new();
    let (mut reader, mut section, mut line) = (Reader::default(), 0, 0);
    for sentence in sentences.narrative() {
        if sentence.section != section {
            reader = Reader::default();
        } else if sentence.line != line {
            reader.paragraph();
        }
        (section, line) = (sentence.section, sentence.line);
        let reading = reader.sentence(sentence.text);
        if !reading.statements.is_empty() || !reading.lists.is_empty() {
            told.push(Told { sentence, reading });
        }
    }
    told
}

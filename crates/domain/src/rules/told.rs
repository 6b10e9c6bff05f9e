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
    let (mut reader, mut section) = (Reader::default(), 0);
    for sentence in sentences.narrative() {
        if sentence.section != section {
            (reader, section) = (Reader::default(), sentence.section);
        }
        let reading = reader.sentence(sentence.text);
        if reading != Reading::default() {
            told.push(Told { sentence, reading });
        }
    }
    told
}

//! What a rule said of its own vectors.

use super::Expectation;
use crate::finding::Message;

/// What a rule said of its own vectors, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// One result a vector.
    pub results: Vec<VectorResult>,
}

/// What a rule said of one of its vectors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VectorResult {
    /// The name of the vector.
    pub name: String,
    /// What was expected.
    pub expected: Expectation,
    /// What came of it; none where the vector cannot be made or the rule is not for it.
    pub found: Option<Expectation>,
    /// Why nothing came of it, or why it is undecided; empty where there is nothing to say.
    pub reason: Message,
}

impl Trial {
    /// Whether every vector came out as expected.
    pub fn passes(&self) -> bool {
        self.results.iter().all(VectorResult::passes)
    }

    /// The vectors that did not, with their number from 1.
    pub fn failures(&self) -> impl Iterator<Item = (usize, &VectorResult)> {
        (1..).zip(&self.results).filter(|(_, result)| !result.passes())
    }
}

impl VectorResult {
    /// Whether it came out as expected.
    pub fn passes(&self) -> bool {
        self.found == Some(self.expected)
    }
}

//! What is wrong with the words and tests of a user rule.

use super::MAX_VECTORS;
use crate::finding::Message;

/// Something wrong with the words or tests of a user rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionFault {
    /// Words that have to be there are not.
    Missing(&'static str),
    /// More characters than there may be.
    TooLong {
        /// The field.
        field: &'static str,
        /// Most characters.
        most: usize,
        /// Characters that there are.
        found: usize,
    },
    /// No vector that holds or none that fails.
    Untested,
    /// More vectors than there may be.
    TooManyVectors,
}

impl DefinitionFault {
    pub(super) fn words(
        field: &'static str,
        words: &str,
        least: usize,
        most: usize,
    ) -> Option<Self> {
        let found = words.chars().count();
        if least > 0 && words.trim().is_empty() {
            return Some(Self::Missing(field));
        }
        (found > most).then_some(Self::TooLong { field, most, found })
    }

    /// The field that is at fault.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Missing(field) | Self::TooLong { field, .. } => field,
            Self::Untested | Self::TooManyVectors => "vectors",
        }
    }

    /// The fault as a sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(field) => {
                Message::new(format!("{field} 不能为空，请填写"), format!("{field} is missing"))
            }
            Self::TooLong { field, most, found } => Message::new(
                format!("{field} 有{found}个字，最多{most}个，请缩短"),
                format!("{field} has {found} characters, {most} are the most: shorten it"),
            ),
            Self::Untested => Message::new(
                "vectors 至少要有一个应当符合（holds）和一个应当不符合（fails）的例子",
                "vectors need at least one that holds and one that fails",
            ),
            Self::TooManyVectors => Message::new(
                format!("vectors 最多{MAX_VECTORS}个"),
                format!("{MAX_VECTORS} vectors are the most"),
            ),
        }
    }
}

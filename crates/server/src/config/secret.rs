//! Words that are never shown.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// A secret: printed as `***`, in every form.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Keeps words secret.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The words, for the one who needs them.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_empty() { "" } else { "***" })
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self:?}"))
    }
}

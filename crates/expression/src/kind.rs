//! The kinds of values that expressions are made of.

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One value.
    One(Scalar),
    /// A list of values of one kind; of none where it is empty.
    List(Option<Scalar>),
}

/// The kind of a value that is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scalar {
    Truth,
    Number,
    Words,
}

impl Kind {
    pub(crate) const TRUTH: Self = Self::One(Scalar::Truth);
    pub(crate) const NUMBER: Self = Self::One(Scalar::Number);
    pub(crate) const WORDS: Self = Self::One(Scalar::Words);

    /// The kind of what may be one or the other, where they go together.
    pub(crate) fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::List(None), Self::List(_)) => Some(other),
            (Self::List(_), Self::List(None)) => Some(self),
            _ => (self == other).then_some(self),
        }
    }
}

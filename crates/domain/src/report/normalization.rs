//! How a page writes a value that this system writes in another way.

use std::fmt;
use std::str::FromStr;

use crate::form::UnknownConcept;

/// One way in which the words of a cell differ from the value that was read from them. None of them
/// changes the value; whatever would is a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Normalization {
    /// Characters of another width or shape: `１２`.
    Width,
    /// Marks without width between the characters.
    InvisibleCharacters,
    /// Traditional characters: `12個`.
    Script,
    /// Separators between groups of three digits: `1,808,595`.
    Separators,
    /// A sign in words or in another form: `减4`, `+4`, `−5`.
    Sign,
    /// A unit, a classifier or a currency: `12件`, `251000元`.
    UnitWord,
    /// Zeros that change nothing: `007`, `12.50`.
    Zeros,
    /// Another way to say that nothing can be stated than `/`: `—`, `无`.
    NotApplicable,
}

impl Normalization {
    /// Every way.
    pub const ALL: [Self; 8] = [
        Self::Width,
        Self::InvisibleCharacters,
        Self::Script,
        Self::Separators,
        Self::Sign,
        Self::UnitWord,
        Self::Zeros,
        Self::NotApplicable,
    ];

    /// The stable public code, in storage too.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Width => "width",
            Self::InvisibleCharacters => "invisible_characters",
            Self::Script => "script",
            Self::Separators => "separators",
            Self::Sign => "sign",
            Self::UnitWord => "unit_word",
            Self::Zeros => "zeros",
            Self::NotApplicable => "not_applicable",
        }
    }
}

impl fmt::Display for Normalization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Normalization {
    type Err = UnknownConcept;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| UnknownConcept(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_the_same_way() {
        for way in Normalization::ALL {
            assert_eq!(way.to_string().parse(), Ok(way));
        }
    }
}

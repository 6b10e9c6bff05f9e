//! The code of a user rule, which can never be one of the catalogue's.

use std::fmt;
use std::str::FromStr;

/// Begins every code of a user rule and no code of the catalogue.
const PREFIX: &str = "USR-";
const MAX_LENGTH: usize = 32;

/// The code of a user rule: `USR-` and upper-case letters, digits and single hyphens; at most 32.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserRuleCode(String);

/// Words that are no code of a user rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCode(pub String);

impl UserRuleCode {
    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The resource name: `rules/USR-…`.
    pub fn resource_name(&self) -> String {
        format!("rules/{}", self.0)
    }
}

impl FromStr for UserRuleCode {
    type Err = InvalidCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let part = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit())
        };
        let parts = code.strip_prefix(PREFIX).filter(|_| code.len() <= MAX_LENGTH);
        match parts {
            Some(parts) if parts.split('-').all(part) => Ok(Self(code.to_owned())),
            Some(_) | None => Err(InvalidCode(code.to_owned())),
        }
    }
}

impl fmt::Display for UserRuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no code of a user rule: {PREFIX} and upper-case letters, digits and single hyphens, at most {MAX_LENGTH} characters, is one",
            self.0
        )
    }
}

impl std::error::Error for InvalidCode {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::catalogue;

    #[test]
    fn a_code_is_read_as_written() {
        for code in ["USR-1", "USR-FEES-2024", "USR-ABCDEFGHIJKLMNOPQRSTUVWXYZ12"] {
            assert_eq!(code.parse::<UserRuleCode>().unwrap().as_str(), code);
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        for code in ["", "USR", "USR-", "USR--A", "USR-A-", "usr-a", "USR-a", "USR-费", "T3-001"] {
            assert_eq!(code.parse::<UserRuleCode>(), Err(InvalidCode(code.to_owned())));
        }
        assert!("USR-ABCDEFGHIJKLMNOPQRSTUVWXYZ123".parse::<UserRuleCode>().is_err());
    }

    #[test]
    fn no_code_of_the_catalogue_can_be_taken() {
        assert!(catalogue().all(|row| row.code.parse::<UserRuleCode>().is_err()));
    }
}

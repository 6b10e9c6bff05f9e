//! Division codes: GB/T 2260 and the 统计用区划代码 that extend it.

use std::fmt;
use std::str::FromStr;

/// A division code of 2 (province), 4 (prefecture), 6 (county), 9 (township) or 12 digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode(String);

/// Words that are no division code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionCodeError(pub String);

impl DivisionCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DivisionCode {
    type Err = DivisionCodeError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || !matches!(code.len(), 2 | 4 | 6 | 9 | 12) {
            return Err(DivisionCodeError(code.to_owned()));
        }
        Ok(Self(code.to_owned()))
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DivisionCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(40).collect();
        write!(f, "{shown:?} is no division code: 2, 4, 6, 9 or 12 digits are")
    }
}

impl std::error::Error for DivisionCodeError {}

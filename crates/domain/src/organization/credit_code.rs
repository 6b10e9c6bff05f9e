//! 统一社会信用代码 (GB 32100-2015).

use std::fmt;
use std::str::FromStr;

/// A unified social credit code whose two check digits hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(String);

/// Why words are not a unified social credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeError {
    /// Not 18 characters.
    Length,
    /// A character outside the alphabet: no I, O, S, V, Z.
    Alphabet,
    /// The check digit of the organization code within (GB 11714), the 17th character.
    OrganizationCheck,
    /// The check digit of the whole code, the 18th character.
    Check,
}

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORGANIZATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

impl CreditCode {
    /// The code in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The division of the registering authority at the time of registration; it may be outdated.
    pub fn division(&self) -> &str {
        &self.0[2..8]
    }
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    /// Reads a code in either case.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        if code.len() != 18 {
            return Err(CreditCodeError::Length);
        }
        let code = code.to_ascii_uppercase();
        let values = values(&code).ok_or(CreditCodeError::Alphabet)?;
        if code.as_bytes()[16] != organization_check(&code.as_bytes()[8..16]) {
            return Err(CreditCodeError::OrganizationCheck);
        }
        if code.as_bytes()[17] != check(&values[..17]) {
            return Err(CreditCodeError::Check);
        }
        Ok(Self(code))
    }
}

fn values(code: &str) -> Option<Vec<u32>> {
    let value =
        |byte: u8| ALPHABET.iter().position(|c| *c == byte).and_then(|at| u32::try_from(at).ok());
    code.bytes().map(value).collect()
}

/// The weights are the powers of 3 modulo 31.
fn check(values: &[u32]) -> u8 {
    let weights = std::iter::successors(Some(1u32), |weight| Some(weight * 3 % 31));
    let sum: u32 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    ALPHABET[((31 - sum % 31) % 31) as usize]
}

/// GB 11714 counts letters from A = 10, without the gaps of the outer alphabet.
fn organization_check(code: &[u8]) -> u8 {
    let value = |byte: &u8| (*byte as char).to_digit(36).unwrap_or_default();
    let sum: u32 =
        code.iter().zip(ORGANIZATION_WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b"0123456789"[digit as usize],
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for CreditCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "a unified social credit code has 18 characters",
            Self::Alphabet => {
                "a unified social credit code has digits and capitals other than I, O, S, V and Z"
            }
            Self::OrganizationCheck => {
                "the check digit of the organization code, the 17th character, does not hold"
            }
            Self::Check => "the check digit, the 18th character, does not hold",
        })
    }
}

impl std::error::Error for CreditCodeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_printed_on_published_reports_pass_both_checks() {
        for code in [
            "11370883004325769B",
            "113708260043292687",
            "12620600MB0523338C",
            "11341702486344515H",
            "113304830025582868",
            "11370112MB2803691Q",
            "113325000026455663",
        ] {
            assert_eq!(code.parse::<CreditCode>().map(|code| code.0), Ok(code.to_owned()));
        }
    }

    #[test]
    fn a_wrong_digit_is_told_by_the_check_that_it_breaks() {
        let refused = |code: &str| code.parse::<CreditCode>().unwrap_err();
        assert_eq!(refused("11370883004325769C"), CreditCodeError::Check);
        assert_eq!(refused("11370883004325768B"), CreditCodeError::OrganizationCheck);
        assert_eq!(refused("1137088300432576IB"), CreditCodeError::Alphabet);
        assert_eq!(refused("113708830043"), CreditCodeError::Length);
        assert_eq!(refused("司前镇司前镇"), CreditCodeError::Alphabet);
    }
}

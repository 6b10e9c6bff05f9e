//! Exact money: millionths of the printed unit.

use std::fmt;
use std::str::FromStr;

const SCALE: i64 = 1_000_000;
const DECIMALS: usize = 6;

/// An exact amount, in millionths of the unit that stands beside it.
///
/// Six decimals of 万元 are two decimals of 元: nothing that a treasury books is lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// Millionths of the printed unit.
    pub millionths: i64,
}

/// Why words are not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a decimal number.
    NotANumber,
    /// More than six decimals.
    TooPrecise,
    /// More than nine million million units.
    TooLarge,
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let (negative, digits) = match words.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, words),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(decimals) {
            return Err(AmountError::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > DECIMALS {
            return Err(AmountError::TooPrecise);
        }
        let whole: i64 = whole.parse().map_err(|_| AmountError::TooLarge)?;
        let fraction: i64 =
            format!("{decimals:0<DECIMALS$}").parse().map_err(|_| AmountError::NotANumber)?;
        let size = whole
            .checked_mul(SCALE)
            .and_then(|size| size.checked_add(fraction))
            .ok_or(AmountError::TooLarge)?;
        Ok(Self { millionths: if negative { -size } else { size } })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let size = self.millionths.unsigned_abs();
        let (whole, fraction) = (size / SCALE.unsigned_abs(), size % SCALE.unsigned_abs());
        let decimals = format!("{fraction:06}");
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            decimals => write!(f, "{sign}{whole}.{decimals}"),
        }
    }
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "not a decimal number",
            Self::TooPrecise => "more than six decimals",
            Self::TooLarge => "too large an amount",
        })
    }
}

impl std::error::Error for AmountError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact() {
        for (words, millionths) in [
            ("863732.45", 863_732_450_000),
            ("59237.2449", 59_237_244_900),
            ("-0.5", -500_000),
            ("0", 0),
        ] {
            let amount: Amount = words.parse().unwrap();
            assert_eq!(amount.millionths, millionths);
            assert_eq!(amount.to_string(), words);
        }
    }

    #[test]
    fn trailing_zeros_are_not_precision() {
        assert_eq!("1.10000000".parse::<Amount>().unwrap().to_string(), "1.1");
    }

    #[test]
    fn what_is_no_amount_is_refused_with_the_reason() {
        let refused = |words: &str| words.parse::<Amount>().unwrap_err();
        assert_eq!(refused("1,000"), AmountError::NotANumber);
        assert_eq!(refused("."), AmountError::NotANumber);
        assert_eq!(refused("0.0000001"), AmountError::TooPrecise);
        assert_eq!(refused("99999999999999"), AmountError::TooLarge);
    }
}

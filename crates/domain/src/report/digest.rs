//! Digests of bytes.

use std::fmt;
use std::str::FromStr;

/// A digest of 256 bits, written in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

/// Words that are no digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestError(pub String);

impl fmt::Display for DigestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no digest: 64 digits of 0-9 and a-f are", self.0)
    }
}

impl std::error::Error for DigestError {}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let refused = || DigestError(words.to_owned());
        let digits = words.as_bytes();
        let mut digest = [0; 32];
        if digits.len() != 2 * digest.len() {
            return Err(refused());
        }
        for (byte, pair) in digest.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = match pair {
                [high, low] => value(*high).zip(value(*low)).map(|(high, low)| high << 4 | low),
                _ => None,
            }
            .ok_or_else(refused)?;
        }
        Ok(Self(digest))
    }
}

/// Lower case only: a digest is written in one way.
fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_as_it_was_written() {
        let mut bytes = [0; 32];
        (bytes[0], bytes[31]) = (0x0f, 0xa9);
        let words = Digest(bytes).to_string();
        assert!(words.starts_with("0f00") && words.ends_with("00a9"), "{words}");
        assert_eq!(words.parse(), Ok(Digest(bytes)));
    }

    #[test]
    fn other_words_are_no_digest() {
        let whole = "0".repeat(64);
        for words in ["", "0f", &whole[1..], &whole.replacen('0', "F", 1), &format!("{whole}0")] {
            assert!(words.parse::<Digest>().is_err(), "{words}");
        }
        let characters = "司".repeat(64 / 3) + "0";
        assert!(characters.parse::<Digest>().is_err());
    }
}

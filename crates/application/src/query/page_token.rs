//! The place in a list, opaque to callers.

use std::fmt::Write;

use chrono::{DateTime, Utc};

use super::Value;

/// The place in a list: the values of the order's fields of the last item seen. Inserts before it
/// move nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageToken {
    /// Which list, filter and order it belongs to.
    pub fingerprint: u64,
    /// The values of the last item.
    pub values: Vec<Value>,
}

/// A token that is not one of this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the page token is not one of this list, filter and order")]
pub struct PageTokenError;

const SEPARATOR: char = '\u{1f}';
const MAX_LENGTH: usize = 4096;

impl PageToken {
    /// A number that is the same for the same list, in every process (FNV-1a).
    pub(super) fn fingerprint(words: &[&str]) -> u64 {
        let bytes = words.iter().flat_map(|word| word.bytes().chain(std::iter::once(0x1f)));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    /// Reads a token; an empty one is the beginning of the list.
    pub(super) fn parse(
        token: &str,
        fingerprint: u64,
        fields: usize,
    ) -> Result<Option<Vec<Value>>, PageTokenError> {
        if token.is_empty() {
            return Ok(None);
        }
        let words = unhex(token).ok_or(PageTokenError)?;
        let mut parts = words.split(SEPARATOR);
        let of_this_list =
            parts.next().and_then(|it| u64::from_str_radix(it, 16).ok()) == Some(fingerprint);
        let values: Option<Vec<Value>> = parts.map(value).collect();
        let values = values.filter(|values| of_this_list && values.len() == fields);
        values.map(Some).ok_or(PageTokenError)
    }
}

impl std::fmt::Display for PageToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut words = format!("{:x}", self.fingerprint);
        for value in &self.values {
            words.push(SEPARATOR);
            match value {
                Value::Text(text) => write!(words, "t{text}")?,
                Value::Number(number) => write!(words, "n{number}")?,
                Value::Time(time) => write!(words, "m{}", time.timestamp_micros())?,
            }
        }
        words.bytes().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

fn value(words: &str) -> Option<Value> {
    let mut chars = words.chars();
    let kind = chars.next()?;
    let rest = chars.as_str();
    match kind {
        't' => Some(Value::Text(rest.to_owned())),
        'n' => rest.parse().ok().map(Value::Number),
        'm' => rest.parse().ok().and_then(DateTime::<Utc>::from_timestamp_micros).map(Value::Time),
        _ => None,
    }
}

fn unhex(token: &str) -> Option<String> {
    if token.len() > MAX_LENGTH || !token.len().is_multiple_of(2) || !token.is_ascii() {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(token.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..token.len()).step_by(2).map(byte).collect();
    String::from_utf8(bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_leads_back_to_its_place() {
        let values = vec![
            Value::Text("司前".to_owned()),
            Value::Number(-3),
            Value::Time(DateTime::UNIX_EPOCH),
        ];
        let token = PageToken { fingerprint: 7, values: values.clone() }.to_string();
        assert_eq!(PageToken::parse(&token, 7, 3), Ok(Some(values)));
    }

    #[test]
    fn a_token_of_another_list_is_refused() {
        let token = PageToken { fingerprint: 7, values: vec![Value::Number(1)] }.to_string();
        assert_eq!(PageToken::parse(&token, 8, 1), Err(PageTokenError));
        assert_eq!(PageToken::parse(&token, 7, 2), Err(PageTokenError));
        for nonsense in ["zz", "7", "é", "31"] {
            assert_eq!(PageToken::parse(nonsense, 7, 1), Err(PageTokenError), "{nonsense}");
        }
    }
}

//! Words from outside: bounded, and such that every store can hold them.

use std::fmt;

use chrono::NaiveDate;

use crate::limits;
use crate::violation::{Faults, Path};

/// Words from outside in a message of ours: quoted, and shortened where long.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

const QUOTED: usize = 80;

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(QUOTED).map(|(end, _)| end);
        match end {
            None => write!(f, "{:?}", self.0),
            Some(end) => write!(f, "{:?}…", &self.0[..end]),
        }
    }
}

/// Checks words of at most so many characters.
pub(crate) fn text(words: String, most: usize, at: &Path<'_>, faults: &mut Faults) -> String {
    // Bytes are never fewer than characters, so that short words are not counted.
    if words.len() > most && words.chars().nth(most).is_some() {
        faults.invalid(at, format_args!("longer than {most} characters"));
    }
    without_null(&words, at, faults);
    words
}

/// Checks words of at least one character that is no space, and at most so many.
pub(crate) fn required_text(
    words: String,
    most: usize,
    at: &Path<'_>,
    faults: &mut Faults,
) -> String {
    if words.trim().is_empty() {
        faults.invalid(at, format_args!("missing: 1 to {most} characters are needed"));
    }
    text(words, most, at, faults)
}

/// Refuses U+0000, which means nothing in a text and which PostgreSQL cannot store.
pub(crate) fn without_null(words: &str, at: &Path<'_>, faults: &mut Faults) {
    if words.contains('\0') {
        faults.invalid(at, "contains the character U+0000, which no text has: remove it");
    }
}

/// Checks an address; empty where there is none.
pub(crate) fn uri(uri: String, at: &Path<'_>, faults: &mut Faults) -> String {
    let uri = text(uri, limits::URI, at, faults);
    if !uri.is_empty() && !is_web_address(&uri) {
        faults.invalid(
            at,
            format_args!(
                "{} is no address of a page: it begins with http:// or https:// and has no spaces",
                Quoted(&uri)
            ),
        );
    }
    uri
}

fn is_web_address(uri: &str) -> bool {
    let Some((scheme, behind)) = uri.split_once("://") else { return false };
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let has_host = !behind.is_empty() && !behind.starts_with(['/', '?', '#']);
    is_web && has_host && !uri.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Reads a day; none where the text is empty.
pub(crate) fn date(words: &str, at: &Path<'_>, faults: &mut Faults) -> Option<NaiveDate> {
    if words.is_empty() {
        return None;
    }
    let day = parsed_date(words);
    if day.is_none() {
        faults.invalid(at, format_args!("{} is no day: YYYY-MM-DD is expected", Quoted(words)));
    }
    day
}

/// Ten characters exactly, since the library would also take `2024-1-5`.
fn parsed_date(words: &str) -> Option<NaiveDate> {
    let well_formed =
        words.len() == "YYYY-MM-DD".len() && words.starts_with(|c: char| c.is_ascii_digit());
    if well_formed { NaiveDate::parse_from_str(words, "%Y-%m-%d").ok() } else { None }
}

/// A day as it is written on the wire; empty where there is none.
pub(crate) fn written_date(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

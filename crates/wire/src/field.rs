//! Single fields of requests that are neither reports nor organs.

use chrono::NaiveDate;
use nianbao_domain::report::ReportYear;

use crate::concept::{self, Concept};
use crate::violation::{Faults, Path, Violations, reading};
use crate::{decision, limits, text};

/// Reads an enum that may be left out.
///
/// # Errors
///
/// A number that names nothing here.
pub fn concept<C: Concept>(number: i32, path: &str) -> Result<Option<C>, Violations> {
    reading(path, |at, faults| Some(concept::optional(number, at, faults)))
}

/// Reads a day that has to be given.
///
/// # Errors
///
/// Words of another form than `YYYY-MM-DD`, a day that no calendar has, or none.
pub fn date(words: &str, path: &str) -> Result<NaiveDate, Violations> {
    reading(path, |at, faults| {
        if words.is_empty() {
            faults.invalid(at, "missing: a day is needed, YYYY-MM-DD");
        }
        text::date(words, at, faults)
    })
}

/// Reads an enum that has to be given.
///
/// # Errors
///
/// A number that names nothing here, and 0.
pub fn required_concept<C: Concept>(number: i32, path: &str) -> Result<C, Violations> {
    reading(path, |at, faults| concept::required(number, at, faults))
}

/// Reads a report year; none where it is 0.
///
/// # Errors
///
/// A year that nobody reports on.
pub fn report_year(year: i32, path: &str) -> Result<Option<ReportYear>, Violations> {
    reading(path, |at, faults| Some(read_year(year, at, faults)))
}

/// Reads the caller's own key.
///
/// # Errors
///
/// More than [`limits::SOURCE_KEY`] characters.
pub fn source_key(key: String, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| Some(text::text(key, limits::SOURCE_KEY, at, faults)))
}

/// Reads the name of a file; empty where there is none.
///
/// # Errors
///
/// More than [`limits::FILENAME`] characters, or control characters.
pub fn filename(name: String, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| {
        if name.chars().any(char::is_control) {
            faults.invalid(at, "the name of a file has no control characters");
        }
        Some(text::text(name, limits::FILENAME, at, faults))
    })
}

/// Reads the address of a page; empty where there is none.
///
/// # Errors
///
/// An address that is not http or https, or has more than [`limits::URI`] characters.
pub fn uri(uri: String, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| Some(text::uri(uri, at, faults)))
}

/// Reads the identity or the evidence of a finding.
///
/// # Errors
///
/// Words that no finding has.
pub fn digest(words: String, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| Some(decision::digest(words, at, faults)))
}

/// Reads the reason for a decision, which has to be given.
///
/// # Errors
///
/// No reason, or more than [`limits::REASON`] characters.
pub fn reason(words: String, path: &str) -> Result<String, Violations> {
    reading(path, |at, faults| Some(text::required_text(words, limits::REASON, at, faults)))
}

/// Reads a day that has to be given.
///
/// # Errors
///
/// No day, or words that are none.
pub fn required_date(words: &str, path: &str) -> Result<NaiveDate, Violations> {
    reading(path, |at, faults| decision::required_date(words, at, faults))
}

/// Reads a report year at a path; none where it is 0.
pub(crate) fn read_year(year: i32, at: &Path<'_>, faults: &mut Faults) -> Option<ReportYear> {
    if year == 0 {
        return None;
    }
    match ReportYear::try_from(i64::from(year)) {
        Ok(year) => Some(year),
        Err(error) => {
            faults.invalid(at, error);
            None
        }
    }
}

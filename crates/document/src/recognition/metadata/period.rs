//! The period that the figures of a report are of.

use chrono::{Datelike, NaiveDate};
use nianbao_domain::evidence::PlacedText;
use nianbao_domain::metadata::Period;

use super::super::date::{normal, year};

/// The first words that a period is stated with.
const MARKS: [&str; 5] = ["统计", "期限", "时限", "期间", "起止"];

/// The period that a line states: a first and a last day, with 统计期限 or the like before them.
pub(super) fn stated(line: &PlacedText) -> Option<Period> {
    if !MARKS.iter().any(|mark| line.text.contains(mark)) {
        return None;
    }
    let text = normal(&line.text);
    let marked = MARKS.iter().filter_map(|mark| text.find(mark)).min()?;
    let (first, rest) = next_day(&text[marked..], None)?;
    let (last, _) = next_day(rest, Some(first.year()))?;
    (first < last).then_some(Period { first, last, line: line.line })
}

/// The next day, and the text behind it; one without its year is of the year given.
fn next_day(text: &str, of: Option<i32>) -> Option<(NaiveDate, &str)> {
    let (named, behind) = match (year(text), of) {
        (Some((found, at)), _) if of.is_none() || at.start <= FAR => {
            (i32::from(found.get()), &text[at.end..])
        }
        (_, Some(of)) => (of, text.trim_start_matches(|c: char| !c.is_ascii_digit())),
        (_, None) => return None,
    };
    let (month, rest) = behind.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    Some((NaiveDate::from_ymd_opt(named, month.parse().ok()?, day.parse().ok()?)?, rest))
}

/// So many bytes may stand between two days: 起，至.
const FAR: usize = 12;

//! The runs of digits in the words of a report, found once for every rule that looks at years, dates
//! and numbers of documents.

use std::ops::Range;

use super::sentence::{Sentence, Sentences};

/// A run of digits, of either width, with the sentence it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// The sentence.
    pub sentence: Sentence<'a>,
    at: Range<usize>,
}

/// What stands behind a number in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// 年 or 年度.
    Year,
    /// 月.
    Month,
    /// 日.
    Day,
}

/// A year, month or day.
pub(super) type Part = (u64, Unit);

/// No number of more digits is read.
const LONGEST: usize = 18;

/// Every run of digits of the title and the narrative, in reading order.
pub(super) fn runs<'a>(sentences: &Sentences<'a>) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    for sentence in sentences.with_title() {
        let bytes = sentence.text.as_bytes();
        let mut end = 0;
        while end < bytes.len() {
            let start = end;
            while let Some(len) = digit_len(&bytes[end..]) {
                end += len;
            }
            if end > start {
                runs.push(Run { sentence, at: start..end });
            } else {
                end += 1;
            }
        }
    }
    runs
}

/// The runs, sentence by sentence.
pub(super) fn by_sentence<'r, 'a>(runs: &'r [Run<'a>]) -> impl Iterator<Item = &'r [Run<'a>]> {
    runs.chunk_by(|one, other| one.sentence == other.sentence)
}

/// How many bytes a digit takes that bytes begin with.
fn digit_len(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'0'..=b'9', ..] => Some(1),
        [0xEF, 0xBC, 0x90..=0x99, ..] => Some(3),
        _ => None,
    }
}

impl<'a> Run<'a> {
    /// The digits as printed.
    pub fn text(&self) -> &'a str {
        &self.sentence.text[self.at.clone()]
    }

    /// How many digits there are.
    pub fn len(&self) -> usize {
        self.text().chars().count()
    }

    /// The digits in their narrow form.
    pub fn narrow(&self) -> String {
        self.text().chars().filter_map(narrow).collect()
    }

    /// The number, where it is not too large to be one.
    pub fn value(&self) -> Option<u64> {
        let mut digits = self.text().chars().filter_map(narrow).filter_map(|c| c.to_digit(10));
        let fits = self.at.len() <= LONGEST || self.len() <= LONGEST;
        fits.then(|| digits.by_ref().fold(0, |number, digit| number * 10 + u64::from(digit)))
    }

    /// What stands before it in its sentence.
    pub fn before(&self) -> &'a str {
        &self.sentence.text[..self.at.start]
    }

    /// What stands behind it in its sentence, without the spaces that pages put before 年.
    pub fn behind(&self) -> &'a str {
        self.sentence.text[self.at.end..].trim_start()
    }

    /// What stands between it and a later run of the same sentence.
    pub fn until(&self, later: &Run<'a>) -> &'a str {
        self.sentence.text.get(self.at.end..later.at.start).unwrap_or_default().trim()
    }

    /// The year that it names: four digits from 2000 on, before 年.
    pub fn year(&self) -> Option<u16> {
        match self.part() {
            Some((year @ 2000..2100, Unit::Year)) if self.len() == 4 => u16::try_from(year).ok(),
            Some(_) | None => None,
        }
    }

    /// The part of a date that it is.
    pub fn part(&self) -> Option<Part> {
        let unit = match self.behind().chars().next() {
            Some('年') => Unit::Year,
            Some('月') => Unit::Month,
            Some('日') => Unit::Day,
            Some(_) | None => return None,
        };
        Some((self.value()?, unit))
    }
}

fn narrow(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    #[test]
    fn a_run_knows_its_sentence_and_what_stands_around_it() {
        let content = trial::saying("第一句。至２０２４ 年12月，公开20条。");
        let sentences = Sentences::of(&content);
        let runs = runs(&sentences);
        let seen: Vec<_> = runs.iter().map(|run| (run.narrow(), run.value(), run.year())).collect();
        assert_eq!(
            seen,
            [
                ("2024".to_owned(), Some(2024), Some(2024)),
                ("12".to_owned(), Some(12), None),
                ("20".to_owned(), Some(20), None)
            ]
        );
        assert_eq!((runs[0].before(), runs[1].behind()), ("至", "月，公开20条。"));
        assert_eq!((runs[1].part(), runs[0].until(&runs[1])), (Some((12, Unit::Month)), "年"));
        assert_eq!(by_sentence(&runs).count(), 1);
    }

    #[test]
    fn a_number_too_long_to_be_one_has_no_value() {
        let content = trial::saying("1234567890123456789");
        let sentences = Sentences::of(&content);
        assert_eq!(runs(&sentences)[0].value(), None);
    }
}

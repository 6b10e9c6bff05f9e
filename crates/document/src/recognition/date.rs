//! Years and dates as pages write them.

use chrono::NaiveDate;
use nianbao_domain::report::ReportYear;
use unicode_normalization::UnicodeNormalization;

/// So many characters of a line are looked at for what it says about the document. Some characters
/// become eighteen.
const LONGEST: usize = 10_000;

/// Digits of one width, Chinese zeros and numerals of years as digits, no spaces; of a line without
/// end its beginning.
pub(super) fn normal(words: &str) -> String {
    words.nfkc().filter(|c| !c.is_whitespace()).take(LONGEST).collect()
}

/// A year and where its words begin and end in a normal text: `2024年`, `2024年度`, `二〇二四年`.
pub(super) fn year(text: &str) -> Option<(ReportYear, std::ops::Range<usize>)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    (0..chars.len()).find_map(|at| {
        let digits: Option<i64> = chars
            .get(at..at + 4)?
            .iter()
            .try_fold(0, |number, (_, c)| Some(number * 10 + digit(*c)?));
        let inner = at > 0 && digit(chars[at - 1].1).is_some();
        let behind = chars.get(at + 4).map(|(_, c)| *c);
        if inner || behind.is_some_and(|c| digit(c).is_some()) {
            return None;
        }
        let year = ReportYear::try_from(digits?).ok()?;
        let start = chars[at].0;
        let end = chars.get(at + 4).map_or(text.len(), |(end, _)| *end);
        let unit = ["年度", "年"].into_iter().find(|unit| text[end..].starts_with(unit));
        Some((year, start..end + unit.map_or(0, str::len)))
    })
}

fn digit(c: char) -> Option<i64> {
    match c {
        '0'..='9' => c.to_digit(10).map(i64::from),
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|it| it == c)
            .and_then(|at| i64::try_from(at + 1).ok()),
    }
}

/// The first date in a text: `2025-01-23`, `2025年1月23日`, `2025/1/23`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text: String = text.nfkc().collect();
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let year = parts.by_ref().find(|part| part.len() == 4)?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Whether a line is a date and no more.
pub(super) fn is_date_line(line: &str) -> bool {
    let text = normal(line);
    let Some((_, found)) = year(&text) else { return false };
    let rest = &text[found.end..];
    let dated = rest.contains('月') && rest.ends_with('日');
    found.start == 0 && dated && rest.chars().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_found_in_digits_and_numerals() {
        for (text, words) in [
            ("甲2024年报告", "2024年"),
            ("2024年度甲", "2024年度"),
            ("二〇二四年甲", "二〇二四年"),
            ("甲2024", "2024"),
        ] {
            let (found, range) = year(text).unwrap();
            assert_eq!((found.get(), &text[range]), (2024, words));
        }
        assert_eq!(year("20240101号"), None);
        assert_eq!(year("1999年"), None);
    }

    #[test]
    fn of_a_line_without_end_the_beginning_is_looked_at() {
        assert_eq!(normal(&"\u{fdfa}".repeat(LONGEST)).chars().count(), LONGEST);
        assert!(!is_date_line(&format!("{}日", "2024年1月".repeat(LONGEST))));
    }

    #[test]
    fn dates_are_found_as_pages_write_them() {
        let day = NaiveDate::from_ymd_opt(2025, 1, 23);
        for text in ["发布时间：2025-01-23 16:20", "2025年1月23日", "2025/1/23"] {
            assert_eq!(date(text), day, "{text}");
        }
        assert_eq!(date("2025年"), None);
        assert_eq!(date("2025-13-45"), None);
    }

    #[test]
    fn a_date_line_has_nothing_else() {
        assert!(is_date_line("2025 年 1 月 23 日"));
        assert!(is_date_line("二〇二五年一月二十三日"));
        assert!(!is_date_line("2025年1月23日召开会议"));
    }
}

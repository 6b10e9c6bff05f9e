//! What a title tells: the organ and the year.

use unicode_normalization::UnicodeNormalization;

use super::ReportYear;

/// The organ and the year that a title names, wherever they stand in it:
/// `司前镇人民政府办公室2024年政府信息公开工作年度报告`, `2022年度螅镇政府信息公开工作年度报告`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// The organ, where one is named.
    pub organ: Option<String>,
    /// The year, where one is named.
    pub year: Option<ReportYear>,
}

/// The words every title has, in one order or another.
const SUBJECT: &str = "政府信息公开";

impl Title {
    /// Reads a title; spaces and the width of its characters mean nothing.
    pub fn read(title: &str) -> Self {
        let words: String = title.nfkc().filter(|c| !c.is_whitespace()).collect();
        let Some((before, year, behind)) = split_at_year(&words) else {
            return Self { organ: organ(before_subject(&words).unwrap_or_default()), year: None };
        };
        let behind = behind.strip_prefix('度').unwrap_or(behind);
        let organ = organ(before).or_else(|| organ(before_subject(behind).unwrap_or_default()));
        Self { organ, year: Some(year) }
    }
}

fn organ(words: &str) -> Option<String> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let words = before_subject(words).unwrap_or(words);
    (!words.is_empty()).then(|| words.to_owned())
}

fn before_subject(words: &str) -> Option<&str> {
    words.find(SUBJECT).map(|at| &words[..at])
}

/// The words before and behind the first `2024年` or `二〇二四年`.
fn split_at_year(words: &str) -> Option<(&str, ReportYear, &str)> {
    words.match_indices('年').find_map(|(at, mark)| {
        let start = words[..at].char_indices().rev().nth(3)?.0;
        let digits: Option<String> = words[start..at].chars().map(digit).collect();
        let year = digits?.parse().ok()?;
        Some((&words[..start], year, &words[at + mark.len()..]))
    })
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '〇' | '零' | '○' => Some('0'),
        _ => "一二三四五六七八九"
            .chars()
            .position(|it| it == c)
            .and_then(|at| char::from_digit(at as u32 + 1, 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> (Option<String>, Option<u16>) {
        let title = Title::read(title);
        (title.organ, title.year.map(ReportYear::get))
    }

    #[test]
    fn organ_and_year_are_found_in_either_order() {
        for (title, organ, year) in [
            ("司前镇人民政府办公室2024年政府信息公开工作年度报告", "司前镇人民政府办公室", 2024),
            ("2022年度螅镇政府信息公开工作年度报告", "螅镇", 2022),
            ("宿迁市 2025 年政府信息公开工作年度报告", "宿迁市", 2025),
            (
                "微山县两城镇人民政府二〇二〇年政府信息公开工作年度报告",
                "微山县两城镇人民政府",
                2020,
            ),
            ("亳州市人民政府办公室２０２５年政府信息公开工作报告", "亳州市人民政府办公室", 2025),
        ] {
            assert_eq!(read(title), (Some(organ.to_owned()), Some(year)), "{title}");
        }
    }

    #[test]
    fn a_title_may_name_no_organ_or_no_year() {
        assert_eq!(read("2024年度政府信息公开工作年度报告"), (None, Some(2024)));
        assert_eq!(
            read("硚口区审计局政府信息公开工作年度报告"),
            (Some("硚口区审计局".to_owned()), None)
        );
        assert_eq!(read(""), (None, None));
    }
}

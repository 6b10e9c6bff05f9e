//! The parts of a title: `<organ><year>年政府信息公开工作年度报告`, as far as real ones follow it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The words behind the year, as the form has them.
pub const SUBJECT: &str = "政府信息公开工作年度报告";
/// What the words behind the organ begin with, however they go on.
const SUBJECT_STARTS: [&str; 3] = ["政府信息公开工作", "政府信息公开年度", "政府信息公开"];

/// A title, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// The organ, where the title names one.
    pub organ: Option<String>,
    /// Every year that the title names, in its order.
    pub years: Vec<u16>,
    /// In what it deviates from the form.
    pub deviations: Vec<&'static str>,
}

/// A year and where it stands, with the 年 behind it.
struct NamedYear {
    year: u16,
    at: Range<usize>,
}

impl Title {
    /// Reads a title, whatever its spaces and widths.
    pub fn read(title: &str) -> Self {
        let compact: String = title.nfkc().filter(|c| !c.is_whitespace()).collect();
        let title = compact.trim_matches(['《', '》']);
        let years = named_years(title);
        let numbers = years.iter().map(|it| it.year).collect();
        let (organ, deviations) = match years.first() {
            Some(first) => around(&title[..first.at.start], &title[first.at.end..]),
            None => {
                let (organ, subject) = split(title);
                (organ, [Some("没有年份"), deviating(subject)].into_iter().flatten().collect())
            }
        };
        Self { organ: Some(organ).filter(|organ| !organ.is_empty()), years: numbers, deviations }
            .without_organ_said()
    }

    fn without_organ_said(mut self) -> Self {
        if self.organ.is_none() {
            self.deviations.push("没有机关名称");
        }
        self
    }
}

/// The organ and the deviations of a title with a year, from the words before and behind it.
fn around(before: &str, behind: &str) -> (String, Vec<&'static str>) {
    let subject = behind.strip_prefix('度');
    let doubled = subject.map(|_| "年份后多一个“度”字");
    let subject = subject.unwrap_or(behind);
    if before.is_empty() {
        let (organ, subject) = split(subject);
        let order = (!organ.is_empty()).then_some("年份应当在机关名称之后");
        return (organ, [order, doubled, deviating(subject)].into_iter().flatten().collect());
    }
    if SUBJECT_STARTS[..2].iter().any(|start| before.contains(start)) {
        return (split(before).0, vec!["年份应当紧接机关名称"]);
    }
    (before.to_owned(), [doubled, deviating(subject)].into_iter().flatten().collect())
}

fn deviating(subject: &str) -> Option<&'static str> {
    (subject != SUBJECT).then_some("年份之后应当是“政府信息公开工作年度报告”")
}

/// Splits the organ from the subject. 某镇人民政府信息公开…, with one 政府 for two, names the government.
fn split(words: &str) -> (String, &str) {
    let at = SUBJECT_STARTS.iter().find_map(|start| words.rfind(start)).unwrap_or(words.len());
    let (organ, subject) = words.split_at(at);
    let elided = if organ.ends_with("人民") { "政府" } else { "" };
    (format!("{organ}{elided}"), subject)
}

/// The years of a title: four digits, or four Chinese ones, before 年.
fn named_years(title: &str) -> Vec<NamedYear> {
    title.match_indices('年').filter_map(|(at, mark)| year_before(title, at, mark.len())).collect()
}

fn year_before(title: &str, at: usize, mark: usize) -> Option<NamedYear> {
    let mut back = title[..at].char_indices().rev();
    let (mut year, mut start) = (0, at);
    for scale in [1, 10, 100, 1000] {
        let (place, c) = back.next()?;
        year += scale * u16::try_from(digit(c)?).ok()?;
        start = place;
    }
    let runs_on = back.next().is_some_and(|(_, c)| c.is_ascii_digit());
    let is_year = !runs_on && (2000..2100).contains(&year);
    is_year.then(|| NamedYear { year, at: start..at + mark })
}

fn digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' | '○' | 'O' => Some(0),
        _ => c.to_digit(10).or_else(|| {
            let place = "一二三四五六七八九".chars().position(|it| it == c)?;
            u32::try_from(place + 1).ok()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> (String, Vec<u16>, usize) {
        let title = Title::read(title);
        (title.organ.unwrap_or_default(), title.years, title.deviations.len())
    }

    #[test]
    fn a_title_as_prescribed_has_its_organ_before_its_year() {
        for title in [
            "司前镇人民政府办公室2024年政府信息公开工作年度报告",
            "司前镇人民政府办公室 2024 年\n政府信息公开工作年度报告",
            "《司前镇人民政府办公室２０２４年政府信息公开工作年度报告》",
            "司前镇人民政府办公室二〇二四年政府信息公开工作年度报告",
        ] {
            let organ = "司前镇人民政府办公室".to_owned();
            assert_eq!(read(title), (organ, vec![2024], 0), "{title}");
        }
    }

    #[test]
    fn a_year_before_the_organ_is_a_deviation_and_still_names_both() {
        let organ = "螅镇人民政府".to_owned();
        assert_eq!(
            read("2022年螅镇人民政府政府信息公开工作年度报告"),
            (organ.clone(), vec![2022], 1)
        );
        assert_eq!(read("2022年螅镇人民政府信息公开工作年度报告"), (organ, vec![2022], 1));
    }

    #[test]
    fn every_deviation_is_counted() {
        assert_eq!(read("某局2024年度政府信息公开工作年度报告").2, 1);
        assert_eq!(read("2024年度政府信息公开工作年度报告").2, 2);
        assert_eq!(read("某局2024年政府信息公开工作报告").2, 1);
        assert_eq!(
            read("某局政府信息公开工作年度报告（2024年）"),
            ("某局".to_owned(), vec![2024], 1)
        );
        assert_eq!(read("某局政府信息公开工作年度报告"), ("某局".to_owned(), vec![], 1));
    }

    #[test]
    fn digits_that_are_no_year_are_none() {
        assert_eq!(read("某局12024年政府信息公开工作年度报告").1, [0; 0]);
        assert_eq!(read("12345热线办公室2024年政府信息公开工作年度报告").1, [2024]);
    }
}
